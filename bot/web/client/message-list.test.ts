import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChatMessage } from './chat-message.ts';
import { asMessage } from './chat-message.ts';
import type { MessageList } from './message-list.ts';
import { emptyList, shownMessages, withAccepted, withComposed, withDelivery, withReceived } from './message-list.ts';

const own = (key: string, text = key): ChatMessage => asMessage({ key, text, at: 1 });
/** As it comes from the server; `key` is the mark of the page that wrote it. */
const fromServer = (number: number, key?: string, part?: number): ChatMessage => {
  const id = `c|${String(number).padStart(7, '0')}${part === undefined ? '' : `.${part}`}`;
  return { ...own(key ?? id), id, mine: key !== undefined, delivery: { state: 'sent' } };
};
const keys = (list: MessageList): string[] => shownMessages(list).map(({ key }) => key);

describe('the list of messages', () => {
  test('shows what was just written behind everything else, before the server has it', () => {
    const list = withComposed(withReceived(emptyList, [fromServer(1)]), own('a'));
    expect(keys(list)).toEqual(['c|0000001', 'a']);
    expect(shownMessages(list)[1]?.delivery).toEqual({ state: 'sending' });
  });

  test('shows a message once when it comes back over the stream, whether before or after the answer to the post', () => {
    const written = withComposed(emptyList, own('a'));
    const echoFirst = withAccepted(withReceived(written, [fromServer(1, 'a')]), 'a', 'c|0000001');
    const answerFirst = withReceived(withAccepted(written, 'a', 'c|0000001'), [fromServer(1, 'a')]);
    for (const list of [echoFirst, answerFirst]) {
      expect(keys(list)).toEqual(['a']);
      expect(list.confirmed[0]).toMatchObject({ id: 'c|0000001', delivery: { state: 'sent' } });
    }
  });

  test('knows its message by the id of the server when the mark was lost on the way', () => {
    const accepted = withAccepted(withComposed(emptyList, own('a')), 'a', 'c|0000001');
    expect(keys(withReceived(accepted, [{ ...fromServer(1), mine: true }]))).toEqual(['c|0000001']);
  });

  test('leaves out what it has, as after a reconnection from an older watermark', () => {
    const list = withReceived(emptyList, [fromServer(1), fromServer(2, 'a'), fromServer(3)]);
    expect(withReceived(list, [fromServer(2, 'a'), fromServer(3)])).toBe(list);
    expect(keys(withReceived(list, [fromServer(3), fromServer(4)]))).toHaveLength(4);
  });

  test('puts late messages in their place', () => {
    const list = withReceived(withReceived(emptyList, [fromServer(4)]), [fromServer(2), fromServer(10), fromServer(3)]);
    expect(keys(list)).toEqual(['c|0000002', 'c|0000003', 'c|0000004', 'c|0000010']);
  });

  test('keeps the parts of a long message in order', () => {
    const list = withReceived(emptyList, [fromServer(3), fromServer(2, undefined, 2), fromServer(2, undefined, 1)]);
    expect(keys(list)).toEqual(['c|0000002.1', 'c|0000002.2', 'c|0000003']);
  });

  test('keeps a message that failed until it goes out', () => {
    const failed = withDelivery(withComposed(emptyList, own('a')), 'a', { state: 'failed', why: '没有发出' });
    const list = withReceived(failed, [fromServer(1), fromServer(2)]);
    expect(keys(list)).toEqual(['c|0000001', 'c|0000002', 'a']);
    expect(list.pending[0]?.delivery).toEqual({ state: 'failed', why: '没有发出' });
  });

  test('takes the same writing once', () => {
    const list = withComposed(emptyList, own('a'));
    expect(withComposed(list, own('a'))).toBe(list);
  });

  test('whatever way messages arrive, in any order and repeated, each is shown once and in order', () => {
    const arrivals = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 }), { maxLength: 8 });
    fc.assert(
      fc.property(arrivals, fc.uniqueArray(fc.integer({ min: 1, max: 12 })), (batches, written) => {
        // Every number in `written` is a message of one's own, with the mark m<number>.
        const message = (n: number): ChatMessage => (written.includes(n) ? fromServer(n, `m${n}`) : fromServer(n));
        let list = written.reduce((before, n) => withComposed(before, own(`m${n}`)), emptyList);
        for (const batch of batches) list = withReceived(list, batch.map(message));
        for (const n of written) list = withAccepted(list, `m${n}`, message(n).id ?? '');
        const came = new Set(batches.flat());
        const numbers = list.confirmed.map(({ id }) => Number(id?.slice(2)));
        expect(numbers).toEqual([...came].toSorted((a, b) => a - b));
        expect(list.pending.map(({ key }) => key)).toEqual(written.filter((n) => !came.has(n)).map((n) => `m${n}`));
      }),
    );
  });
});
