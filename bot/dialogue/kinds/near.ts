/** Whether a value found in a sentence stands beside the words that say which field it is for. */

const reach = 6;

/** @param near words of which one must stand in the value, or close to it with no sign between; undefined: any value counts */
export function standsNear(plain: string, start: number, end: number, near: readonly string[] | undefined): boolean {
  if (near === undefined) return true;
  const before = /[^,;.!?\n]*$/u.exec(plain.slice(Math.max(0, start - reach), start))?.[0] ?? '';
  const after = /^[^,;.!?\n]*/u.exec(plain.slice(end, end + reach))?.[0] ?? '';
  const around = `${before}${plain.slice(start, end)}${after}`;
  return near.some((word) => around.includes(word));
}
