/**
 * Fills an empty store with a small believable city, so that the first minute of use shows everything: departments and
 * districts, people in each role, catalogs, and requests at every stage with their clocks. Loaded in demo mode only.
 */
import { Prisma, type PrismaClient } from './generated/client.ts';
import { catalogRows, departmentRows, peopleRows } from './seed/city-rows.ts';
import { dutyRows } from './seed/duty-rows.ts';
import { linesOf } from './seed/list-lines.ts';
import { listRows } from './seed/list-rows.ts';
import { readCity } from './seed/read-city.ts';
import { requestRows } from './seed/request-rows.ts';

/** Set in the same transaction as everything else: the city is there wholly or not at all. */
const MARK = 'demo-city';

/** Loads the city as it stands at `now`; returns false, having changed nothing, when it is there already. */
export async function seed(db: PrismaClient, now: Date): Promise<boolean> {
  if (await db.setting.findUnique({ where: { key: MARK } })) return false;
  const city = readCity();
  const { people, memberships, identities } = peopleRows(city, now);
  const catalogs = catalogRows(city, now);
  const { entries, versions, items, bases } = catalogs;
  const filed = requestRows(city, now);
  const { requests, events, clocks } = filed;
  const lists = listRows(city, linesOf(city, catalogs, filed), now);
  const duties = dutyRows(city, now);
  try {
    await db.$transaction(async (tx) => {
      await tx.setting.create({ data: { key: MARK, value: { loadedAt: now.toISOString() }, updatedAt: now } });
      await tx.person.createMany({ data: people });
      await tx.department.createMany({ data: departmentRows(city, now) });
      await tx.membership.createMany({ data: memberships });
      await tx.channelIdentity.createMany({ data: identities });
      await tx.catalogEntry.createMany({ data: entries });
      await tx.catalogVersion.createMany({ data: versions });
      await tx.dataItem.createMany({ data: items });
      await tx.legalBasis.createMany({ data: bases });
      await tx.request.createMany({ data: requests });
      await tx.requestEvent.createMany({ data: events });
      await tx.duty.createMany({ data: duties.duties });
      await tx.dutyEntry.createMany({ data: duties.entries });
      await tx.listCampaign.createMany({ data: lists.campaigns });
      await tx.listSubmission.createMany({ data: lists.submissions });
      await tx.listEvent.createMany({ data: lists.events });
      await tx.deadlineEvent.createMany({ data: [...clocks, ...duties.clocks] });
    });
    return true;
  } catch (error) {
    // Another replica was loading it at the same time, and has.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return false;
    throw error;
  }
}
