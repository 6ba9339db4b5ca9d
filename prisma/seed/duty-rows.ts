/** The demo city's tasks as rows: each with its entries, and with its statutory clock where it has one. */
import type { Prisma } from '../generated/client.ts';
import { departmentId, entryId } from './city-rows.ts';
import { dayOf, daysAgo, workTime } from './day.ts';
import type { City } from './read-city.ts';

export interface DutyRows {
  readonly duties: Prisma.DutyCreateManyInput[];
  readonly entries: Prisma.DutyEntryCreateManyInput[];
  readonly clocks: Prisma.DeadlineEventCreateManyInput[];
}

export function dutyRows({ duties, catalogs }: City, now: Date): DutyRows {
  const rows: DutyRows = { duties: [], entries: [], clocks: [] };
  for (const [index, { kind, department, title, cause, occurred, due, entries }] of duties.entries()) {
    const id = `demo-duty-${index + 1}`;
    const openedAt = workTime(now, occurred);
    rows.duties.push({
      id,
      kind,
      departmentId: departmentId(department),
      title,
      cause,
      occurredOn: dayOf(openedAt),
      dueOn: due === undefined ? null : daysAgo(now, due),
      openedById: kind === 'rectification' ? 'demo-bureau-shuju' : `demo-officer-${department}`,
      openedAt,
    });
    for (const name of entries) {
      const position = (catalogs.get(department) ?? []).findIndex((entry) => entry.name === name);
      if (position < 0) throw new Error(`The demo city has a task about ${name}, which is not there.`);
      rows.entries.push({ dutyId: id, entryId: entryId(department, position) });
    }
    if (kind !== 'catalog_update') continue;
    rows.clocks.push({
      id: `${id}-clock`,
      dutyId: id,
      limit: 'catalog-update',
      kind: 'started',
      on: dayOf(openedAt),
      article: '第十六条第三款',
      actorId: `demo-officer-${department}`,
      at: openedAt,
    });
  }
  return rows;
}
