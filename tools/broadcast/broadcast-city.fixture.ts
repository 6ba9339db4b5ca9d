/** The request city with accounts on two channels, for tests of broadcasts: who can be reached where is in the rows. */
import { fileShareRequest } from '#tools/requests/file-share-request.ts';
import { RequestCity, wantedMarriage } from '#tools/requests/requests.fixture.ts';
import type { ChannelLimits } from './channel-limits.ts';
import { writeWaysOut } from './ways-out.ts';

export const testLimits: ChannelLimits = {
  title: '甲通道',
  batch: 10,
  limits: [{ per: 'call', count: 100, seconds: 1 }],
  dedupeSeconds: null,
  timeoutMs: 1_000,
};

/** li, wang, liu and chen on `one`, liu on `two` as well; xiao has left; tan is nowhere. */
export async function openBroadcastCity(): Promise<RequestCity> {
  const city = await RequestCity.open();
  const { db } = city.store;
  const boundAt = new Date('2026-01-06T01:00:00Z');
  const earlier = new Date('2026-01-05T02:00:00Z');
  await writeWaysOut(
    db,
    [
      { channel: 'one', reach: 'push', limits: testLimits },
      { channel: 'two', reach: 'push', limits: { ...testLimits, title: '乙通道' } },
    ],
    boundAt,
  );
  await db.channelIdentity.createMany({
    data: [
      ...['li', 'xiao', 'wang', 'liu', 'chen'].map((personId) => ({
        channel: 'one',
        userId: `one-${personId}`,
        personId,
        boundBy: 'roster',
        boundAt,
      })),
      { channel: 'two', userId: 'two-liu', personId: 'liu', boundBy: 'roster', boundAt: earlier },
    ],
  });
  await db.person.update({ where: { id: 'xiao' }, data: { leftAt: boundAt } });
  await db.department.update({ where: { id: 'minzheng' }, data: { contactId: 'liu' } });
  await db.department.update({ where: { id: 'jiaoyu' }, data: { contactId: 'li' } });
  await db.department.update({ where: { id: 'zhujian' }, data: { contactId: 'tan' } });
  return city;
}

/** A request to 市民政局 that is overdue on 2026-03-20, by somebody of another department each time. @returns its id */
export async function overdueRequest(city: RequestCity, by: 'li' | 'tan' = 'li'): Promise<string> {
  city.at('2026-03-02');
  const departmentId = by === 'li' ? 'jiaoyu' : 'zhujian';
  const { requestId } = await city.run(by, fileShareRequest, { ...wantedMarriage, departmentId });
  city.at('2026-03-20');
  return requestId;
}
