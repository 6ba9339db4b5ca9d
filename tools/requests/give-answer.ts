/** Writes the provider's answer; a refusal that its reason and basis do not carry is not written. */
import { Refusal } from '#tools/refusal.ts';
import type { LookContext, ToolContext } from '#tools/tool-context.ts';
import type { Advice } from '#tools/tool.ts';
import { advanceRequest } from './advance-request.ts';
import { groundsOf } from './refusal-grounds.ts';
import { coachWords, type Judgement, judgeRefusal } from './refusal-reason.ts';
import { type RequestResult, resultOf } from './request-result.ts';
import { loadRequest, type RequestRow } from './request-row.ts';
import { tellAbout } from './tell-about.ts';

export interface GivenAnswer {
  readonly requestId: string;
  readonly decision: 'approve' | 'refuse';
  readonly conditions?: string | undefined;
  readonly ground?: string | undefined;
  readonly reason?: string | undefined;
  readonly basis?: string | undefined;
}

function coach(row: RequestRow, { ground, reason, basis }: GivenAnswer): Judgement | null {
  return judgeRefusal({
    kind: row.kind,
    ground: ground ?? '',
    reason: reason ?? '',
    basis: basis ?? '',
    items: row.items,
  });
}

/** What is missing must not be a refusal while it has been asked for and is awaited. */
const awaited: Advice = {
  id: 'awaits-supplement',
  text: '已经要求申请方补充材料,补齐之前不能以材料不全为由答复不同意;可以先同意,或者等对方补充。',
  article: '《政务数据共享条例》第二十一条第二款',
  blocks: true,
};

/** Once ground, reason and basis are all there: what the coach says, before the summary. */
export async function coachAdvice(
  { requestId, decision, ground, reason, basis }: Partial<GivenAnswer>,
  { db }: LookContext,
): Promise<readonly Advice[]> {
  if (requestId === undefined || decision !== 'refuse') return [];
  const row = await loadRequest(db, requestId);
  if (row.state === 'supplement_asked') return [awaited];
  if (!ground || reason === undefined || basis === undefined) return [];
  const judged = coach(row, { requestId, decision, ground, reason, basis });
  if (!judged) return [];
  const label = judged.field === 'reason' ? '理由' : '依据';
  return [
    {
      id: `coach-${judged.field}-${judged.because}`,
      text: `${coachWords(judged)}请说“${label}改成……”。`,
      article: judged.article,
      blocks: true,
    },
  ];
}

export async function giveAnswer(given: GivenAnswer, context: ToolContext): Promise<RequestResult> {
  const { db, now, actor } = context;
  const row = await loadRequest(db, given.requestId);
  const decided = { decidedById: actor.personId, decidedAt: now, handlerId: actor.personId };
  if (given.decision === 'approve') {
    const conditions = given.conditions ?? null;
    const after = await advanceRequest(
      row,
      { kind: 'approved', payload: { text: conditions }, data: { ...decided, conditions } },
      context,
    );
    await tellAbout(after, 'requester', '您的申请已经同意。', context);
    return await resultOf(after, context, ['已答复:同意。']);
  }
  const judged = coach(row, given);
  if (judged)
    throw new Refusal('REFUSAL_UNSUPPORTED', `${judged.why}。`, {
      remedy: `${judged.needed}。`,
      article: judged.article,
      field: judged.field,
    });
  const ground = groundsOf(row.kind)[given.ground ?? '']?.label ?? null;
  const { reason, basis: legal } = given;
  const after = await advanceRequest(
    row,
    {
      kind: 'refused',
      payload: { ground, reason, legal },
      data: { ...decided, decisionGround: ground, decisionReason: reason ?? null, decisionBasis: legal ?? null },
    },
    context,
  );
  await tellAbout(after, 'requester', refusedWords(after), context);
  return await resultOf(after, context, ['已答复:不同意。理由和依据已经告知申请方。']);
}

/** The requester gets the lawful next step with the no. */
function refusedWords({ kind }: RequestRow): string {
  const next =
    kind === 'share'
      ? '可以按理由缩小范围或者改用更轻的方式后重新申请;认为理由不成立的,可以联系市数据资源局协调(第六条第二款)。'
      : '可以按理由调整信息项或者方式后重新申请。';
  return `您的申请没有得到同意。${next}`;
}
