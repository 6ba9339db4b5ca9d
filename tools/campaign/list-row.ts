/** A line of one of the three lists, and what each list says of a line: the columns of its table. */
import { z } from 'zod';
import type { ListKind } from '#prisma/generated/enums.ts';
import { isIsoDate } from '#tools/deadlines/iso-date.ts';

const text = (most: number) => z.string().trim().min(1).max(most).nullable();

export const listRowSchema = z.object({
  /** `entry:<id>` of the catalog, `request:<id>` that was approved, `line:<id>` written by hand. */
  key: z.string().min(1),
  name: z.string().trim().min(1).max(200),
  code: text(60),
  /** What is withheld stands in no list; null: not said yet. */
  type: z.enum(['unconditional', 'conditional']).nullable(),
  /** The condition of a conditional one. */
  basis: text(2_000),
  /** In words. */
  methods: z.array(z.string().trim().min(1).max(60)).max(12),
  /** In words. */
  cycle: text(60),
  /** Of a scenario: the data it uses. */
  data: text(500),
  provider: text(200),
  scope: text(2_000),
  legal: text(2_000),
  until: z.string().refine(isIsoDate).nullable(),
});
export type ListRow = z.infer<typeof listRowSchema>;
export const listRowsSchema = z.array(listRowSchema);

export type RowField = Exclude<keyof ListRow, 'key'>;

/** Columns in order; what a list does not name is null in its lines. */
export const columnsOf: Readonly<Record<ListKind, Readonly<Partial<Record<RowField, string>>>>> = {
  sharing: {
    name: '数据资源名称',
    code: '信息资源代码',
    type: '共享类型',
    basis: '共享条件',
    methods: '共享方式',
    cycle: '更新周期',
  },
  opening: {
    name: '数据资源名称',
    code: '信息资源代码',
    type: '开放类型',
    basis: '开放条件',
    methods: '开放方式',
    cycle: '更新周期',
  },
  scenarios: {
    name: '应用场景',
    data: '使用的数据',
    provider: '提供部门',
    methods: '使用方式',
    scope: '业务范围',
    legal: '使用依据',
    until: '使用期限',
  },
};

/** The names of the columns are the record's own keys. */
export function fieldsOfList(list: ListKind): readonly RowField[] {
  return Object.keys(columnsOf[list]) as RowField[];
}

const typeWords = { unconditional: '无条件', conditional: '有条件' } as const;
const verbs: Readonly<Record<ListKind, string>> = { sharing: '共享', opening: '开放', scenarios: '' };

/** 有条件共享; empty where nothing is said. */
export function cellOf(list: ListKind, row: ListRow, field: RowField): string {
  const value = row[field];
  if (value === null) return '';
  if (Array.isArray(value)) return value.join('、');
  return field === 'type' && row.type !== null ? `${typeWords[row.type]}${verbs[list]}` : value;
}

export function emptyRow(key: string, name: string): ListRow {
  return {
    key,
    name,
    code: null,
    type: null,
    basis: null,
    methods: [],
    cycle: null,
    data: null,
    provider: null,
    scope: null,
    legal: null,
    until: null,
  };
}
