/** Turns the attribute cells of one row into what an entry says, naming each cell that cannot be understood. */
import type { CatalogKind } from '#prisma/generated/enums.ts';
import { emptyContent, type EntryContent } from '../entry-content.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { type Field, columns } from './columns.ts';
import type { RawRow } from './raw-row.ts';
import { readDay } from './read-day.ts';
import {
  type EnumerationName,
  foldWord,
  labelsOf,
  readEnumeration,
  readEnumerations,
  type ValueOf,
} from './read-enumeration.ts';
import { readBases } from './read-items.ts';
import { readFormat } from './read-format.ts';

export interface ReadEntry {
  readonly row: number;
  /** Every row of the file that went into it. */
  readonly rows: readonly number[];
  readonly sourceId: string | null;
  readonly code: string | null;
  readonly kind: CatalogKind;
  /** As the file calls it. */
  readonly department: string;
  readonly publishedOn: string | null;
  readonly dataUpdatedOn: string | null;
  readonly content: EntryContent;
}

export type EntryReading = { readonly entry: ReadEntry } | { readonly problems: readonly string[] };

const headingOf = new Map(columns.map(({ field, heading }) => [field, heading]));
const codeShape = /^[A-Za-z0-9][A-Za-z0-9/._-]{5,79}$/u;

export function readEntry({ row, cells }: RawRow, mapping: ColumnMapping): EntryReading {
  const problems: string[] = [];
  const text = (field: Field): string | null => {
    const cell = cells.get(field) ?? mapping.defaults.get(field);
    return cell === undefined ? null : mapping.valueOf(field, cell);
  };
  const list = (field: Field): string[] => [
    ...new Set((text(field) ?? '').split(/[、,，;；\n]/u).flatMap((part) => part.trim() || [])),
  ];
  const needed = (field: Field): string => {
    const value = text(field);
    if (value === null) problems.push(`${headingOf.get(field) ?? field}为空`);
    return value ?? '';
  };
  const one = <Name extends EnumerationName>(field: Field, name: Name): ValueOf<Name> | null => {
    const cell = text(field);
    if (cell === null) return null;
    const value = readEnumeration(name, cell);
    if (value === undefined) problems.push(`${headingOf.get(field) ?? field}“${cell}”无法识别,可填:${labelsOf(name)}`);
    return value ?? null;
  };
  const several = <Name extends EnumerationName>(field: Field, name: Name): ValueOf<Name>[] => {
    const { values, unread } = readEnumerations(name, text(field) ?? '');
    for (const part of unread)
      problems.push(`${headingOf.get(field) ?? field}“${part}”无法识别,可填:${labelsOf(name)}`);
    return values;
  };
  const day = (field: Field): string | null => {
    const cell = text(field);
    if (cell === null) return null;
    const value = readDay(cell);
    if (value === undefined) problems.push(`${headingOf.get(field) ?? field}“${cell}”不是有效日期,例如 2024-03-05`);
    return value ?? null;
  };

  const code = text('code');
  if (code !== null && !codeShape.test(code))
    problems.push(`信息资源代码“${code}”不合规:应由字母、数字和“/”组成,不少于 6 位,例如 307015/000123`);
  const levels = (
    ['classification1', 'classification2', 'classification3', 'classification4', 'classification5'] as const
  )
    .map(text)
    .filter((level) => level !== null);
  const content: EntryContent = {
    ...emptyContent(needed('name').replace(/\s+/gu, ' ')),
    summary: needed('summary'),
    source: text('source'),
    classification: text('classification') ?? (levels.length > 0 ? levels.join('/') : null),
    classificationCode: text('classificationCode'),
    standard: text('standard'),
    updateCycle: one('updateCycle', 'updateCycle'),
    sharingType: one('sharingType', 'sharingType'),
    sharingBasis: text('sharingBasis'),
    // The template has two columns for it; where the finer one is empty the coarser one says it.
    sharingMethods: several(
      text('sharingMethods') === null ? 'sharingMethodCategory' : 'sharingMethods',
      'sharingMethods',
    ),
    openingType:
      one('openingType', 'openingType') ?? openToSociety(text('openToSociety'), text('openingBasis'), problems),
    openingBasis: text('openingBasis'),
    openingMethods: several('openingMethods', 'openingMethods'),
    openingTopic: text('openingTopic'),
    relations: text('relations'),
    relatedCodes: list('relatedCodes'),
    securityLevel: text('securityLevel'),
    ...readFormat(text('formatCategory'), text('formatType') ?? text('otherFormat')),
    form: one('form', 'form'),
    network: one('network', 'network'),
    scenarios: list('scenarios'),
    businessItems: list('businessItems'),
    systemName: text('systemName'),
    subUnit: text('subUnit'),
    keywords: list('keywords'),
    access: text('access'),
    legalBases: readBases(text('legalBases') ?? ''),
  };
  const entry: ReadEntry = {
    row,
    rows: [row],
    sourceId: text('id'),
    code,
    kind: one('kind', 'kind') ?? 'data',
    department: needed('department').replace(/\s+/gu, ''),
    publishedOn: day('publishedOn'),
    dataUpdatedOn: day('dataUpdatedOn'),
    content,
  };
  return problems.length > 0 ? { problems } : { entry };
}

/** 是否向社会开放: a condition beside the yes makes it conditional. */
function openToSociety(
  answer: string | null,
  condition: string | null,
  problems: string[],
): EntryContent['openingType'] {
  if (answer === null) return null;
  if (/^(?:否|不|不开放|0|no|n|false)$/u.test(foldWord(answer))) return 'withheld';
  if (/^(?:是|开放|1|yes|y|true)$/u.test(foldWord(answer)))
    return condition === null || /^无(?:条件)?$/u.test(condition) ? 'unconditional' : 'conditional';
  const type = readEnumeration('openingType', answer);
  if (type === undefined) problems.push(`是否向社会开放“${answer}”无法识别,可填:是、否`);
  return type ?? null;
}
