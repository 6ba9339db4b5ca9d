/** A contact changes: what the one has not finished becomes the other's, with a briefing, and nothing falls between them. */
import { z } from 'zod';
import { fieldMeta } from '../field-meta.ts';
import { Refusal } from '../refusal.ts';
import { defineTool } from '../tool.ts';
import type { Db, LookContext } from '../tool-context.ts';
import { moveWork } from './move-work.ts';
import { briefingOf, openWork } from './open-work.ts';
import { wording } from './wording.ts';

const input = z.object({
  fromId: z.string().register(fieldMeta, {
    label: '移交人',
    kind: 'person',
    aliases: ['原联系人', '原经办人'],
    ask: '谁的工作要移交?',
    example: '李明',
    among: 'colleagues',
    known: ({ personId, memberships }) =>
      memberships.length > 0 && memberships.every(({ role }) => role === 'officer') ? personId : undefined,
  }),
  toId: z.string().register(fieldMeta, {
    label: '接手人',
    kind: 'person',
    aliases: ['接替人', '新联系人', '接手的人'],
    ask: '由谁接手?',
    example: '王芳',
    among: 'colleagues',
  }),
  leaves: z.boolean().register(fieldMeta, {
    label: '移交人是否离开本部门',
    kind: 'yes_no',
    aliases: ['是否离开'],
    ask: '移交人是否离开本部门?离开的话,原来的身份会停用。',
  }),
});

export const handOver = defineTool({
  name: 'hand-over',
  title: '移交工作',
  purpose: '联系人变动时,把没办完的草稿、申请、期限和提醒移交给同部门的接手人。',
  effect: 'writes',
  article: '第七条第一款',
  input,
  output: z.object({ to: z.string(), briefing: z.array(z.string()) }),
  permits: { officer: 'own', lead: 'own', bureau: 'any' },
  says: ['移交|交接 工作|业务|事项|任务', '工作|业务|事项 移交|交接|交给', '更换|换 联系人|经办人'],
  touches: async ({ fromId }, { db, now }) => ({
    personId: fromId,
    departmentId: (await departmentsOf(db, fromId, now))[0] ?? '',
  }),
  draftName: () => '移交工作',
  summary: async ({ fromId, toId }, context) => {
    const shared = await sharedDepartments(context, fromId, toId);
    return briefingOf(await openWork(context.db, fromId, shared));
  },
  async run({ fromId, toId, leaves }, context) {
    const { actor, acting, db, now, record, tell } = context;
    if (acting?.role === 'officer' && fromId !== actor.personId)
      throw new Refusal('NOT_YOUR_OWN', wording.notYourOwn, { remedy: wording.notYourOwnRemedy, field: 'fromId' });
    const shared = await sharedDepartments(context, fromId, toId);
    const work = await openWork(db, fromId, shared);
    const briefing = briefingOf(work);
    await moveWork(context, work, fromId, toId);
    if (leaves) await endMemberships(db, fromId, shared, now);
    const from = await nameOf(db, fromId);
    const to = await nameOf(db, toId);
    record({
      subjectKind: 'person',
      subjectId: fromId,
      departmentId: shared[0] ?? null,
      after: { toId, leaves, briefing },
    });
    const key = `hand-over:${fromId}:${now.toISOString()}`;
    if (toId !== actor.personId) tell({ personId: toId, key, text: wording.handOverToYou(from, briefing) });
    if (fromId !== actor.personId) tell({ personId: fromId, key, text: wording.handOverDone(to) });
    return { to, briefing: [...briefing] };
  },
});

async function departmentsOf(db: Db, personId: string, now: Date): Promise<readonly string[]> {
  const held = await db.membership.findMany({
    where: { personId, since: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] },
    orderBy: { since: 'asc' },
    select: { departmentId: true },
  });
  return [...new Set(held.flatMap(({ departmentId }) => departmentId ?? []))];
}

/** @throws Refusal when they are one person, or have no department in common */
async function sharedDepartments({ db, now }: LookContext, fromId: string, toId: string): Promise<readonly string[]> {
  if (fromId === toId)
    throw new Refusal('SAME_PERSON', wording.samePerson, { remedy: wording.samePersonRemedy, field: 'toId' });
  const [from, to] = [await departmentsOf(db, fromId, now), await departmentsOf(db, toId, now)];
  const shared = from.filter((id) => to.includes(id));
  if (shared.length === 0)
    throw new Refusal('SUCCESSOR_ELSEWHERE', wording.successorElsewhere(await nameOf(db, toId)), {
      remedy: wording.successorElsewhereRemedy,
      field: 'toId',
    });
  return shared;
}

async function nameOf(db: Db, id: string): Promise<string> {
  return (await db.person.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;
}

/** Who has no membership left has left the roster. */
async function endMemberships(db: Db, personId: string, departmentIds: readonly string[], now: Date): Promise<void> {
  await db.membership.updateMany({
    where: { personId, departmentId: { in: [...departmentIds] }, until: null },
    data: { until: now },
  });
  const rest = await db.membership.count({ where: { personId, until: null } });
  if (rest === 0) await db.person.update({ where: { id: personId }, data: { leftAt: now } });
}
