import { describe, expect, it } from 'vitest';
import { Tokens } from './tokens.ts';

const key = new Uint8Array(32).fill(7);
const noon = new Date('2026-03-02T04:00:00Z');
const speaker = { userId: 'dl_1', conversationId: 'c1' };
const at = (offset: number, with_ = key): Tokens => new Tokens(with_, () => new Date(noon.getTime() + offset * 1000));

describe('a Direct Line token', () => {
  it('says who speaks and where, for half an hour', async () => {
    const token = await at(0).issue('conversation', speaker);
    expect(await at(1_799).check('conversation', token)).toEqual({ standing: 'valid', speaker });
    expect(await at(1_800).check('conversation', token)).toEqual({ standing: 'expired' });
  });

  it('is good for one use only', async () => {
    const stream = await at(0).issue('stream', speaker);
    expect(await at(0).check('conversation', stream)).toEqual({ standing: 'invalid' });
    expect(await at(59).check('stream', stream)).toMatchObject({ standing: 'valid' });
    expect(await at(60).check('stream', stream)).toEqual({ standing: 'expired' });
  });

  it('is refused when another key signed it, one character differs, or nobody signed it', async () => {
    const token = await at(0).issue('conversation', speaker);
    const foreign = await at(0, new Uint8Array(32).fill(8)).issue('conversation', speaker);
    const [head = '', body = '', signature = ''] = token.split('.');
    const other = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), user: 'dl_2' }),
    );
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    const forged = [
      foreign,
      `${head}.${other.toString('base64url')}.${signature}`,
      unsigned,
      '',
      'x'.repeat(5_000),
      'a.b.c',
    ];
    for (const bad of forged) expect(await at(0).check('conversation', bad)).toEqual({ standing: 'invalid' });
  });
});
