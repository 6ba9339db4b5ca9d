/** A table pasted from a spreadsheet, kept as it is: the tool that asks for it knows its columns. */
import type { FieldReader } from './field-reader.ts';

export const pastedLines: FieldReader = {
  kind: 'pasted_table',
  open: true,
  read: ({ raw }) => (raw.trim() === '' ? { kind: 'invalid', why: null } : { kind: 'value', value: raw }),
  spot: () => [],
  show: (value) => {
    const lines = String(value)
      .split('\n')
      .filter((line) => line.trim() !== '');
    const [heading = ''] = lines;
    return `共 ${lines.length} 行,第一行:${heading.length > 60 ? `${heading.slice(0, 60)}…` : heading}`;
  },
};
