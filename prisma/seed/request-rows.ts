/** The demo city's requests with their event logs and clocks as rows. */
import { openingMethods, sharingMethods } from '../catalog-codes.ts';
import type { Prisma } from '../generated/client.ts';
import type { RequestState } from '../generated/enums.ts';
import { valueOf } from './attributes.ts';
import { departmentId, entryId } from './city-rows.ts';
import { dayOf, workTime } from './day.ts';
import type { City, CityRequest, CityStep } from './read-city.ts';

export interface RequestRows {
  readonly requests: Prisma.RequestCreateManyInput[];
  readonly events: Prisma.RequestEventCreateManyInput[];
  readonly clocks: Prisma.DeadlineEventCreateManyInput[];
}

type StepKind = Exclude<keyof CityStep, 'text' | 'ground' | 'reason' | 'legal'>;

/** What a step leaves the request in; null: as it was. */
const stateAfter: Readonly<Record<StepKind, RequestState | null>> = {
  submitted: 'submitted',
  access_given: 'provided',
  supplement_asked: 'supplement_asked',
  supplied: 'supplied',
  approved: 'approved',
  refused: 'refused',
  provided: 'provided',
  closed: 'closed',
  withdrawn: 'withdrawn',
  coordination_asked: null,
};

const BY_REQUESTER: readonly StepKind[] = ['submitted', 'supplied', 'closed', 'withdrawn', 'coordination_asked'];
const ANSWERS: readonly StepKind[] = ['approved', 'refused', 'withdrawn'];

/** The clause a step rests on; supplements and corrections are the higher regulation's. */
function articleOf(kind: StepKind, request: CityRequest): string | null {
  if (kind === 'supplement_asked' || kind === 'supplied') return '《政务数据共享条例》第二十一条';
  if (request.kind === 'correction') return '《政务数据共享条例》第二十六条';
  if (kind === 'access_given') return '第二十二条第一款';
  if (kind === 'provided') return request.kind === 'share' ? '第二十二条第四款' : '第二十四条第一款';
  if (kind === 'closed' || kind === 'withdrawn') return null;
  return request.kind === 'share' ? '第二十二条第二款' : '第二十四条第二款';
}

const limits = { share: 'share-answer', open: 'open-answer', correction: 'correction' } as const;

export function requestRows(city: City, now: Date): RequestRows {
  const rows: RequestRows = { requests: [], events: [], clocks: [] };
  const ids = new Map<string, string>();
  for (const [index, request] of city.requests.entries()) {
    const id = `demo-request-${String(index + 1).padStart(2, '0')}`;
    if (request.key !== undefined) ids.set(request.key, id);
    addRequest(rows, city, request, id, ids.get(request.original ?? '') ?? null, now);
  }
  return rows;
}

function addRequest(
  rows: RequestRows,
  city: City,
  request: CityRequest,
  id: string,
  originalId: string | null,
  now: Date,
): void {
  const [name = '', provider = ''] = request.entry.split('@');
  const entry = (city.catalogs.get(provider) ?? []).findIndex((candidate) => candidate.name === name);
  if (entry < 0) throw new Error(`The demo city has a request for ${request.entry}, which is not there.`);
  const parties = {
    requester: request.requester,
    requesterDepartment: departmentOf(city, request.requester),
    handler: `demo-officer-${provider}`,
    provider: departmentId(provider),
  };
  const steps = request.steps.map((step, index) => ({ ...step, ...timed(step, index, now) }));
  const [first] = steps;
  if (!first) throw new Error(`The demo city has a request for ${request.entry} without a step.`);
  const find = (kind: StepKind) => steps.find((step) => step.kind === kind);
  const answer = find('approved') ?? find('refused');
  const version = city.catalogs.get(provider)?.[entry]?.previous ? 2 : 1;
  rows.requests.push({
    id,
    kind: request.kind,
    state: steps.map(({ kind }) => stateAfter[kind]).findLast((state) => state !== null) ?? 'submitted',
    entryId: entryId(provider, entry),
    versionId: `${entryId(provider, entry)}-v${version}`,
    requesterId: parties.requester,
    requesterDepartmentId: parties.requesterDepartment,
    providerDepartmentId: parties.provider,
    handlerId: parties.handler,
    scenario: request.scenario,
    businessScope: request.scope ?? null,
    legalBasis: request.basis ?? null,
    items: request.items,
    sharingMethod: request.method === undefined ? null : valueOf(sharingMethods, request.method),
    openingMethod: request.opening === undefined ? null : valueOf(openingMethods, request.opening),
    contact: request.contact ?? null,
    correction: request.correction ?? null,
    originalId,
    submittedAt: first.at,
    receivedOn: dayOf(first.at),
    supplementAsked: find('supplement_asked')?.text ?? null,
    decidedById: answer ? parties.handler : null,
    decidedAt: answer?.at ?? null,
    decisionGround: answer?.ground ?? null,
    decisionReason: answer?.reason ?? null,
    decisionBasis: answer?.legal ?? null,
    conditions: find('approved')?.text ?? null,
    providedAt: (find('provided') ?? find('access_given'))?.at ?? null,
    provision: find('provided')?.text ?? null,
    closedAt: find('closed')?.at ?? null,
    version: steps.length - 1,
  });
  for (const [index, { kind, at, text, ground, reason, legal }] of steps.entries()) {
    const byRequester = BY_REQUESTER.includes(kind);
    const automatic = kind === 'access_given';
    rows.events.push({
      id: `${id}-${index + 1}`,
      requestId: id,
      sequence: index + 1,
      kind,
      actorId: automatic ? null : byRequester ? parties.requester : parties.handler,
      departmentId: automatic ? null : byRequester ? parties.requesterDepartment : parties.provider,
      at,
      article: articleOf(kind, request),
      payload: Object.fromEntries(
        Object.entries({ text, ground, reason, legal }).filter(([, value]) => value !== undefined),
      ),
    });
    const starts = kind === 'submitted';
    if (!starts && !ANSWERS.includes(kind)) continue;
    rows.clocks.push({
      id: `${id}-${index + 1}-clock`,
      requestId: id,
      limit: limits[request.kind],
      kind: starts ? 'started' : 'ended',
      on: dayOf(at),
      article: articleOf('submitted', request),
      sourceEventId: `${id}-${index + 1}`,
      at,
    });
  }
}

/** Which step it is and when; steps of one day follow each other by the hour. */
function timed(step: CityStep, index: number, now: Date): { kind: StepKind; at: Date } {
  const kinds = (Object.keys(stateAfter) as StepKind[]).filter((kind) => step[kind] !== undefined);
  const [kind, ...others] = kinds;
  if (kind === undefined || others.length > 0) throw new Error(`The demo city has a step with ${kinds.length} kinds.`);
  return { kind, at: workTime(now, step[kind] ?? 0, 20 + index * 60) };
}

/** Null for a public requester. */
function departmentOf({ people }: City, personId: string): string | null {
  const key = Object.keys(people).find((candidate) => personId.replace(/-\d+$/, '') === `demo-officer-${candidate}`);
  return key === undefined ? null : departmentId(key);
}
