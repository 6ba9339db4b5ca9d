/** Shows an entry as a card: every attribute that is given, its state, and what can be done with it. */
import { z } from 'zod';
import { catalogKinds } from '#prisma/catalog-codes.ts';
import { defineTool } from '../tool.ts';
import type { Actor } from '#tools/people/actor.ts';
import { catalogResult, type CatalogOffer, offerHistory, offerRevise } from './catalog-result.ts';
import { wordsOfContent } from './content-words.ts';
import { contentOf } from './entry-content.ts';
import { entryField } from './naming-fields.ts';
import { type EntryRow, loadEntry, type VersionRow, visibleVersion } from './entry-row.ts';
import { stateNames } from './wording.ts';

export const showCatalogEntry = defineTool({
  name: 'show-catalog-entry',
  title: '查看目录条目',
  purpose: '查看一条目录的全部内容:信息项、共享和开放类型及条件、更新周期、依据等。',
  effect: 'reads',
  article: null,
  input: z.object({ entryId: entryField('any', '查看哪一条目录?') }),
  output: catalogResult.extend({
    title: z.string(),
    facts: z.array(z.object({ label: z.string(), value: z.string() })),
  }),
  permits: { officer: 'any', lead: 'any', bureau: 'any', public: 'any', newcomer: 'any' },
  says: ['查看|看看|看一下|打开|显示 目录|条目', '目录 详情|详细|内容是什么|有哪些信息项'],
  touches: () => null,
  async run({ entryId }, { actor, db }) {
    const entry = await loadEntry(db, entryId);
    const version = visibleVersion(entry, actor);
    const title = `${version.name}(${catalogKinds[entry.kind].label})`;
    const facts = [
      { label: '提供部门', value: entry.department.name },
      { label: '状态', value: stateWords(version) },
      ...(entry.code === null ? [] : [{ label: '信息资源代码', value: entry.code }]),
      ...wordsOfContent(contentOf(version))
        .filter(({ field, words }) => words !== '' && field !== 'name')
        .map(({ label, words }) => ({ label, value: words })),
      ...(entry.dataUpdatedOn === null ? [] : [{ label: '数据最近更新', value: entry.dataUpdatedOn }]),
    ];
    return {
      entryId,
      title,
      facts,
      text: [title, ...facts.map(({ label, value }) => `${label}:${value}`)].join('\n'),
      offers: offersFor(entry, version, actor),
    };
  },
});

function stateWords({ state, number, publishedOn, returnReason }: VersionRow): string {
  const on = publishedOn === null || state !== 'published' ? '' : `(${publishedOn})`;
  const why = returnReason === null ? '' : `,原因:${returnReason}`;
  return `${stateNames[state]}${on},第 ${number} 版${why}`;
}

function offersFor({ id, departmentId }: EntryRow, { state, sharingType }: VersionRow, actor: Actor): CatalogOffer[] {
  const own = actor.memberships.some((one) => one.departmentId === departmentId && one.role !== 'public');
  const bureau = actor.memberships.some(({ role }) => role === 'bureau');
  if (bureau && state === 'submitted' && !own)
    return [
      { title: '发布', tool: 'publish-catalog-entry', fields: { entryId: id } },
      { title: '退回', tool: 'return-catalog-entry', fields: { entryId: id } },
      offerHistory(id),
    ];
  if (own) return [offerRevise(id), offerHistory(id)];
  const staff = actor.memberships.some(({ role }) => role === 'officer' || role === 'lead');
  return staff && state === 'published' && sharingType !== 'withheld'
    ? [{ title: '申请共享', tool: 'file-share-request', fields: { entryId: id } }, offerHistory(id)]
    : [offerHistory(id)];
}
