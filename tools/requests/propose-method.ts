/** The least intrusive way of sharing that serves a purpose (Art. 21, minimum sufficient): a yes or no before a record, a record before a copy. */
import type { SharingMethod } from '#prisma/generated/enums.ts';

export interface Proposal {
  readonly method: SharingMethod;
  readonly why: string;
}

/** Least intrusive first. */
export const byIntrusion: readonly SharingMethod[] = ['result_verification', 'service_call', 'data_push'];

const bulk = /统计|分析|建模|全量|底数|台账|批量|比对库|汇总|预测|画像|监测|评价|指标|普查|按日|每日|定期/u;
const single = /核验|核对|核实|查验|验证|资格|是否|审核|认定|比对|真实性/u;
const lookUp = /查询|调阅|调用|办理|办件|在线|窗口|预填|免提交/u;

const whys: Readonly<Record<SharingMethod, string>> = {
  result_verification: '只返回是否相符,不拿走明细,最符合最小够用',
  service_call: '办一件查一件,不留存整份数据',
  data_push: '这个场景要用成批的数据',
};

/** @param offered what the entry offers; empty: it does not say */
export function proposeMethod(scenario: string, offered: readonly SharingMethod[]): Proposal | null {
  const fits = needed(scenario);
  if (fits === null) return null;
  const open = offered.length === 0 ? byIntrusion : byIntrusion.filter((method) => offered.includes(method));
  // What is offered may be only heavier, or only lighter, than what serves.
  const method = open.find((one) => byIntrusion.indexOf(one) >= byIntrusion.indexOf(fits)) ?? open.at(-1);
  if (method === undefined) return null;
  return { method, why: method === fits ? whys[fits] : '目录只提供这种方式' };
}

function needed(scenario: string): SharingMethod | null {
  if (single.test(scenario) && !bulk.test(scenario)) return 'result_verification';
  if (lookUp.test(scenario)) return 'service_call';
  return bulk.test(scenario) ? 'data_push' : null;
}

/** Whether one gives away more than another. */
export function isHeavier(method: SharingMethod, than: SharingMethod): boolean {
  return byIntrusion.indexOf(method) > byIntrusion.indexOf(than);
}
