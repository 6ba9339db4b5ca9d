import { expect, test } from 'vitest';
import { FrontendMessages, type FrontendMessage } from './frontend-messages.ts';

function startup(code: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeInt32BE(8, 0);
  bytes.writeInt32BE(code, 4);
  return bytes;
}

function typed(type: string, body = ''): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
  head.writeInt32BE(4 + Buffer.byteLength(body), 1);
  return Buffer.concat([head, Buffer.from(body)]);
}

function summary(messages: FrontendMessage[]): string[] {
  return messages.map((message) =>
    message.kind === 'typed' ? `${message.type}${message.bytes.length}` : message.kind,
  );
}

const conversation = Buffer.concat([startup(80_877_103), startup(196_608), typed('Q', '选择'), typed('S'), typed('X')]);

test('reads a conversation that arrives in one piece', () => {
  expect(summary(new FrontendMessages().push(conversation))).toEqual(['encryption', 'startup', 'Q11', 'S5', 'X5']);
});

test('reads the same conversation however the socket splits it', () => {
  for (let size = 1; size < conversation.length; size += 1) {
    const messages = new FrontendMessages();
    const seen: FrontendMessage[] = [];
    for (let from = 0; from < conversation.length; from += size) {
      seen.push(...messages.push(conversation.subarray(from, from + size)));
    }
    expect(summary(seen), `pieces of ${size}`).toEqual(['encryption', 'startup', 'Q11', 'S5', 'X5']);
  }
});

test('does not take a stranger for a client', () => {
  expect(summary(new FrontendMessages().push(Buffer.from('GET / HTTP/1.1\r\n\r\n')))).toEqual(['foreign']);
  expect(summary(new FrontendMessages().push(startup(80_877_102)))).toEqual(['foreign']);
});
