/** Text of a file whatever it was saved as: UTF-8 with or without a mark, UTF-16, or the GBK that spreadsheets here write. */

export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // GB18030 is GBK with room for everything else; it reads any bytes.
    return new TextDecoder('gb18030').decode(bytes);
  }
}
