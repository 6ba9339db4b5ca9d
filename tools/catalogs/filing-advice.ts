/** Remarks on an entry while it is filed: what the check-up would find later, said in time; and who else has such data. */
import type { GivenFields } from '../field-meta.ts';
import type { Advice } from '../tool.ts';
import type { LookContext } from '../tool-context.ts';
import { dataItemSchema } from './data-item.ts';
import { nameIsSystem } from './name-is-system.ts';
import { catalogSearchOf } from './search/catalog-search-of.ts';
import { coreName, likenessOf } from './checkup/likeness.ts';

/** @param departmentId whose entry it is; null: not known yet */
export async function filingAdvice(
  given: GivenFields,
  departmentId: string | null,
  { db }: LookContext,
): Promise<readonly Advice[]> {
  const { name, items, sharingType, openingType } = given;
  const advice: Advice[] = [];
  if (typeof name === 'string' && nameIsSystem(name))
    advice.push({
      id: `system-name:${name}`,
      text: `“${name}”像是系统的名称。目录名称最好说明是什么数据,可以说“名称改成……”。`,
      article: '第十六条第一款',
    });
  const guarded =
    dataItemSchema
      .array()
      .safeParse(items)
      .data?.filter((item) => item.personal || item.sensitive) ?? [];
  const names = guarded.map((item) => item.name).join('、');
  if (guarded.length > 0 && openingType === 'unconditional')
    advice.push({
      id: 'personal-open',
      text: `信息项里有个人或敏感信息(${names}),应当不予开放,或者脱敏后开放,请再核对开放类型。`,
      article: '第二十四条第三款',
    });
  if (guarded.length > 0 && sharingType === 'unconditional')
    advice.push({
      id: 'personal-shared',
      text: `信息项里有个人或敏感信息(${names}),按最小够用原则一般列为有条件共享,请再核对共享类型。`,
      article: '第二十一条第二款',
    });
  if (typeof name === 'string' && name.length > 2) advice.push(...(await doubles(name, departmentId, db)));
  return advice;
}

async function doubles(name: string, departmentId: string | null, db: LookContext['db']): Promise<readonly Advice[]> {
  const { hits } = await (await catalogSearchOf(db)).search(coreName(name), { limit: 5 });
  const same = hits.find(
    ({ entry }) =>
      entry.departmentId !== departmentId &&
      likenessOf({ name, items: [] }, { name: entry.name, items: [] }).names >= 0.85,
  );
  if (!same) return [];
  const { department, name: theirs } = same.entry;
  return [
    {
      id: `double:${same.entry.entryId}`,
      text: `${department}已经有“${theirs}”。数据应当一数一源:如果是同一种数据,请直接申请共享,不用另编;确有区别的可以继续,最好在“关联关系”里写明。`,
      article: '第十五条第二款',
    },
  ];
}
