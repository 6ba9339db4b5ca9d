/** Two entries side by side: what differs, which items they share, and whether they look like one and the same. */
import { z } from 'zod';
import { defineTool } from '../tool.ts';
import { catalogResult, offerShow } from './catalog-result.ts';
import { isDouble, likenessOf } from './checkup/likeness.ts';
import { wordsOfContent } from './content-words.ts';
import { contentOf } from './entry-content.ts';
import { entryField } from './naming-fields.ts';
import { loadEntry, visibleVersion } from './entry-row.ts';

export const compareCatalogEntries = defineTool({
  name: 'compare-catalog-entries',
  title: '比较目录条目',
  purpose: '比较两条目录有什么不同、信息项有哪些相同、是不是重复。',
  effect: 'reads',
  article: null,
  input: z.object({
    entryId: entryField('any', '比较哪两条目录?先说第一条。', '第一条目录'),
    otherId: entryField('any', '第二条是哪一条?', '第二条目录'),
  }),
  output: catalogResult,
  permits: { officer: 'any', lead: 'any', bureau: 'any', public: 'any', newcomer: 'any' },
  says: ['比较|对比|比一比 目录|数据', '目录|数据 有什么区别|有什么不同|是不是重复'],
  touches: () => null,
  async run({ entryId, otherId }, { actor, db }) {
    const entries = [await loadEntry(db, entryId), await loadEntry(db, otherId)] as const;
    const [one, other] = [contentOf(visibleVersion(entries[0], actor)), contentOf(visibleVersion(entries[1], actor))];
    const [first, second] = [
      `${one.name}(${entries[0].department.name})`,
      `${other.name}(${entries[1].department.name})`,
    ];
    const theirs = new Map(wordsOfContent(other).map(({ field, words }) => [field, words]));
    const differing = wordsOfContent(one).flatMap(({ field, label, words }) => {
      const beside = theirs.get(field) ?? '';
      return field === 'name' || field === 'items' || words === beside
        ? []
        : [`${label}:${words || '(未填)'} | ${beside || '(未填)'}`];
    });
    const names = new Set(other.items.map(({ name }) => name));
    const both = one.items.filter(({ name }) => names.has(name)).map(({ name }) => name);
    const onlyOne = one.items.filter(({ name }) => !names.has(name)).map(({ name }) => name);
    const onlyOther = other.items
      .filter(({ name }) => !one.items.some((item) => item.name === name))
      .map(({ name }) => name);
    const double =
      entries[0].departmentId !== entries[1].departmentId && isDouble(likenessOf(one, other))
        ? ['两条目录很可能是同一种数据,应当一数一源(第十五条第二款)。']
        : [];
    return {
      entryId,
      text: [
        `${first} 与 ${second}:`,
        ...(differing.length === 0 ? ['各项属性相同。'] : differing),
        `相同的信息项:${both.join('、') || '没有'}`,
        ...(onlyOne.length > 0 ? [`只有前者有:${onlyOne.join('、')}`] : []),
        ...(onlyOther.length > 0 ? [`只有后者有:${onlyOther.join('、')}`] : []),
        ...double,
      ].join('\n'),
      offers: [
        { ...offerShow(entryId), title: `查看“${one.name}”` },
        { ...offerShow(otherId), title: `查看“${other.name}”` },
      ],
    };
  },
});
