/** Why a request that somebody names by its number cannot be the one they mean: not theirs to see, the other side's, or past that step. */
import type { LookContext } from '#tools/tool-context.ts';
import { type RequestScope, sideOfScope, visibleTo } from './find-requests.ts';
import { numberIn } from './number-in.ts';
import { sideOfActor } from './request-result.ts';
import { requestInclude } from './request-row.ts';
import { requestTitle } from './request-words.ts';
import { stageNames } from './stage-names.ts';

/** Null: no number is named. */
export async function whyNotMeant(
  words: string,
  scope: RequestScope,
  { actor, db }: LookContext,
): Promise<string | null> {
  const number = numberIn(words);
  if (number === undefined) return null;
  const row = await db.request.findFirst({ where: { AND: [visibleTo(actor), { number }] }, include: requestInclude });
  if (!row) return `没有找到您能看到的申请 #${number}。`;
  const side = sideOfScope(scope);
  const own = sideOfActor(row, actor);
  if (side === 'provider' && own !== 'provider')
    return `${requestTitle(row)}由${row.providerDepartment.name}办理,您不能代为答复。`;
  if (side === 'requester' && own !== 'requester') return `${requestTitle(row)}不是您部门提出的。`;
  return `${requestTitle(row)}现在是“${stageNames[row.state]}”,不能这样办。`;
}
