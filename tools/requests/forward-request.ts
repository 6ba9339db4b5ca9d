/** A request that lies with the wrong department, or whose provider was merged or gave the data away, goes to the one that has them now. */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { type Advice, defineTool } from '#tools/tool.ts';
import type { Db, LookContext } from '#tools/tool-context.ts';
import { advanceRequest } from './advance-request.ts';
import { departmentPeople } from './people-to-tell.ts';
import { requestField, touchesProvider } from './request-field.ts';
import { requestResult, resultOf } from './request-result.ts';
import { loadRequest, type RequestRow } from './request-row.ts';
import { requestTitle } from './request-words.ts';
import { tellAbout } from './tell-about.ts';

const input = z.object({
  requestId: requestField('to_forward', '转交哪一件申请?'),
  departmentId: z.string().register(fieldMeta, {
    label: '转交给',
    kind: 'department',
    aliases: ['接办部门', '新的提供部门'],
    ask: '转交给哪个部门?',
    example: '市民政局',
    near: ['转交给', '转给', '移交给', '交给'],
  }),
  reason: z
    .string()
    .trim()
    .min(6)
    .max(1_000)
    .register(fieldMeta, {
      label: '转交原因',
      kind: 'long_text',
      aliases: ['原因'],
      ask: '为什么转交?会告知申请方和接办部门。',
      example: '机构改革后该项职能已划入市民政局',
    }),
});
const given = input.partial();

export const forwardRequest = defineTool({
  name: 'forward-request',
  title: '转交申请',
  purpose:
    '收到的申请不归本部门、目录或者职能已划给别的部门时,转交给掌握数据的部门;答复期限不重新计算。机构合并的,由市数据资源局转交。',
  effect: 'writes',
  article: '第六条第二款',
  input,
  output: requestResult,
  permits: { officer: 'own', lead: 'own', bureau: 'any' },
  says: ['转交|转给|移交|移送 申请|这件', '申请|# 转给|转交|移交|移送', '不归|不是 我们|本部门 管|提供 转交|转给'],
  touches: touchesProvider,
  async advise(values, context) {
    const { requestId, departmentId } = given.parse(values);
    if (requestId === undefined) return [];
    const row = await loadRequest(context.db, requestId);
    const advice: Advice[] = [];
    const owner = await ownerOf(context.db, row);
    if (owner !== null && owner.id !== row.providerDepartmentId)
      advice.push({ id: 'owner', text: `这条目录现在由${owner.name}负责。` });
    const obstacle = departmentId === undefined ? null : await obstacleTo(departmentId, row, context);
    if (obstacle) advice.push({ id: obstacle.code, text: `${obstacle.message}${obstacle.remedy}`, blocks: true });
    return advice;
  },
  summary: () => ['没有规定允许因转交中止或者重新计算期限:答复期限从申请方提交之日起照常计算。'],
  async run({ requestId, departmentId, reason }, context) {
    const { db, now, acting, actor, tell } = context;
    const row = await loadRequest(db, requestId);
    const obstacle = await obstacleTo(departmentId, row, context);
    if (obstacle) throw obstacle;
    const former = row.providerDepartment;
    const target = await db.department.findUniqueOrThrow({ where: { id: departmentId }, select: { name: true } });
    const byBureau = acting?.role === 'bureau' && acting.departmentId !== row.providerDepartmentId;
    const after = await advanceRequest(
      row,
      {
        kind: byBureau ? 'moved' : 'forwarded',
        payload: { text: `由${former.name}转交${target.name}:${reason}`, fromId: former.id, toId: departmentId },
        data: { providerDepartmentId: departmentId, handlerId: null },
      },
      context,
    );
    const why = `原因:${reason}。答复期限不重新计算。`;
    await tellAbout(after, 'provider', `${former.name}的一件申请转交您部门办理。${why}`, context);
    await tellAbout(after, 'requester', `您的申请已由${former.name}转交${target.name}办理。${why}`, context);
    const text = `这件申请已转交${target.name},不用再由您部门办理。${why}\n${requestTitle(after)}`;
    for (const personId of await departmentPeople(db, former.id, now))
      if (personId !== actor.personId) tell({ personId, key: `request:${row.id}:${after.events.length}:former`, text });
    return await resultOf(after, context, [`已转交${target.name}。答复期限不重新计算。`]);
  },
});

/** Who has the entry now. */
async function ownerOf(
  db: Db,
  { entryId }: RequestRow,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const entry = await db.catalogEntry.findUnique({
    where: { id: entryId },
    select: { department: { select: { id: true, name: true } } },
  });
  return entry?.department ?? null;
}

async function obstacleTo(departmentId: string, row: RequestRow, { db }: LookContext): Promise<Refusal | null> {
  const other = { remedy: '请选择掌握数据的部门。', field: 'departmentId' };
  if (departmentId === row.providerDepartmentId)
    return new Refusal('FORWARD_NOWHERE', '这件申请已经在这个部门办理。', other);
  if (departmentId === row.requesterDepartmentId)
    return new Refusal('FORWARD_NOWHERE', '不能转交给申请部门自己。', other);
  const target = await db.department.findUnique({ where: { id: departmentId }, select: { dissolvedOn: true } });
  return target && target.dissolvedOn === null
    ? null
    : new Refusal('FORWARD_NOWHERE', '这个部门已经撤销或者并入其他部门。', other);
}
