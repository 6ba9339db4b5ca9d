/** The version that waits for the bureau's decision; nobody decides on what they filed themselves. */
import { Refusal } from '../refusal.ts';
import type { LookContext } from '../tool-context.ts';
import { type EntryRow, latestOf, loadEntry, type VersionRow } from './entry-row.ts';
import { refusals } from './wording.ts';

export async function filingToDecide(
  entryId: string,
  doing: string,
  { actor, db }: LookContext,
): Promise<{ readonly entry: EntryRow; readonly version: VersionRow }> {
  const entry = await loadEntry(db, entryId);
  const version = entry.versions.find(({ state }) => state === 'submitted');
  if (!version) throw new Refusal('ENTRY_STATE', ...refusals.notInState(latestOf(entry)?.state ?? null, doing));
  if (version.authorId !== null && version.authorId === actor.personId)
    throw new Refusal('OWN_FILING', ...refusals.ownFiling);
  return { entry, version };
}
