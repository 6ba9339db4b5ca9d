/** A number, in digits or Chinese numerals, with or without its unit. */
import { fromNumeral } from '#knowledge/citations/chinese-numeral.ts';
import type { FieldReader, Reading } from './field-reader.ts';

export const number: FieldReader = {
  kind: 'number',
  open: false,
  read: ({ plain }): Reading => {
    const digits = [...plain.matchAll(/-?\d+(?:[,，]\d{3})*(?:\.\d+)?/g)].map(([match]) =>
      Number(match.replace(/[,，]/g, '')),
    );
    const scale = /\d\s*万/u.test(plain) ? 10_000 : 1;
    const [value, ...more] = digits;
    if (value !== undefined)
      return more.length > 0
        ? { kind: 'invalid', why: '里面有不止一个数字。' }
        : { kind: 'value', value: value * scale };
    const numeral = /[〇零一二两三四五六七八九十百千万]+/u.exec(plain)?.[0];
    const parsed = numeral === undefined ? undefined : fromNumeral(numeral);
    return parsed === undefined ? { kind: 'invalid', why: null } : { kind: 'value', value: parsed };
  },
  spot: (sentence, { field }) => {
    const names = field.meta.near ?? [field.meta.label];
    const value = '(\\d+(?:\\.\\d+)?)';
    // 年度2027, and 2027年度.
    const places = [...names.map((name) => `${name}[^,;.\\d]{0,4}${value}`), ...names.map((name) => `${value}${name}`)];
    for (const place of places) {
      const match = new RegExp(place, 'du').exec(sentence.plain);
      const [start, end] = match?.indices?.[1] ?? [];
      if (start !== undefined && end !== undefined) return [{ start, end }];
    }
    return [];
  },
  show: (value) => String(value),
};
