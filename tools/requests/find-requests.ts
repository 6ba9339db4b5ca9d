/** Finds the request that words mean: #12, a catalog or department name, 上周那个; among those one may see and act on. */
import type { Prisma } from '#prisma/generated/client.ts';
import type { RequestKind, RequestState } from '#prisma/generated/enums.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import type { Actor } from '#tools/people/actor.ts';
import type { LookContext } from '#tools/tool-context.ts';
import { numberIn } from './number-in.ts';
import { type RequestRow, requestInclude } from './request-row.ts';
import { dayRange } from './said-days.ts';

interface Scope {
  readonly side?: 'provider' | 'requester';
  readonly kind?: RequestKind;
  readonly state?: readonly RequestState[];
  readonly events?: Prisma.RequestWhereInput;
}

/** More time was asked for, and nobody has decided yet. */
export const extensionToDecide: Prisma.RequestWhereInput = {
  events: { some: { kind: 'extension_asked' }, none: { kind: { in: ['extended', 'extension_refused'] } } },
};

const scopes = {
  any: {},
  to_answer_share: { side: 'provider', kind: 'share', state: ['submitted', 'supplement_asked', 'supplied'] },
  to_answer_open: { side: 'provider', kind: 'open', state: ['submitted', 'supplement_asked', 'supplied'] },
  to_answer_correction: { side: 'provider', kind: 'correction', state: ['submitted', 'supplement_asked', 'supplied'] },
  to_ask_supplement: { side: 'provider', state: ['submitted'] },
  to_extend: { side: 'provider', kind: 'share', state: ['submitted', 'supplement_asked', 'supplied'] },
  to_decide_extension: {
    kind: 'share',
    state: ['submitted', 'supplement_asked', 'supplied'],
    events: extensionToDecide,
  },
  to_forward: { state: ['submitted', 'supplement_asked', 'supplied', 'approved'] },
  to_provide: { side: 'provider', state: ['approved'] },
  to_supply: { side: 'requester', state: ['supplement_asked'] },
  to_withdraw: { side: 'requester', state: ['submitted', 'supplement_asked', 'supplied'] },
  to_close: { side: 'requester', state: ['provided', 'refused', 'approved'] },
  to_correct: { side: 'requester', kind: 'share', state: ['provided', 'closed'] },
} as const satisfies Readonly<Record<string, Scope>>;
export type RequestScope = keyof typeof scopes;

/** A field's own restriction, which stands in its meta as a plain word. */
export function requestScopeOf(word: string | undefined): RequestScope {
  const known = Object.keys(scopes).find((scope): scope is RequestScope => scope === word);
  if (!known) throw new Error(`no requests are called ${word ?? 'nothing'}: name a scope of find-requests.ts`);
  return known;
}

/** On which side of a request somebody stands who may do it. */
export function sideOfScope(scope: RequestScope): 'provider' | 'requester' | null {
  const { side }: Scope = scopes[scope];
  return side ?? null;
}

export interface FoundRequests {
  /** Named exactly. */
  readonly certain: boolean;
  /** Newest first. */
  readonly rows: readonly RequestRow[];
}

/** What an actor may see: their departments' on either side, a citizen their own, the bureau all. */
export function visibleTo({ personId, memberships }: Actor): Prisma.RequestWhereInput {
  if (memberships.some(({ role }) => role === 'bureau')) return {};
  const departments = memberships.flatMap(({ departmentId }) => departmentId ?? []);
  return {
    OR: [
      { requesterDepartmentId: { in: departments } },
      { providerDepartmentId: { in: departments } },
      { requesterDepartmentId: null, requesterId: personId ?? '' },
    ],
  };
}

function within(scope: RequestScope, actor: Actor): Prisma.RequestWhereInput {
  const { side, kind, state, events }: Scope = scopes[scope];
  const departments = actor.memberships.flatMap(({ departmentId }) => departmentId ?? []);
  const sides: Prisma.RequestWhereInput[] =
    side === 'provider'
      ? [{ providerDepartmentId: { in: departments } }]
      : side === 'requester'
        ? [
            {
              OR: [
                { requesterDepartmentId: { in: departments } },
                { requesterDepartmentId: null, requesterId: actor.personId ?? '' },
              ],
            },
          ]
        : [];
  return {
    AND: [visibleTo(actor), ...sides, events ?? {}],
    ...(kind && { kind }),
    ...(state && { state: { in: [...state] } }),
  };
}

const fillers =
  /[这那]?[件个条份](?=事|申请|$)|那件|这件|那个|这个|那条|这条|那份|这份|哪一?步|进展|进度|申请|共享|开放|校核|事情?|给我们?的?|我们?的?|到|了|的|请问|一下|看看|关于|提的?|交的?|发的?|刚才|刚刚|最近|最新|上一?次/gu;
const most = 8;

export async function findRequests(
  words: string,
  scope: RequestScope,
  { actor, db, now }: LookContext,
): Promise<FoundRequests> {
  const inScope = within(scope, actor);
  const number = numberIn(words);
  if (number !== undefined) {
    const rows = await db.request.findMany({
      where: { AND: [inScope, { number }] },
      include: requestInclude,
    });
    return { certain: rows.length === 1, rows };
  }
  // 这件事: no name and no day.
  if (words.replace(fillers, '').trim() === '') {
    const row = await lastTouched(inScope, { actor, db });
    if (row) return { certain: true, rows: [row] };
  }
  const range = dayRange(words, changshaDay(now));
  const name = words
    .replace(range?.words ?? '', '')
    .replace(fillers, '')
    .trim();
  const days: Prisma.RequestWhereInput = range ? { receivedOn: { gte: range.from, lte: range.to } } : {};
  const called: Prisma.RequestWhereInput = name.length < 2 ? {} : { OR: namesOf(name) };
  if (name.length < 2 && !range && name !== '') return { certain: false, rows: [] };
  const rows = await db.request.findMany({
    where: { AND: [inScope, days, called] },
    include: requestInclude,
    orderBy: { number: 'desc' },
    take: most,
  });
  return { certain: rows.length === 1, rows };
}

/** 这件事: the one the person did something with last. */
async function lastTouched(
  inScope: Prisma.RequestWhereInput,
  { actor, db }: Pick<LookContext, 'actor' | 'db'>,
): Promise<RequestRow | null> {
  if (actor.personId === null) return null;
  const event = await db.requestEvent.findFirst({
    where: { actorId: actor.personId, request: inScope },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { request: { include: requestInclude } },
  });
  return event?.request ?? null;
}

function namesOf(name: string): Prisma.RequestWhereInput[] {
  const contains = { contains: name };
  return [
    { catalogVersion: { name: contains } },
    { providerDepartment: { OR: [{ name: contains }, { shortNames: { has: name } }] } },
    { requesterDepartment: { OR: [{ name: contains }, { shortNames: { has: name } }] } },
    { requester: { name: contains } },
    { scenario: contains },
  ];
}
