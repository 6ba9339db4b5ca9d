/** A catalog entry among those the field allows: by its name or code, else by what its data are about. */
import { findCatalogEntries } from '#tools/catalogs/find-entries.ts';
import { entityReader } from './entity.ts';

function titled(name: string, department: string): string {
  return `${name}(${department})`;
}

/** Words that say that data are wanted and not which. */
const lead = /^(?:我们?|想|要|申请|共享|需要|使用|调取|调用|借用|一下|的)+(?=.{2})/u;

/** 申请民政局的婚姻登记数据 */
const wanted =
  /(?:申请|共享|调取|调用|借用|想要|需要|想用|要用|想拿|想调)(?:共享|开放|使用|一下)*((?:[\p{Script=Han}\w]{2,20}?(?:局|委|办|中心)的?)?[\p{Script=Han}\w]{2,24}?(?:数据|信息|目录))/du;
/** 把婚姻登记信息改成…, 查看公厕名录 */
const handled =
  /(?:修改|改(?![成为革造善变])|变更|调整|撤销|撤回|下架|查看|看一?下|看看|打开|发布|核收|退回|驳回|报送|比较|对比|把|将)(?:一下|这条|这个|目录|条目|[\s:])*([\p{Script=Han}\w]{2,24}?(?:数据|信息|名录|名单|清单))(?!资源)/du;

/** 婚姻登记信息改过什么 */
const looked =
  /^(?:看看?|看一?下|查看?|查一?下)?([\p{Script=Han}\w]{2,24}?(?:信息|数据|名录|名单|清单))的?(?:改过|历史|版本|修改记录|变更记录|有哪些版本)/du;

export const catalogEntry = entityReader({
  kind: 'catalog_entry',
  asksWhenUnsure: true,
  find: async (words, { among, ...context }) =>
    await findCatalogEntries(words.trim().replace(lead, ''), among, context),
  title: async (id, { db }) => {
    const row = await db.catalogVersion.findFirst({
      where: { entryId: id },
      orderBy: { number: 'desc' },
      select: { name: true, entry: { select: { department: { select: { name: true } } } } },
    });
    return row && titled(row.name, row.entry.department.name);
  },
  spot: (sentence) => {
    const quoted = /["《]([^"》]{2,40})["》]/du.exec(sentence.plain)?.indices?.[1];
    const said =
      quoted ??
      looked.exec(sentence.plain)?.indices?.[1] ??
      wanted.exec(sentence.plain)?.indices?.[1] ??
      handled.exec(sentence.plain)?.indices?.[1];
    return said ? [{ start: said[0], end: said[1] }] : [];
  },
});
