/** Changes an entry of one's own department: a new version is filed, the published one stays until it is accepted. */
import { z } from 'zod';
import { fieldMeta } from '../field-meta.ts';
import { Refusal } from '../refusal.ts';
import { defineTool } from '../tool.ts';
import { catalogResult, offerHistory, offerShow } from './catalog-result.ts';
import { changesInWords } from './content-words.ts';
import { contentOf, sameContent } from './entry-content.ts';
import { attributeFields } from './attribute-fields.ts';
import { entryField, nameField } from './naming-fields.ts';
import { departmentOf, latestOf, loadEntry } from './entry-row.ts';
import { filingAdvice } from './filing-advice.ts';
import { notOwnAdvice } from './not-own-advice.ts';
import { requireBases, withGiven } from './given-content.ts';
import { tellBureau } from './people-to-tell.ts';
import { settleDuties } from './settle-duties.ts';
import { refusals } from './wording.ts';
import { writeVersion } from './write-version.ts';

const {
  summary,
  items,
  source,
  classification,
  standard,
  updateCycle,
  sharingType,
  openingType,
  securityLevel,
  formatCategory,
  ...optional
} = attributeFields(false);

const input = z.object({
  entryId: entryField('mine', '要修改哪一条目录?', '要修改的目录'),
  name: nameField(false).optional(),
  summary: summary.optional(),
  items: items.optional(),
  source: source.optional(),
  classification: classification.optional(),
  standard: standard.optional(),
  updateCycle: updateCycle.optional(),
  sharingType: sharingType.optional(),
  openingType: openingType.optional(),
  securityLevel: securityLevel.optional(),
  formatCategory: formatCategory.optional(),
  ...optional,
  changeNote: z
    .string()
    .trim()
    .min(2)
    .max(500)
    .optional()
    .register(fieldMeta, {
      label: '修改原因',
      kind: 'long_text',
      aliases: ['修改说明', '变更原因'],
      ask: '为什么修改?要改的内容可以直接写成“更新周期改为每季度”这样;没有原因要说明可以跳过。',
      article: '第十六条第三款',
    }),
});

export const reviseCatalogEntry = defineTool({
  name: 'revise-catalog-entry',
  title: '修改目录条目',
  purpose: '修改本部门的一条目录,形成新版本并报市数据资源局备案。',
  effect: 'writes',
  article: '第十六条第二款',
  input,
  output: catalogResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: [
    '修改|更新|变更|改一下|调整|改 目录|条目',
    '目录 修改|更新一下|改成|改为|变更',
    '把|将 信息|数据|名录|名单|清单 改成|改为|调整为|变更为|换成',
    '把|将 信息|数据|名录|名单|清单 更新周期|共享类型|开放类型|摘要|信息项|安全等级|参考标准 改成|改为|调整为|变更为|换成',
    '信息|数据|名录|名单|清单 更新周期|共享类型|开放类型|摘要|信息项|安全等级|参考标准 改成|改为|调整为|变更为',
    '修改|改一下 信息|名录|名单|清单',
    '修改|变更|调整|改 信息|数据|名录|名单|清单 更新周期|共享类型|开放类型|摘要|信息项|安全等级|参考标准',
  ],
  touches: async ({ entryId }, { db }) => ({ departmentId: await departmentOf(db, entryId) }),
  async advise(given, context) {
    const { entryId, ...changed } = given;
    if (typeof entryId !== 'string') return [];
    const foreign = await notOwnAdvice(given, context);
    if (foreign.length > 0) return foreign;
    const entry = await loadEntry(context.db, entryId);
    const latest = latestOf(entry);
    // What was not touched was advised on when it was filed; the rest is seen beside it.
    const known = latest
      ? { items: latest.items.map(({ name, personal, sensitive }) => ({ name, personal, sensitive })) }
      : {};
    return await filingAdvice({ ...known, ...changed }, entry.departmentId, context);
  },
  async summary(values, { db }) {
    const { entryId, changeNote: _, ...given } = values;
    const latest = latestOf(await loadEntry(db, entryId));
    if (!latest) return [];
    const before = contentOf(latest);
    const changes = changesInWords(before, withGiven(before, given));
    return changes.length === 0
      ? ['还没有要改的内容,请说明要改哪一项、改成什么。']
      : ['改动:', ...changes.map((one) => `- ${one}`)];
  },
  async run({ entryId, changeNote, ...given }, { actor, db, now, record, tell }) {
    const entry = await loadEntry(db, entryId);
    const latest = latestOf(entry);
    if (!latest) throw new Refusal('ENTRY_STATE', ...refusals.notInState(entry.versions[0]?.state ?? null, '修改'));
    const before = contentOf(latest);
    const content = withGiven(before, given);
    if (sameContent(before, content)) throw new Refusal('NOTHING_CHANGED', ...refusals.nothingChanged);
    requireBases(content);
    const number = (entry.versions[0]?.number ?? 0) + 1;
    const changes = changesInWords(before, content);
    await writeVersion(db, {
      entryId,
      number,
      state: 'submitted',
      content,
      changeNote: changeNote ?? null,
      authorId: actor.personId,
      now,
    });
    await settleDuties(db, entryId);
    record({
      subjectKind: 'catalog_entry',
      subjectId: entryId,
      action: 'catalog.revise',
      departmentId: entry.departmentId,
      before: { number: latest.number, ...before },
      after: { number, state: 'submitted', ...content },
      ...(changeNote === undefined ? {} : { reason: changeNote }),
    });
    await tellBureau(
      { db, now, actor, tell },
      entryId,
      number,
      `${entry.department.name}修改了目录“${content.name}”,等待核收。${changes.join(';')}。`,
    );
    return {
      entryId,
      text: [`“${content.name}”的修改已经报送(第 ${number} 版),等待市数据资源局核收。`, ...changes].join('\n'),
      offers: [offerShow(entryId), offerHistory(entryId)],
    };
  },
});
