/** The bureau takes lines of the roster in, pasted into the chat: people, their departments and roles. */
import { z } from 'zod';
import { readCsv } from '#tools/catalogs/exchange/read-csv.ts';
import { fieldMeta } from '../field-meta.ts';
import { Refusal } from '../refusal.ts';
import { defineTool } from '../tool.ts';
import { viaOf } from './actor.ts';
import { takeInRoster } from './import-roster.ts';
import { type Roster, readRosterTable } from './read-roster.ts';
import { RosterFault } from './roster-fault.ts';
import { wording } from './wording.ts';

const columns = 'id,name,department,roles';

/** With or without the line of headings. */
function rosterOf(text: string): Roster {
  const withHeading = /^\s*(?:id|编号|工号)/iu.test(text)
    ? text
    : `${columns.replaceAll(',', text.includes('\t') ? '\t' : ',')}\n${text}`;
  return readRosterTable(readCsv(new TextEncoder().encode(withHeading)));
}

export const importRosterRows = defineTool({
  name: 'import-roster',
  title: '导入通讯录',
  purpose: '市数据资源局把人员、部门和角色成批加入通讯录,可以直接粘贴表格。',
  effect: 'writes',
  article: '第七条第一款',
  input: z.object({
    rows: z.string().trim().min(5).max(20_000).register(fieldMeta, {
      label: '通讯录内容',
      kind: 'long_text',
      ask: '请粘贴通讯录,每行一个人:编号,姓名,部门,角色。',
      hint: '角色可以写 officer(数据专员)、lead(部门负责人)、bureau(市数据资源局)、public(公众),多个用分号隔开。',
      example: 'li01,李明,长沙市教育局,officer',
    }),
  }),
  output: z.object({
    created: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    rejected: z.array(z.object({ row: z.number().int(), reason: z.string() })),
  }),
  permits: { bureau: 'any' },
  says: ['导入|录入|更新|上传 通讯录|名册|人员名单|花名册'],
  touches: () => null,
  draftName: () => '导入通讯录',
  summary: ({ rows }) => {
    try {
      const { rows: good, rejected } = rosterOf(rows);
      return [wording.rosterSummary(good.length, rejected)];
    } catch (error) {
      return error instanceof RosterFault ? [error.message] : [];
    }
  },
  async run({ rows }, { actor, db, now, record }) {
    const roster = rosterOf(rows);
    if (roster.rows.length === 0)
      throw new Refusal('EMPTY_ROSTER', wording.emptyRoster, { remedy: wording.emptyRosterRemedy, field: 'rows' });
    // Departments are the operator's to name: one that is not known is more likely a slip.
    const report = await takeInRoster(db, roster, { now, via: viaOf(actor), actorId: actor.personId, create: false });
    const { created, updated, unchanged, rejected } = report;
    record({
      subjectKind: 'roster',
      subjectId: 'roster',
      after: { created, updated, unchanged, rejected: rejected.length },
    });
    return { created, updated, unchanged, rejected: [...rejected] };
  },
});
