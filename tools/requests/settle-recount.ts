/** One clock that a notice touched: its key, what is noted with its subject, and the messages, in one transaction. */
import { storedJson } from '#tools/stored-json.ts';
import type { Db } from '#tools/tool-context.ts';
import { eventKinds } from './event-kinds.ts';
import type { OpenClock } from './open-clocks.ts';
import { bureauPeople, contactOf, departmentPeople, requesterPeople } from './people-to-tell.ts';
import type { RecountWrite } from './recount-clocks.ts';
import { type Recounted, recountWords } from './recount-words.ts';
import { clockEvent } from './request-clock.ts';
import { loadRequest } from './request-row.ts';
import { requestTitle } from './request-words.ts';

export interface RecountToSettle {
  /** Of this notice and this clock. */
  readonly key: string;
  readonly clock: OpenClock;
  readonly now: Date;
  readonly recount: (fresh: Pick<OpenClock, 'limit' | 'events'>) => Recounted | null;
}

/** What a clock is about, and whom it concerns. */
interface Concern {
  readonly title: string;
  readonly people: readonly string[];
  readonly recounted: Recounted;
}

/** @returns null when it was settled before, or the clock has ended meanwhile */
export async function settleRecount(
  { db, tell }: RecountWrite,
  { key, clock, now, recount }: RecountToSettle,
): Promise<{ readonly moved: boolean; readonly told: number } | null> {
  const { subject, limit } = clock;
  const { count } = await db.toolRun.createMany({
    data: [{ key, tool: 'recount-clocks', input: storedJson({ subject, limit: limit.id }), startedAt: now }],
    skipDuplicates: true,
  });
  if (count === 0) return null;
  const look = subject.kind === 'request' ? requestConcern : dutyConcern;
  const concern = await look(db, { clock, now, recount });
  if (!concern) return null;
  const { title, people, recounted } = concern;
  const { before, after } = recounted;
  await db.auditRecord.create({
    data: {
      at: now,
      via: 'job',
      tool: 'recount-clocks',
      action: 'deadline.recounted',
      article: after.governing.rule.clause,
      subjectKind: subject.kind,
      subjectId: subject.id,
      before: storedJson({ limit: limit.id, due: before.remindBy, provisional: before.provisional }),
      after: storedJson({ limit: limit.id, due: after.remindBy, provisional: after.provisional }),
      reason: recountWords.line(recounted),
      toolRunKey: key,
    },
  });
  await db.toolRun.update({
    where: { key },
    data: { output: storedJson({ from: before.remindBy, to: after.remindBy, told: people }), finishedAt: now },
  });
  const offers =
    subject.kind === 'request' ? [{ title: '查看', tool: 'show-request', fields: { requestId: subject.id } }] : [];
  for (const personId of people)
    await tell({ personId, key: `${key}:${personId}`, text: recountWords.message(title, recounted), offers });
  const dates = ({ municipal, higher }: Recounted['before']): string => [municipal?.due, higher?.due].join();
  return { moved: dates(before) !== dates(after), told: people.length };
}

type Looking = Omit<RecountToSettle, 'key'>;

async function requestConcern(db: Db, { clock, now, recount }: Looking): Promise<Concern | null> {
  const { id } = clock.subject;
  // Whoever is acting on it goes first, and what they did is seen.
  await db.$queryRaw`SELECT 1 FROM "Request" WHERE "id" = ${id} FOR UPDATE`;
  const row = await loadRequest(db, id);
  const events = row.deadlineEvents.filter((event) => event.limit === clock.limit.id);
  if (events.some(({ kind }) => kind === 'ended')) return null;
  const recounted = recount({ limit: clock.limit, events: events.map(clockEvent) });
  if (!recounted) return null;
  const payload = {
    text: recountWords.line(recounted),
    limit: clock.limit.id,
    from: recounted.before.remindBy,
    to: recounted.after.remindBy,
  };
  await db.requestEvent.create({
    data: { requestId: id, sequence: row.events.length + 1, kind: eventKinds.recounted, at: now, payload },
  });
  await db.request.update({ where: { id }, data: { version: { increment: 1 } } });
  const escalated = row.events.some(({ kind }) => kind === 'coordination_asked');
  const people = [
    ...(await departmentPeople(db, row.providerDepartmentId, now)),
    ...(await contactOf(db, row.providerDepartmentId)),
    ...(await requesterPeople(db, row, now)),
    ...(row.requesterDepartmentId === null ? [] : await contactOf(db, row.requesterDepartmentId)),
    ...(escalated ? await bureauPeople(db, now) : []),
  ];
  return { title: `${requestTitle(row)}:${clock.limit.title}`, people: [...new Set(people)], recounted };
}

async function dutyConcern(db: Db, { clock, now, recount }: Looking): Promise<Concern | null> {
  const { id } = clock.subject;
  await db.$queryRaw`SELECT 1 FROM "Duty" WHERE "id" = ${id} FOR UPDATE`;
  const duty = await db.duty.findUniqueOrThrow({
    where: { id },
    include: { department: { select: { name: true } }, deadlineEvents: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
  });
  const events = duty.deadlineEvents.filter((event) => event.limit === clock.limit.id);
  if (duty.state !== 'open' || events.some(({ kind }) => kind === 'ended')) return null;
  const recounted = recount({ limit: clock.limit, events: events.map(clockEvent) });
  if (!recounted) return null;
  const people = [...(await departmentPeople(db, duty.departmentId, now)), ...(await contactOf(db, duty.departmentId))];
  return { title: `${duty.title}(${duty.department.name})`, people: [...new Set(people)], recounted };
}
