/** The progress of a campaign in words: counts per list, departments page by page, and what the bureau can do next. */
import type { ListKind } from '#prisma/generated/enums.ts';
import type { CampaignRow } from './current-campaign.ts';
import { type ListOffer, offers } from './list-result.ts';
import { byDepartment, type ListProgress, type ProgressFilter } from './progress.ts';
import { listKinds, listNames, stageNames } from './stage-names.ts';

const departmentsAPage = 20;
const buttons = 4;
const order = ['confirmed', 'signed', 'prepared', 'returned', 'draft'] as const;

/** 共享清单: 已确认 20、待市数据资源局确认 5 …(超期 3) */
export function progressFacts(
  rows: readonly ListProgress[],
  list: ListKind | undefined,
): { label: string; value: string }[] {
  return listKinds
    .filter((one) => list === undefined || one === list)
    .map((one) => {
      const mine = rows.filter((row) => row.list === one);
      const counts = order.flatMap((state) => {
        const count = mine.filter((row) => row.state === state).length;
        return count === 0 ? [] : [`${stageNames[state]} ${count}`];
      });
      const late = mine.filter((row) => row.late).length;
      return {
        label: listNames[one],
        value: `${counts.join('、') || '没有'}(共 ${mine.length} 个部门${late > 0 ? `,超期 ${late}` : ''})`,
      };
    });
}

/** 1. 长沙市公安局:共享清单(填报中,已超期)、开放清单(填报中,已超期) */
export function departmentLines(
  found: readonly ListProgress[],
  page: number,
): { readonly lines: readonly string[]; readonly departments: number; readonly pages: number } {
  const all = byDepartment(found);
  const pages = Math.max(1, Math.ceil(all.length / departmentsAPage));
  const from = (Math.min(page, pages) - 1) * departmentsAPage;
  const lines = all.slice(from, from + departmentsAPage).map((rows, index) => {
    return `${from + index + 1}. ${rows[0]?.department ?? ''}:${standings(rows).join('、')}`;
  });
  return { lines, departments: all.length, pages };
}

/** Lists that stand alike are said together: 三张清单(填报中,超期). */
function standings(rows: readonly ListProgress[]): readonly string[] {
  const standing = ({ state, late }: ListProgress): string => `${stageNames[state]}${late ? ',超期' : ''}`;
  return [...new Set(rows.map(standing))].map((words) => {
    const alike = rows.filter((row) => standing(row) === words);
    const names = alike.length === listKinds.length ? '三张清单' : alike.map(({ list }) => listNames[list]).join('和');
    return `${names}(${words})`;
  });
}

/** 长沙市教育局 is 教育局 on a button. */
function shortName(department: string): string {
  return department.replace(/^长沙市(?=.{3})/u, '');
}

export interface OffersInput {
  readonly campaign: CampaignRow;
  readonly found: readonly ListProgress[];
  readonly filter: ProgressFilter | undefined;
  readonly list: ListKind | undefined;
  readonly page: number;
  readonly pages: number;
  readonly bureau: boolean;
}

export function progressOffers({ campaign, found, filter, list, page, pages, bureau }: OffersInput): ListOffer[] {
  const first = byDepartment(found);
  const start = (Math.min(page, pages) - 1) * departmentsAPage;
  const shown = first.slice(start, start + buttons).flatMap(([row]) => row ?? []);
  const same = { ...(list !== undefined && { list }) };
  const look = (what: ProgressFilter, title: string): ListOffer => ({
    title,
    tool: 'campaign-progress',
    fields: { ...same, what },
  });
  const next: readonly ListOffer[] =
    page < pages
      ? [
          {
            title: '下一页',
            tool: 'campaign-progress',
            fields: { ...same, ...(filter && { what: filter }), page: page + 1 },
          },
        ]
      : [];
  if (!bureau)
    return [...new Set(found.map(({ departmentId }) => departmentId))].map((departmentId) => offers.show(departmentId));
  return [
    ...next,
    ...(filter === 'to_confirm'
      ? shown.map(({ departmentId, department }) =>
          offers.show(departmentId, undefined, `审核${shortName(department)}`),
        )
      : [look('to_confirm', '待确认的部门')]),
    ...(filter === 'missing' || filter === undefined ? [] : [look('missing', '还没有报送的部门')]),
    ...(filter === 'late' || filter === 'to_confirm' ? [] : [look('late', '超期的部门')]),
    ...(campaign.state === 'open' ? [{ title: '汇总三张清单', tool: 'consolidate-lists', fields: {} }] : []),
    ...(campaign.state === 'consolidated' ? [{ title: '公布三张清单', tool: 'publish-lists', fields: {} }] : []),
    ...(campaign.state === 'open' ? [] : [{ title: '公布材料', tool: 'export-publication', fields: {} }]),
  ];
}
