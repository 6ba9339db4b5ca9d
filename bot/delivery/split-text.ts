/** Cuts a long text into numbered parts for channels that take only so many bytes. */

const encoder = new TextEncoder();
const byteLength = (text: string): number => encoder.encode(text).length;

/**
 * Parts of at most `maxBytes` bytes of UTF-8 each, "(1/3)" included, cut between code points and, where the last
 * quarter of a part has one, after a line or sentence end. Taking the numbers off and joining gives the text back.
 */
export function splitText(text: string, maxBytes: number): readonly string[] {
  if (byteLength(text) <= maxBytes) return [text];
  for (let digits = 1; ; digits += 1) {
    const numbering = 2 * digits + '(/)\n'.length;
    if (maxBytes - numbering < 4) throw new RangeError(`no room for a character in ${maxBytes} bytes`);
    const parts = cut(text, maxBytes - numbering);
    if (String(parts.length).length <= digits) {
      return parts.map((part, index) => `(${index + 1}/${parts.length})\n${part}`);
    }
  }
}

function cut(text: string, room: number): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let bytes = 0;
  let lastGoodEnd = 0;
  for (let at = 0; at < text.length;) {
    const point = text.codePointAt(at) ?? 0;
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (bytes + size > room) {
      const end = lastGoodEnd > start ? lastGoodEnd : at;
      parts.push(text.slice(start, end));
      bytes = byteLength(text.slice(end, at));
      start = end;
      lastGoodEnd = 0;
    }
    at += point > 0xffff ? 2 : 1;
    bytes += size;
    if (bytes > room * 0.75 && '\n。\uFF1B\uFF01\uFF1F'.includes(String.fromCodePoint(point))) lastGoodEnd = at;
  }
  parts.push(text.slice(start));
  return parts;
}
