/** Puts the planned city into a store, and lets what is planned happen in it up to a moment. */
import { bulkInsert } from '#prisma/bulk-insert.ts';
import type { Store } from '#prisma/store.ts';
import type { CityPlan, PlannedWork } from './city-plan.fixture.ts';

interface Happening {
  readonly at: Date;
  readonly happen: () => Promise<void>;
}

export class StagedCity {
  readonly #store: Store;
  readonly #plan: CityPlan;
  #left: readonly Happening[];

  private constructor(store: Store, plan: CityPlan) {
    this.#store = store;
    this.#plan = plan;
    this.#left = plan.work
      .flatMap((work) => this.#happenings(work))
      .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  }

  static async open(store: Store, plan: CityPlan): Promise<StagedCity> {
    const { db } = store;
    const createdAt = new Date(`${plan.year - 1}-12-01T00:00:00Z`);
    await db.department.createMany({
      data: plan.departments.map(({ id, bureau }) => ({
        id,
        name: `部门${id}`,
        kind: bureau ? 'bureau' : 'municipal',
        createdAt,
      })),
    });
    await db.person.createMany({
      data: plan.people.map(({ id, hour }) => ({
        id,
        name: id,
        createdAt,
        preferences: hour === null ? {} : { reminders: { hour } },
      })),
    });
    await db.membership.createMany({
      data: plan.people.map(({ id, departmentId, role }) => ({ personId: id, departmentId, role, since: createdAt })),
    });
    await db.conversation.createMany({
      data: plan.people
        .filter(({ reachable }) => reachable)
        .map(({ id }) => ({ channel: 'test', externalId: id, personId: id, createdAt })),
    });
    const entries = plan.departments.map(({ id }) => ({
      id: `e-${id}`,
      departmentId: id,
      kind: 'data' as const,
      createdAt,
    }));
    await db.$transaction(async (tx) => {
      await bulkInsert(tx, 'CatalogEntry', entries);
      await bulkInsert(
        tx,
        'CatalogVersion',
        entries.map(({ id }) => ({
          id: `v-${id}`,
          entryId: id,
          number: 1,
          state: 'published' as const,
          name: `目录${id}`,
          createdAt,
        })),
      );
    });
    return new StagedCity(store, plan);
  }

  /** Everything planned up to and including this moment has happened. */
  async until(now: Date): Promise<void> {
    while (this.#left[0] && this.#left[0].at <= now) {
      await this.#left[0].happen();
      this.#left = this.#left.slice(1);
    }
  }

  #happenings(work: PlannedWork): readonly Happening[] {
    return [
      { at: work.begunAt, happen: () => this.#begin(work) },
      ...work.holds.map(({ personId, at, until }) => ({ at, happen: () => this.#hold(work, personId, at, until) })),
      ...(work.doneAt === null ? [] : [{ at: work.doneAt, happen: () => this.#done(work, work.doneAt ?? at0) }]),
    ];
  }

  async #begin({ id, kind, departmentId, requesterId, handlerId, day, begunAt, dueOn }: PlannedWork): Promise<void> {
    const { db } = this.#store;
    if (kind === 'request')
      await db.request.create({
        data: {
          id,
          kind: 'share',
          entryId: `e-${departmentId}`,
          versionId: `v-e-${departmentId}`,
          requesterId,
          requesterDepartmentId: this.#plan.people.find((person) => person.id === requesterId)?.departmentId ?? null,
          providerDepartmentId: departmentId,
          handlerId,
          scenario: '核验',
          submittedAt: begunAt,
          receivedOn: day,
        },
      });
    else
      await db.duty.create({
        data: { id, kind, departmentId, title: `任务${id}`, occurredOn: day, dueOn, openedAt: begunAt },
      });
    const limit = limits[kind];
    if (limit !== undefined)
      await db.deadlineEvent.create({
        data: { ...subject(kind, id), limit, kind: 'started', on: day, at: begunAt },
      });
  }

  async #done({ id, kind }: PlannedWork, at: Date): Promise<void> {
    const { db } = this.#store;
    if (kind === 'request') await db.request.update({ where: { id }, data: { state: 'withdrawn' } });
    else await db.duty.update({ where: { id }, data: { state: 'done', closedAt: at } });
    const limit = limits[kind];
    if (limit !== undefined)
      await db.deadlineEvent.create({
        data: { ...subject(kind, id), limit, kind: 'ended', on: at.toISOString().slice(0, 10), reason: '办结', at },
      });
  }

  async #hold({ id, kind }: PlannedWork, personId: string, createdAt: Date, until: Date | null): Promise<void> {
    await this.#store.db.reminderHold.create({
      data: {
        personId,
        rule: rules[kind],
        subjectKind: kind === 'request' ? 'request' : 'duty',
        subjectId: id,
        until,
        createdAt,
      },
    });
  }
}

const at0 = new Date(0);
const limits = { request: 'share-answer', catalog_update: 'catalog-update', rectification: undefined } as const;
export const rules = {
  request: 'answer-due',
  catalog_update: 'catalog-update-due',
  rectification: 'rectification-due',
} as const;
const subject = (kind: PlannedWork['kind'], id: string) => (kind === 'request' ? { requestId: id } : { dutyId: id });
