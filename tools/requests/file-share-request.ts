/** Asks another department for data: looks first whether that is needed and possible, then files it and starts the clock. */
import { sharingMethods } from '#prisma/catalog-codes.ts';
import type { SharingMethod } from '#prisma/generated/enums.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import { Refusal } from '#tools/refusal.ts';
import { type Advice, defineTool } from '#tools/tool.ts';
import type { Db } from '#tools/tool-context.ts';
import { obstacleAdvice } from './obstacle-advice.ts';
import { expectedDue } from './expected-due.ts';
import { findPublished, loadPublished, wantedItems } from './entry-to-request.ts';
import { filingAdvice, filingWords } from './filing-words.ts';
import { isHeavier, proposeMethod } from './propose-method.ts';
import { registerRequest } from './register-request.ts';
import { requestResult, resultOf } from './request-result.ts';
import { shareInput } from './share-form.ts';
import { shareObstacle } from './share-obstacle.ts';
import { tellAbout } from './tell-about.ts';

const given = shareInput.partial();

export const fileShareRequest = defineTool({
  name: 'file-share-request',
  title: '申请共享数据',
  purpose: '代表本部门向提供部门申请共享一条目录的数据;先查是否已有、是否已获同意、是否无条件或者不予共享。',
  effect: 'writes',
  article: '第二十二条第二款',
  input: shareInput,
  output: requestResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: [
    '申请|想要|需要|要 共享 数据|信息|目录',
    '申请|提 共享',
    '申请|调取|调用|借用 局|委|办|中心 数据|信息',
    '想要|需要|想用|要用|想拿|想调|用一下 局|委|厅|办公室|中心|支队 数据|信息',
    '共享申请',
  ],
  touches: ({ departmentId }) => ({ departmentId }),
  draftName: ({ scenario }) => (typeof scenario === 'string' ? `共享申请(${scenario.slice(0, 16)})` : undefined),
  async advise(values, { db, now }) {
    const { entryId, departmentId, items, scenario, method, termUntil, scopeReason } = given.parse(values);
    const entry = entryId === undefined ? null : await findPublished(db, entryId);
    if (!entry || departmentId === undefined) return [];
    const today = changshaDay(now);
    const obstacle = await shareObstacle(db, { entry, departmentId, today, items, method, termUntil });
    if (obstacle) return [obstacleAdvice(obstacle)];
    const { sharingType, sharingBasis, sharingMethods: offered } = entry;
    const advice: Advice[] = [];
    const article = '第二十一条第二款';
    if (sharingType === 'unconditional')
      advice.push({ id: 'unconditional', text: filingAdvice.unconditional, article: '第二十二条第一款' });
    else if (sharingBasis !== null)
      advice.push({ id: 'condition', text: filingAdvice.condition(sharingBasis), article: '第二十二条第一款' });
    const own = await sameAtHome(db, departmentId, entry.name);
    if (own !== null) advice.push({ id: 'have-it', text: filingAdvice.haveIt(own), article: '第十五条第二款' });
    const wanted = wantedItems(items ?? [], entry);
    if (wanted.all && scopeReason === undefined) advice.push({ id: 'all', text: filingAdvice.all, article });
    if (wanted.guarded.length > 0) advice.push({ id: 'guarded', text: filingAdvice.guarded(wanted.guarded), article });
    return [...advice, ...methodAdvice(scenario, method, offered)];
  },
  async summary({ entryId }, { db, now }) {
    const entry = await loadPublished(db, entryId);
    if (entry.sharingType === 'unconditional') return [filingAdvice.unconditional, filingAdvice.leadAgreed];
    const due = await expectedDue('share-answer', db, now);
    return [`提交后由${entry.entry.department.name}最晚在${printDay(due)}前答复。`, filingAdvice.leadAgreed];
  },
  async run(input, context) {
    const { db, now } = context;
    const { entryId, departmentId, scopeReason } = input;
    // Two colleagues filing the same at once: the second waits here and then finds the first one's.
    await db.$queryRaw`SELECT 1 FROM "CatalogEntry" WHERE "id" = ${entryId} FOR UPDATE`;
    const entry = await loadPublished(db, entryId);
    const obstacle = await shareObstacle(db, { ...input, entry, today: changshaDay(now) });
    if (obstacle) throw obstacle;
    const items = wantedItems(input.items, entry);
    if (items.all && scopeReason === undefined) throw new Refusal('ALL_WITHOUT_REASON', ...filingWords.reasonForAll);
    const access = entry.sharingType === 'unconditional' ? (entry.access ?? accessFrom(entry.entry.department)) : null;
    const row = await registerRequest(
      'share',
      {
        entryId,
        versionId: entry.id,
        requesterDepartmentId: departmentId,
        providerDepartmentId: entry.entry.departmentId,
        scenario: input.scenario,
        businessScope: input.businessScope,
        legalBasis: input.legalBasis,
        items: [...items.names],
        scopeReason: scopeReason ?? null,
        sharingMethod: input.method,
        termUntil: input.termUntil,
      },
      context,
      access,
    );
    if (access === null) await tellAbout(row, 'provider', '收到一件新的共享申请。', context);
    return await resultOf(row, context, [
      access === null ? '共享申请已经提交。' : '已登记。这条目录无条件共享,不用审批。',
    ]);
  },
  undo: ({ requestId, stage }) =>
    stage === 'submitted'
      ? { tool: 'withdraw-request', fields: { requestId, reason: '填报有误' }, withinMinutes: 60 }
      : null,
});

function methodAdvice(
  scenario: string | undefined,
  method: SharingMethod | undefined,
  offered: readonly SharingMethod[],
): readonly Advice[] {
  const proposal = scenario === undefined ? null : proposeMethod(scenario, offered);
  if (!proposal) return [];
  const { label } = sharingMethods[proposal.method];
  const article = '第二十一条第二款';
  if (method === undefined) return [{ id: 'method', text: filingAdvice.method(label, proposal.why), article }];
  return isHeavier(method, proposal.method)
    ? [{ id: 'heavy-method', text: filingAdvice.heavyMethod(label), article }]
    : [];
}

/** 一数一源: the same may be at home already. */
async function sameAtHome(db: Db, departmentId: string, name: string): Promise<string | null> {
  const found = await db.catalogVersion.findFirst({
    where: { state: 'published', name, entry: { departmentId } },
    select: { name: true },
  });
  return found?.name ?? null;
}

function accessFrom({ name, phone }: { readonly name: string; readonly phone: string | null }): string {
  return `目录没有写获取方式,请在市数据资源管理平台按目录名称取用,或者联系${name}${phone === null ? '' : `(${phone})`}。`;
}
