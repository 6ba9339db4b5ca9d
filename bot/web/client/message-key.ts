/** Our own mark of a message; random, because two pages may write in one conversation. */

/** `crypto.randomUUID` is closed to pages that did not come over HTTPS. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
