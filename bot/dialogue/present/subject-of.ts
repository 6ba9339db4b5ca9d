/** What a result is about, so that "it" can mean that thing afterwards. */
import { z } from 'zod';
import type { AnyTool } from '#tools/tool.ts';
import type { DialogueState } from '../dialogue-state.ts';

/** How the results of the catalog tools name their entry; a search has more than one hit, or one. */
const aboutEntry = z.looseObject({ entryId: z.string(), hits: z.array(z.unknown()).optional() });

/** Null: nothing in particular. */
export function subjectOf(tool: AnyTool, output: unknown): DialogueState['subject'] {
  const about = aboutEntry.safeParse(output);
  if (!about.success || (tool.effect === 'reads' && (about.data.hits?.length ?? 1) > 1)) return null;
  return { kind: 'catalog_entry', id: about.data.entryId };
}
