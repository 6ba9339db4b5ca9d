/** Says of a department's lists that they are complete: unchanged, or as they stand now; its leads are asked to sign off. */
import { Refusal, type RefusalOptions } from '#tools/refusal.ts';
import type { Advice } from '#tools/tool.ts';
import type { ToolContext } from '#tools/tool-context.ts';
import { actOnLists, occasionOf, type Wanted, wantedViews } from './act-on-lists.ts';
import { compareRows } from './compare-rows.ts';
import { listGaps } from './list-gaps.ts';
import { peopleOf, tellPeople } from './list-people.ts';
import type { ListRow } from './list-row.ts';
import { type ListResult, offers } from './list-result.ts';
import { againstLastYear, type ListView, sameAsLastYear } from './list-view.ts';
import { refusals } from './refusals.ts';
import { listNames } from './stage-names.ts';

const most = 8;

/** The lines to hand in: last year's where nothing changed, the department's own otherwise. */
function linesOf(view: ListView, unchanged: boolean): readonly ListRow[] {
  const { submission, last } = view;
  if (!unchanged) return submission.rows;
  if (last === null) throw new Refusal('NO_LAST_YEAR', ...refusals.noLastYear(submission.list));
  return last.rows;
}

export async function prepareLists(wanted: Wanted, unchanged: boolean, context: ToolContext): Promise<ListResult> {
  const { actor, db, now } = context;
  const done = await actOnLists(
    wanted,
    'prepared',
    (view) => {
      const { submission, last, proposed } = view;
      const { list } = submission;
      const rows = linesOf(view, unchanged);
      const lacking = listGaps(list, rows, proposed).filter(({ kind }) => kind === 'incomplete');
      if (lacking.length > 0)
        throw new Refusal(
          'LIST_INCOMPLETE',
          ...refusals.incomplete(
            list,
            lacking.map(({ text }) => text),
          ),
        );
      const { added, removed, changed } = compareRows(list, last?.rows ?? [], rows);
      const same = last !== null && added.length + removed.length + changed.length === 0;
      return {
        rows,
        data: { unchanged: same, preparedById: actor.personId, preparedAt: now, signedById: null, signedAt: null },
        payload: {
          unchanged: same,
          lines: rows.length,
          added: added.length,
          removed: removed.length,
          changed: changed.length,
        },
      };
    },
    context,
  );
  const [first] = done;
  if (!first) throw new Error('nothing was prepared');
  const names = done.map(({ list }) => listNames[list]).join('、');
  const leads = (await peopleOf(db, first.departmentId, ['lead'], now)).filter((id) => id !== actor.personId);
  const { departmentId } = first;
  tellPeople(context, leads, {
    key: `lists-prepared:${occasionOf(done)}`,
    text: `${actor.name}提交了${first.department.name} ${first.campaign.year} 年的${names},请签批后报送市数据资源局。`,
    offers: [offers.show(departmentId), offers.sign(departmentId, 'all'), offers.sendBack(departmentId, 'all')],
  });
  return {
    text: [
      `${names}已提交${unchanged ? '(无变化)' : ''},等待部门负责人签批。`,
      leads.length === 0
        ? '通讯录里没有另外登记本部门负责人,请联系市数据资源局登记后再签批。'
        : `已通知 ${leads.length} 位负责人。`,
    ].join('\n'),
    offers: [offers.show(departmentId)],
  };
}

/** A list with lines that say too little cannot be handed in: said before the summary, and again until it is mended. */
export async function incompleteAdvice(
  wanted: Wanted,
  unchanged: boolean,
  context: Pick<ToolContext, 'db' | 'now'>,
): Promise<readonly Advice[]> {
  for (const view of await wantedViews(wanted, 'prepared', context)) {
    const { submission, last, proposed } = view;
    const { list } = submission;
    if (unchanged && last === null) return [stop('NO_LAST_YEAR', refusals.noLastYear(list))];
    const lacking = listGaps(list, unchanged ? (last?.rows ?? []) : submission.rows, proposed)
      .filter(({ kind }) => kind === 'incomplete')
      .map(({ text }) => text);
    if (lacking.length > 0) return [stop('LIST_INCOMPLETE', refusals.incomplete(list, lacking))];
  }
  return [];
}

function stop(id: string, [message, { remedy, article }]: readonly [string, RefusalOptions]): Advice {
  return { id, text: `${message}${remedy}`, blocks: true, ...(article && { article }) };
}

/** What one sees before saying yes. */
export async function preparingRemarks(
  wanted: Wanted,
  unchanged: boolean,
  context: Pick<ToolContext, 'db' | 'now'>,
): Promise<readonly string[]> {
  const views = await wantedViews(wanted, 'prepared', context);
  return views.flatMap((view) => {
    const { submission, last, proposed } = view;
    const { list, rows } = submission;
    const name = listNames[list];
    const given = unchanged ? (last?.rows ?? []) : rows;
    const remarks = listGaps(list, given, proposed).map(({ text }) => `- ${text}`);
    const head = unchanged
      ? `${name}:${given.length} 条,照 ${last?.year} 年不变${sameAsLastYear(view) ? '' : ';预填的变化不采用'}。`
      : `${name}:${given.length} 条,${againstLastYear(view)}。`;
    const more = remarks.length > most ? [`- 另有 ${remarks.length - most} 处`] : [];
    return [head, ...remarks.slice(0, most), ...more];
  });
}
