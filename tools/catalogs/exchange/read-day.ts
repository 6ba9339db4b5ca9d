/** Reads a day as catalogs write it: 2024-03-05, 2024/3/5, 20240305, 2024年3月5日, with or without a time. */

/** `YYYY-MM-DD`; undefined for what is no day of the calendar. */
export function readDay(text: string): string | undefined {
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s].*)?$/u.exec(text.normalize('NFKC')) ??
    /^(\d{4})(\d{2})(\d{2})(?:\s.*)?$/u.exec(text);
  if (!match) return undefined;
  const [, year = '', month = '', day = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // 2024-02-31 would roll over into March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}
