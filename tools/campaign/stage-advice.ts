/** Stops a form about lists at once where it could come to nothing: no campaign, no part in it, the wrong stage. */
import { z } from 'zod';
import type { GivenFields } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import type { LookContext } from '#tools/tool-context.ts';
import type { Advice } from '#tools/tool.ts';
import { movesWithAll } from './act-on-lists.ts';
import { requireCampaign } from './current-campaign.ts';
import { type Happening, listLifecycle } from './lifecycle.ts';
import { listsOf } from './list-fields.ts';
import { refusals } from './refusals.ts';
import { listKinds } from './stage-names.ts';
import { loadLists } from './submission-row.ts';

const named = z.object({
  departmentId: z.string().optional(),
  list: z.enum(listKinds).optional(),
  lists: z.enum([...listKinds, 'all']).optional(),
});

export function stageAdvice(kind: Happening) {
  return async (given: GivenFields, { db }: LookContext): Promise<readonly Advice[]> => {
    try {
      const { departmentId, list, lists = list } = named.parse(given);
      await requireCampaign(db);
      if (departmentId === undefined || lists === undefined) return [];
      const rows = await loadLists(db, departmentId, listsOf(lists));
      const [first] = rows;
      if (!first) return [];
      if (lists === 'all' && !rows.some(({ state }) => movesWithAll(kind, state)))
        throw new Refusal('LIST_STAGE', ...refusals.noneAt(kind, first.department.name));
      if (lists !== 'all' && listLifecycle[kind].moves[first.state] === undefined)
        throw new Refusal('LIST_STAGE', ...refusals.stage(kind, first.state));
      return [];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message, remedy, article } = error;
      return [{ id: `list-${code}`, text: `${message}${remedy}`, blocks: true, ...(article !== null && { article }) }];
    }
  };
}
