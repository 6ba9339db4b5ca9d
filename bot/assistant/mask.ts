/** Takes personal data out of what leaves for the model and puts it back into what comes in return. */

/** What is masked, the surest first: one piece of text is masked once. */
const kinds: readonly {
  readonly name: string;
  readonly pattern: RegExp;
  readonly holds?: (found: string) => boolean;
}[] = [
  { name: '身份证号', pattern: /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g },
  { name: '统一社会信用代码', pattern: /(?<![0-9A-Z])[159Y][1-9]\d{6}[0-9A-HJ-NP-RT-UW-Y]{10}(?![0-9A-Z])/g },
  { name: '银行卡号', pattern: /(?<!\d)(?:\d[ -]?){15,18}\d(?!\d)/g, holds: passesLuhn },
  { name: '手机号', pattern: /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g },
  { name: '电话', pattern: /(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g },
  { name: '邮箱', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  {
    name: '车牌',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·• ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])/g,
  },
];

export interface Masked {
  readonly text: string;
  /** How many pieces were taken out, by kind. */
  readonly found: Readonly<Record<string, number>>;
}

/** One for a turn: the same piece is the same mark in every message of it, and only its own marks are put back. */
export class Mask {
  readonly #marks = new Map<string, string>();
  readonly #pieces = new Map<string, string>();
  #names: readonly string[] = [];

  /** @param names of people, from the roster; of two that begin alike the longer one is taken out first */
  constructor(names: readonly string[] = []) {
    this.know(names);
  }

  /** More names, in whatever is hidden from now on. */
  know(names: readonly string[]): void {
    const all = new Set([...this.#names, ...names.filter((name) => name.length >= 2)]);
    this.#names = [...all].toSorted((one, other) => other.length - one.length);
  }

  hide(text: string): Masked {
    const found: Record<string, number> = {};
    let hidden = text;
    for (const { name, pattern, holds } of kinds)
      hidden = hidden.replace(pattern, (piece) => (holds?.(piece) === false ? piece : this.#mark(name, piece, found)));
    for (const name of this.#names)
      if (hidden.includes(name)) hidden = hidden.replaceAll(name, () => this.#mark('姓名', name, found));
    return { text: hidden, found };
  }

  restore(text: string): string {
    return text.replace(/〔[^〔〕]{1,12}〕/g, (mark) => this.#pieces.get(mark) ?? mark);
  }

  /** Every string of a value restored, however deep. */
  restoreIn(value: unknown): unknown {
    if (typeof value === 'string') return this.restore(value);
    if (Array.isArray(value)) return value.map((part) => this.restoreIn(part));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.restoreIn(part)]));
  }

  #mark(kind: string, piece: string, found: Record<string, number>): string {
    found[kind] = (found[kind] ?? 0) + 1;
    const known = this.#marks.get(piece);
    if (known) return known;
    const mark = `〔${kind}${this.#marks.size + 1}〕`;
    this.#marks.set(piece, mark);
    this.#pieces.set(mark, piece);
    return mark;
  }
}

/** What in a message looks like personal data, by kind; for the warning to who pastes it. */
export function personalDataIn(text: string): readonly string[] {
  return Object.keys(new Mask().hide(text).found);
}

/** The check digit of bank cards: tells them from other long numbers. */
function passesLuhn(piece: string): boolean {
  const digits = Array.from(piece.replace(/\D/g, ''), Number).toReversed();
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit : digit * 2;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
