/** A request: #12, by the name of its entry or of a department, or 上周那个; among those the person may act on. */
import { findRequests, requestScopeOf } from '#tools/requests/find-requests.ts';
import { whyNotMeant } from '#tools/requests/not-meant.ts';
import { entryNameOf, requesterNameOf, type RequestRow } from '#tools/requests/request-row.ts';
import { kindNames } from '#tools/requests/stage-names.ts';
import { entityReader } from './entity.ts';

function title(
  row: Pick<RequestRow, 'number' | 'kind'> & Parameters<typeof entryNameOf>[0] & Parameters<typeof requesterNameOf>[0],
): string {
  return `#${row.number} ${entryNameOf(row)}(${requesterNameOf(row)}的${kindNames[row.kind]})`;
}

export const request = entityReader({
  kind: 'request',
  find: async (words, { among, ...context }) => {
    const { certain, rows } = await findRequests(words, requestScopeOf(among), context);
    return { certain, candidates: rows.map((row) => ({ id: row.id, title: title(row) })) };
  },
  whyNot: (words, { among, ...context }) => whyNotMeant(words, requestScopeOf(among), context),
  title: async (id, { db }) => {
    const row = await db.request.findUnique({
      where: { id },
      select: {
        number: true,
        kind: true,
        requester: { select: { id: true, name: true } },
        requesterDepartment: { select: { id: true, name: true } },
        entry: { select: { code: true, versions: { orderBy: { number: 'desc' }, take: 1, select: { name: true } } } },
        catalogVersion: {
          select: { name: true, items: { select: { name: true, personal: true, sensitive: true } } },
        },
      },
    });
    return row && title(row);
  },
  spot: (sentence) => {
    const match =
      /#\s*\d{1,9}|[这那][件个](?:事情?|申请)|刚才那[件个]|\d{1,9}号(?:申请)?|(?:上上?个?(?:周|星期|礼拜|月)|昨天|前天|今天|[这本]个?(?:周|月))(?:提|交|发)?的?[那这]?[个件份条]/du.exec(
        sentence.plain,
      );
    const [start, end] = match?.indices?.[0] ?? [];
    return start === undefined || end === undefined ? [] : [{ start, end }];
  },
});
