/** One-time codes: easy to read out, impossible to guess, kept as a hash. */
import { createHash, randomInt } from 'node:crypto';
import type { Db } from '../tool-context.ts';

/** No 0/O, no 1/I/L, no U that is heard as V. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;
export const codeLifeHours = 72;

export function newCode(): string {
  const signs = Array.from({ length }, () => alphabet[randomInt(alphabet.length)] ?? '');
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].map((group) => group.join('')).join('-');
}

/** However it was typed: spaces, dashes, small letters. */
export function codeHash(code: string): string {
  const bare = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(`binding:${bare}`).digest('hex');
}

/** A new code makes the earlier ones of the person worthless. */
export async function issueCode(
  db: Db,
  personId: string,
  issuedById: string | null,
  now: Date,
): Promise<{ readonly id: string; readonly code: string; readonly expiresAt: Date }> {
  const code = newCode();
  const expiresAt = new Date(now.getTime() + codeLifeHours * 3_600_000);
  await db.bindingCode.updateMany({
    where: { personId, usedAt: null },
    data: { expiresAt: new Date(now.getTime() + 1) },
  });
  const { id } = await db.bindingCode.create({
    data: { codeHash: codeHash(code), personId, issuedById, issuedAt: now, expiresAt },
  });
  return { id, code, expiresAt };
}
