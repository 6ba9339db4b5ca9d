/** What somebody can do next with a department's lists, by where they stand and who looks. */
import type { Actor } from '#tools/people/actor.ts';
import { type ListOffer, offers } from './list-result.ts';
import { type ListView, sameAsLastYear } from './list-view.ts';
import { listNames } from './stage-names.ts';

interface Standing {
  readonly own: boolean;
  readonly lead: boolean;
  readonly bureau: boolean;
}

function standingOf({ memberships }: Actor, departmentId: string): Standing {
  const mine = memberships.filter((one) => one.departmentId === departmentId && one.role !== 'public');
  return {
    own: mine.length > 0,
    lead: mine.some(({ role }) => role === 'lead'),
    bureau: memberships.some(({ role }) => role === 'bureau'),
  };
}

export function overviewOffers(views: readonly ListView[], actor: Actor): ListOffer[] {
  const [first] = views;
  if (!first) return [];
  const { departmentId } = first.submission;
  const { own, lead, bureau } = standingOf(actor, departmentId);
  const at = (...states: readonly string[]): readonly ListView[] =>
    views.filter(({ submission }) => states.includes(submission.state));
  const open = at('draft', 'returned');
  return [
    ...(own && open.length > 0
      ? open.every(sameAsLastYear)
        ? [offers.unchanged(departmentId, 'all', open.length === 3 ? '三张都无变化' : '都无变化')]
        : [offers.submit(departmentId, 'all', '核对无误,提交签批')]
      : []),
    ...(lead && at('prepared').length > 0
      ? [offers.sign(departmentId, 'all'), offers.sendBack(departmentId, 'all')]
      : []),
    ...(bureau && at('signed').length > 0
      ? [offers.confirm(departmentId, 'all'), offers.giveBack(departmentId, 'all')]
      : []),
    ...views.map(({ submission: { list } }) => offers.show(departmentId, list, `查看${listNames[list]}`)),
  ];
}

export function listOffers(
  view: ListView,
  actor: Actor,
  { page, pages }: { readonly page: number; readonly pages: number },
): ListOffer[] {
  const { departmentId, list, state } = view.submission;
  const { own, lead, bureau } = standingOf(actor, departmentId);
  const open = state === 'draft' || state === 'returned';
  const next: readonly ListOffer[] =
    page < pages ? [{ title: '下一页', tool: 'show-list', fields: { departmentId, list, page: page + 1 } }] : [];
  return [
    ...(own && open && sameAsLastYear(view) ? [offers.unchanged(departmentId, list)] : []),
    ...(own && open && !sameAsLastYear(view) ? [offers.submit(departmentId, list)] : []),
    ...(lead && state === 'prepared' ? [offers.sign(departmentId, list), offers.sendBack(departmentId, list)] : []),
    ...(bureau && state === 'signed' ? [offers.confirm(departmentId, list), offers.giveBack(departmentId, list)] : []),
    ...next,
    ...(own && (open || state === 'prepared')
      ? [
          offers.change(departmentId, list),
          offers.add(departmentId, list),
          { title: '删去一行', tool: 'remove-list-line', fields: { departmentId, list } },
        ]
      : []),
    offers.exportSheet(departmentId, list),
  ];
}
