/** Every version of an entry: when, by whom, in which state, and in words what it changed. */
import { z } from 'zod';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { defineTool } from '../tool.ts';
import { catalogResult, offerShow } from './catalog-result.ts';
import { changesInWords } from './content-words.ts';
import { contentOf } from './entry-content.ts';
import { entryField } from './naming-fields.ts';
import { loadEntry, seesAll, seesPublished, unknownEntry, type VersionRow } from './entry-row.ts';
import { stateNames } from './wording.ts';

export const catalogHistory = defineTool({
  name: 'catalog-history',
  title: '目录版本历史',
  purpose: '查看一条目录的各个版本、每次改了什么、什么时候发布或退回。',
  effect: 'reads',
  article: null,
  input: z.object({ entryId: entryField('any', '查看哪一条目录的历史?') }),
  output: catalogResult,
  permits: { officer: 'any', lead: 'any', bureau: 'any', public: 'any', newcomer: 'any' },
  says: [
    '目录|条目 历史|版本|改过什么|修改记录|变更记录',
    '信息|数据|名录|名单|清单 改过什么|历史|修改记录|变更记录|改过几次|哪些版本',
    '历史版本|版本历史',
    '查看|看看|看一下|查一下|查 历史版本|版本历史|修改记录|变更记录',
  ],
  touches: () => null,
  async run({ entryId }, { actor, db }) {
    const entry = await loadEntry(db, entryId);
    // To others only what has been in force is history.
    const versions = seesAll(actor, entry.departmentId)
      ? entry.versions
      : entry.versions.filter(
          ({ publishedOn, openingType }) => publishedOn !== null && seesPublished(actor, openingType),
        );
    const [newest] = versions;
    if (!newest) throw unknownEntry();
    const lines = versions.flatMap((version, at) => {
      const before = versions[at + 1];
      const changes = before ? changesInWords(contentOf(before), contentOf(version)) : [];
      return [headOf(version), ...changes.map((change) => `  ${change}`), ...notesOf(version)];
    });
    return {
      entryId,
      text: [`“${newest.name}”(${entry.department.name})共 ${versions.length} 个版本,新的在前:`, ...lines].join('\n'),
      offers: [offerShow(entryId)],
    };
  },
});

function headOf({ number, state, createdAt, author, publishedOn }: VersionRow): string {
  const who = author === null ? '' : `,${author.name}编制`;
  const on = publishedOn === null ? '' : `,${publishedOn} 发布`;
  return `第 ${number} 版(${changshaDay(createdAt)}${who}${on}):${stateNames[state]}`;
}

function notesOf({ changeNote, returnReason }: VersionRow): readonly string[] {
  return [
    ...(changeNote === null ? [] : [`  原因:${changeNote}`]),
    ...(returnReason === null ? [] : [`  退回原因:${returnReason}`]),
  ];
}
