/** A line of the roster: who acts for which department in which roles. */
import { z } from 'zod';

export const rosterRoles = ['officer', 'lead', 'bureau', 'public'] as const;
export type RosterRole = (typeof rosterRoles)[number];

/** What people write for a role. */
const roleWords: Readonly<Record<string, RosterRole>> = {
  officer: 'officer',
  数据专员: 'officer',
  专员: 'officer',
  经办人: 'officer',
  lead: 'lead',
  负责人: 'lead',
  部门负责人: 'lead',
  bureau: 'bureau',
  市数据资源局: 'bureau',
  public: 'public',
  公众: 'public',
};

export interface RosterRow {
  /** As the file counts its lines. */
  readonly row: number;
  readonly id: string;
  readonly name: string;
  /** Empty only for a public requester. */
  readonly department: string;
  readonly roles: readonly RosterRole[];
}

export interface RejectedRow {
  readonly row: number;
  /** In Chinese, for whoever keeps the roster. */
  readonly reason: string;
}

const idSchema = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\p{L}\p{N}._@-]+$/u);

/** @param cells by column: id, name, department, roles */
export function readRosterRow(
  row: number,
  cells: Readonly<Record<'id' | 'name' | 'department' | 'roles', string>>,
): RosterRow | RejectedRow {
  const { id, name, department } = cells;
  if (!idSchema.safeParse(id).success) return { row, reason: id === '' ? '缺少 id' : `id“${id}”里有不能用的字符` };
  if (name === '') return { row, reason: '缺少姓名' };
  const words = cells.roles.split(/[;；,，、|/\s]+/u).filter((word) => word !== '');
  if (words.length === 0) return { row, reason: '缺少角色' };
  const unknown = words.find((word) => !Object.hasOwn(roleWords, word.toLowerCase()));
  if (unknown !== undefined) return { row, reason: `没有“${unknown}”这个角色,可用的是 ${rosterRoles.join('、')}` };
  const roles = [...new Set(words.flatMap((word) => roleWords[word.toLowerCase()] ?? []))];
  if (department === '' && roles.some((role) => role !== 'public')) return { row, reason: '缺少部门' };
  return { row, id, name, department, roles };
}

export function isRejected(row: RosterRow | RejectedRow): row is RejectedRow {
  return 'reason' in row;
}
