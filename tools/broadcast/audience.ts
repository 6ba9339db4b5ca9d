/** Whom a broadcast is for, as filters that are resolved to people anew each time. */
import { z } from 'zod';

export const audienceRoles = ['officer', 'lead', 'bureau'] as const;
export const listKinds = ['sharing', 'opening', 'scenarios'] as const;

/** All that is said must hold; what is not said does not matter. */
export const audienceSchema = z.object({
  /** `contact`: the one person a department has named; otherwise who acts for it in these roles. */
  who: z.union([z.literal('contact'), z.array(z.enum(audienceRoles)).min(1)]).default(['officer', 'lead']),
  departmentIds: z.array(z.string()).min(1).optional(),
  /** 岳麓区 … */
  districts: z.array(z.string()).min(1).optional(),
  kinds: z
    .array(z.enum(['bureau', 'municipal', 'district', 'institution', 'enterprise']))
    .min(1)
    .optional(),
  /** Departments with an answer that is overdue. */
  overdue: z.literal(true).optional(),
  /** Departments that have not signed this list of the campaign that is open. */
  unsigned: z.enum(listKinds).optional(),
  /** People of whom an earlier broadcast was, or may have been, received. */
  received: z.string().optional(),
  except: z
    .object({ departmentIds: z.array(z.string()).default([]), personIds: z.array(z.string()).default([]) })
    .default({ departmentIds: [], personIds: [] }),
});
export type Audience = z.infer<typeof audienceSchema>;

const kindNames = {
  bureau: '市数据资源局',
  municipal: '市直部门',
  district: '区县',
  institution: '法律法规授权的组织',
  enterprise: '公共服务企业',
} as const;
const roleNames = { officer: '数据专员', lead: '部门负责人', bureau: '市数据资源局工作人员' } as const;
export const listNames = { sharing: '共享清单', opening: '开放清单', scenarios: '应用场景清单' } as const;

/** @param nameOf a department or a person by id */
export function describeAudience(audience: Audience, nameOf: (id: string) => string): string {
  const { who, departmentIds, districts, kinds, overdue, unsigned, received, except } = audience;
  const which = [
    ...(departmentIds ? [departmentIds.map(nameOf).join('、')] : []),
    ...(districts ? [`${districts.join('、')}的部门`] : []),
    ...(kinds ? [kinds.map((kind) => kindNames[kind]).join('、')] : []),
    ...(overdue ? ['有超期未答复申请的部门'] : []),
    ...(unsigned ? [`还没有签报${listNames[unsigned]}的部门`] : []),
  ];
  const people = who === 'contact' ? '联系人' : who.map((role) => roleNames[role]).join('和');
  const left = [...except.departmentIds, ...except.personIds].map(nameOf);
  const base =
    received === undefined ? `${which.length === 0 ? '全部部门' : which.join(',')}的${people}` : '上一条通知的收件人';
  return `${base.replace('的的', '的')}${left.length === 0 ? '' : `(除${left.join('、')})`}`;
}
