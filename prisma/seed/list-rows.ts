/** The demo city's three lists as rows: last year's, published, and this year's campaign with departments at each stage. */
import type { Prisma } from '../generated/client.ts';
import type { ListKind, SubmissionState } from '../generated/enums.ts';
import { departmentId } from './city-rows.ts';
import { daysAgo, dayOf, workTime } from './day.ts';
import { lastYearLines, type Line, type Lines, type linesOf } from './list-lines.ts';
import type { City } from './read-city.ts';

export interface ListRows {
  readonly campaigns: Prisma.ListCampaignCreateManyInput[];
  readonly submissions: Prisma.ListSubmissionCreateManyInput[];
  readonly events: Prisma.ListEventCreateManyInput[];
}

const kinds = ['sharing', 'opening', 'scenarios'] as const satisfies readonly ListKind[];
const renewing = '第二十五条第一款';
const consolidating = '第二十五条第二款';
const bureau = { actorId: 'demo-bureau-shuju', departmentId: departmentId('shuju') };
const reviewer = 'demo-bureau-shuju-2';

interface Step {
  readonly kind: string;
  readonly by: string;
  readonly at: Date;
  readonly payload?: Prisma.InputJsonObject;
}

const path = ['draft', 'prepared', 'signed', 'confirmed'] as const;

export function listRows(city: City, lines: ReturnType<typeof linesOf>, now: Date): ListRows {
  const rows: ListRows = { campaigns: [], submissions: [], events: [] };
  const opened = workTime(now, 40);
  const year = Number(dayOf(opened).slice(0, 4));
  // The due date has just passed, so that some are late; it lies within its year.
  const due = [daysAgo(now, 4), `${year}-12-31`].toSorted()[0] ?? '';
  const before = (month: string): Date => new Date(`${year - 1}-${month}T02:00:00Z`);
  const last = { id: `demo-campaign-${year - 1}`, year: year - 1 };
  const current = { id: `demo-campaign-${year}`, year };
  rows.campaigns.push(
    {
      ...last,
      dueOn: `${year - 1}-12-10`,
      state: 'published',
      openedById: bureau.actorId,
      openedAt: before('10-20'),
      publishedAt: before('12-25'),
      edition: 1,
      version: 2,
    },
    { ...current, dueOn: due, openedById: bureau.actorId, openedAt: opened },
  );
  const campaignStep = (campaign: typeof last, sequence: number, kind: string, at: Date, payload: object): void => {
    const article = kind === 'opened' ? renewing : consolidating;
    const id = `${campaign.id}-${sequence}`;
    rows.events.push({ id, campaignId: campaign.id, sequence, kind, ...bureau, at, article, payload: { ...payload } });
  };
  campaignStep(current, 1, 'opened', opened, { year, dueOn: due });
  const published: string[] = [];
  for (const { key } of city.departments) {
    const lists = lines(key);
    const then = city.lists.unchanged.includes(key) ? lists : lastYearLines(key, lists);
    for (const list of kinds) {
      const officer = `demo-officer-${key}`;
      const lead = `demo-lead-${key}`;
      const add = (campaign: typeof last, content: readonly Line[], steps: readonly Step[], more: object): string =>
        addList(rows, { campaign, key, list, content, steps, more });
      published.push(
        add(
          last,
          then[list].filter((line) => isComplete(list, line)),
          [
            { kind: 'opened', by: bureau.actorId, at: before('10-20') },
            { kind: 'prepared', by: officer, at: before('11-18') },
            { kind: 'signed', by: lead, at: before('11-20') },
            { kind: 'confirmed', by: reviewer, at: before('12-15') },
          ],
          {},
        ),
      );
      const returned = city.lists.returned.find((one) => one.department === key && one.list === list);
      const late = city.lists.late.includes(key);
      const wanted = returned ? 'signed' : stageOf(city, key);
      const stage = lists[list].every((line) => isComplete(list, line)) ? wanted : 'draft';
      const steps: Step[] = [
        { kind: 'opened', by: bureau.actorId, at: opened },
        { kind: 'prepared', by: officer, at: workTime(now, late ? 1 : 20, 30) },
        { kind: 'signed', by: lead, at: workTime(now, late ? 1 : 18, 90) },
        { kind: 'confirmed', by: reviewer, at: workTime(now, 12, 60) },
      ].slice(0, path.indexOf(stage) + 1);
      if (returned && stage === 'signed')
        steps.push({ kind: 'returned', by: reviewer, at: workTime(now, 5, 45), payload: { reason: returned.reason } });
      const unchanged = stage !== 'draft' && city.lists.unchanged.includes(key);
      add(current, lists[list], steps, { unchanged });
    }
  }
  campaignStep(last, 1, 'opened', before('10-20'), { year: year - 1, dueOn: `${year - 1}-12-10` });
  campaignStep(last, 2, 'consolidated', before('12-20'), {});
  campaignStep(last, 3, 'published', before('12-25'), { edition: 1, submissionIds: published });
  return rows;
}

function stageOf({ lists }: City, key: string): (typeof path)[number] {
  if (lists.confirmed.includes(key)) return 'confirmed';
  if (lists.signed.includes(key) || lists.late.includes(key)) return 'signed';
  return lists.prepared.includes(key) ? 'prepared' : 'draft';
}

function isComplete(list: ListKind, { type, basis, data, legal }: Line): boolean {
  if (list === 'scenarios') return data !== null && legal !== null;
  return type !== null && (type !== 'conditional' || basis !== null);
}

interface Added {
  readonly campaign: { readonly id: string; readonly year: number };
  readonly key: string;
  readonly list: ListKind;
  readonly content: Lines[ListKind];
  readonly steps: readonly Step[];
  readonly more: object;
}

function addList(rows: ListRows, { campaign, key, list, content, steps, more }: Added): string {
  const id = `demo-list-${campaign.year}-${key}-${list}`;
  const find = (kind: string): Step | undefined => steps.find((step) => step.kind === kind);
  const [prepared, signed, returned] = [find('prepared'), find('signed'), find('returned')];
  const decided = returned ?? find('confirmed');
  const state = (steps.at(-1)?.kind ?? 'opened') as 'opened' | SubmissionState;
  rows.submissions.push({
    unchanged: false,
    ...more,
    id,
    campaignId: campaign.id,
    departmentId: departmentId(key),
    list,
    state: state === 'opened' ? 'draft' : state,
    rows: content.map((line) => ({ ...line })),
    preparedById: prepared?.by ?? null,
    preparedAt: prepared?.at ?? null,
    signedById: signed?.by ?? null,
    signedAt: signed?.at ?? null,
    decidedById: decided?.by ?? null,
    decidedAt: decided?.at ?? null,
    returnReason: typeof returned?.payload?.reason === 'string' ? returned.payload.reason : null,
    updatedAt: steps.at(-1)?.at ?? new Date(0),
    version: steps.length - 1,
  });
  for (const [index, { kind, by, at, payload }] of steps.entries()) {
    const byBureau = kind === 'opened' || kind === 'confirmed' || kind === 'returned';
    rows.events.push({
      id: `${id}-${index + 1}`,
      campaignId: campaign.id,
      submissionId: id,
      sequence: index + 1,
      kind,
      actorId: by,
      departmentId: byBureau ? bureau.departmentId : departmentId(key),
      at,
      article: kind === 'confirmed' || kind === 'returned' ? consolidating : renewing,
      payload: payload ?? {},
    });
  }
  return id;
}
