/** The number by which somebody names a request: #12, 12号申请, 第12号. */
export function numberIn(words: string): number | undefined {
  const number =
    /^(?:第)?[#＃]?\s*(\d{1,9})\s*号?(?:申请)?$/u.exec(words.trim())?.[1] ?? /[#＃]\s*(\d{1,9})/u.exec(words)?.[1];
  return number === undefined ? undefined : Number(number);
}
