/** Makes text from outside safe to store and to show: whole characters, no control codes, nothing that turns the reading direction. */

/** Half of a surrogate pair: no character, and no database takes it. */
const loneSurrogate = /\p{Surrogate}/gu;
/** C0 and C1 controls but tab and line feed. */
const control = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
/** Marks that change the direction or hide text, by which a name could pretend to be another on a confirmation card. */
const directionMark = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** Keeps every visible character as it is; line ends become line feeds. */
export function cleanText(raw: string): string {
  return raw.replace(/\r\n?/g, '\n').replace(loneSurrogate, '\uFFFD').replace(control, '').replace(directionMark, '');
}

/** The same for every string in a JSON value, keys included; meant for values whose depth was checked before. */
export function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [cleanText(key), cleanValue(part)]));
}
