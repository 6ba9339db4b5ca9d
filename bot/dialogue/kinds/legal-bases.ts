/** Legal bases: instruments with their clauses, or functions in words, one or several. */
import type { FieldReader, Reading } from './field-reader.ts';

export interface GivenBasis {
  readonly title: string;
  readonly clause?: string;
}

const clause =
  '(第[〇零一二三四五六七八九十百两\\d]+条(?:第?[〇零一二三四五六七八九十百两\\d]+款)?(?:第?[((]?[〇零一二三四五六七八九十百两\\d]+[))]?项)?)';

export function readBases(text: string): readonly GivenBasis[] {
  const titled = [
    ...text.matchAll(new RegExp(`《([^《》]{2,80})》(?:[((][^()()]{1,30}[))])?\\s*(?:的)?${clause}?`, 'gu')),
  ];
  if (titled.length > 0)
    return titled.map(([, title = '', where]) => (where === undefined ? { title } : { title, clause: where }));
  return text
    .split(/[;;\n、]/u)
    .map((part) =>
      part
        .trim()
        .replace(/^(?:依据|根据|按照)(?:是|为)?[:: ]*/u, '')
        .replace(/[。.]$/u, ''),
    )
    .filter((part) => part.length > 1)
    .map((part): GivenBasis => {
      const where = new RegExp(`^(.{2,}?)${clause}$`, 'u').exec(part);
      return where?.[1] && where[2] ? { title: where[1], clause: where[2] } : { title: part };
    });
}

export const legalBases: FieldReader = {
  kind: 'legal_bases',
  open: true,
  read: ({ raw }): Reading => {
    const bases = readBases(raw);
    return bases.length === 0 ? { kind: 'invalid', why: null } : { kind: 'value', value: bases };
  },
  spot: (sentence) => {
    const match = /(?:依据|根据|法律依据)(?:是|为|:)?\s*《[^.;\n]+/du.exec(sentence.plain);
    const [start, end] = match?.indices?.[0] ?? [];
    return start === undefined || end === undefined ? [] : [{ start, end }];
  },
  show: (value) =>
    (Array.isArray(value) ? value : [])
      .map((basis: unknown) => {
        if (typeof basis !== 'object' || basis === null || !('title' in basis)) return '';
        const where = 'clause' in basis && typeof basis.clause === 'string' ? basis.clause : '';
        return /(?:法|条例|办法|规定|决定|意见|通知|方案)$/u.test(String(basis.title))
          ? `《${String(basis.title)}》${where}`
          : `${String(basis.title)}${where}`;
      })
      .join(';'),
};
