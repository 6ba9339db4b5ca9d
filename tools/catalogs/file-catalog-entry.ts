/** Files a new entry of the information or the data catalog with the bureau (Art. 16). */
import { z } from 'zod';
import type { Actor } from '#tools/people/actor.ts';
import { fieldMeta } from '../field-meta.ts';
import { Refusal } from '../refusal.ts';
import { defineTool } from '../tool.ts';
import { catalogResult, offerShow } from './catalog-result.ts';
import { coreName } from './checkup/likeness.ts';
import { entryCopies } from './entry-copies.ts';
import { emptyContent } from './entry-content.ts';
import { attributeFields } from './attribute-fields.ts';
import { kindField, nameField } from './naming-fields.ts';
import { filingAdvice } from './filing-advice.ts';
import { requireBases, withGiven } from './given-content.ts';
import { tellBureau } from './people-to-tell.ts';
import { refusals } from './wording.ts';
import { writeVersion } from './write-version.ts';

const input = z.object({
  departmentId: z.string().register(fieldMeta, {
    label: '提供部门',
    kind: 'department',
    aliases: ['部门', '提供单位', '提供方'],
    ask: '由哪个部门提供?',
    article: '第七条第二款',
    example: '市教育局',
    known: onlyDepartment,
  }),
  kind: kindField(),
  name: nameField(true),
  ...attributeFields(true),
});

export const fileCatalogEntry = defineTool({
  name: 'file-catalog-entry',
  title: '编制目录条目',
  purpose: '编制一条信息资源目录或数据资源目录,报市数据资源局备案。',
  effect: 'writes',
  article: '第十六条第二款',
  input,
  output: catalogResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: ['编|编制|新建|新增|登记|建|报|报送|填 目录', '新的?|一条 数据|信息 目录', '目录 编制|备案'],
  touches: ({ departmentId }) => ({ departmentId }),
  draftName: ({ name }) => (typeof name === 'string' ? name : undefined),
  advise: (given, context) =>
    filingAdvice(given, typeof given.departmentId === 'string' ? given.departmentId : null, context),
  summary: () => ['确认后报送市数据资源局核收,核收前可以继续修改。'],
  async run({ departmentId, kind, ...given }, { actor, db, now, record, tell }) {
    const content = withGiven(emptyContent(given.name), given);
    requireBases(content);
    const others = await db.catalogVersion.findMany({
      where: { entry: { departmentId, kind }, state: { notIn: ['superseded', 'withdrawn'] } },
      select: { name: true, state: true },
    });
    const taken = others.find(({ name }) => coreName(name) === coreName(given.name));
    if (taken) throw new Refusal('ENTRY_NAME_TAKEN', ...refusals.nameTaken(taken.name, taken.state));
    const entry = await db.catalogEntry.create({
      data: { departmentId, kind, createdAt: now },
      select: { id: true, department: { select: { name: true } } },
    });
    const version = { entryId: entry.id, number: 1, state: 'submitted' as const, content, changeNote: null, now };
    await writeVersion(db, { ...version, authorId: actor.personId });
    record({
      subjectKind: 'catalog_entry',
      subjectId: entry.id,
      action: 'catalog.file',
      departmentId,
      after: { kind, state: 'submitted', ...content },
    });
    await tellBureau(
      { db, now, actor, tell },
      entry.id,
      1,
      `${entry.department.name}报送了目录“${content.name}”,等待核收。`,
    );
    return {
      entryId: entry.id,
      text: `“${content.name}”已经报送,等待市数据资源局核收;发布或退回时会在这里告诉您。`,
      offers: [offerShow(entry.id)],
    };
  },
  copies: entryCopies,
  undo: ({ entryId }) =>
    entryId === null
      ? null
      : { tool: 'withdraw-catalog-entry', fields: { entryId, reason: '填报有误,撤回' }, withinMinutes: 60 },
});

function onlyDepartment(actor: Actor): unknown {
  const departments = new Set(actor.memberships.flatMap(({ departmentId }) => departmentId ?? []));
  return departments.size === 1 ? [...departments][0] : undefined;
}
