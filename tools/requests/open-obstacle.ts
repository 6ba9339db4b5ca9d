/** Why an open request need not or cannot be filed, looked at before anything is written (Art. 24). */
import { openingMethods } from '#prisma/catalog-codes.ts';
import type { OpeningMethod } from '#prisma/generated/enums.ts';
import { Refusal } from '#tools/refusal.ts';
import type { Db } from '#tools/tool-context.ts';
import { type EntryToRequest, unknownItems, wantedItems } from './entry-to-request.ts';
import { filingWords } from './filing-words.ts';
import { unanswered } from './lifecycle.ts';

export interface WantedOpening {
  readonly entry: EntryToRequest;
  readonly requesterId: string | null;
  readonly items?: readonly string[] | undefined;
  readonly method?: OpeningMethod | undefined;
}

/** Null: nothing stands in the way so far. */
export async function openObstacle(db: Db, wanted: WantedOpening): Promise<Refusal | null> {
  return entryObstacle(wanted) ?? (await sameRunning(db, wanted)) ?? fieldObstacle(wanted);
}

function entryObstacle({ entry: { name, openingType, openingBasis, entry } }: WantedOpening): Refusal | null {
  if (openingType === null)
    return new Refusal('TYPE_MISSING', ...filingWords.typeMissing(entry.department.name, '第二十四条第一款'));
  return openingType === 'withheld'
    ? new Refusal('OPENING_WITHHELD', ...filingWords.openingWithheld(name, entry.department.name, openingBasis))
    : null;
}

async function sameRunning(db: Db, { entry, requesterId }: WantedOpening): Promise<Refusal | null> {
  if (requesterId === null) return null;
  const running = await db.request.findFirst({
    where: { kind: 'open', entryId: entry.entryId, requesterId, state: { in: [...unanswered] } },
    select: { number: true },
  });
  return running && new Refusal('ALREADY_REQUESTED', ...filingWords.alreadyRequested(running.number, entry.name));
}

function fieldObstacle({ entry, items, method }: WantedOpening): Refusal | null {
  const { unknown, guarded } = wantedItems(items ?? [], entry);
  const strange = unknownItems(unknown, entry);
  if (strange) return strange;
  const offered = entry.openingMethods;
  if (guarded.length > 0 && method !== undefined && method !== 'desensitised')
    return new Refusal('GUARDED_ITEMS', ...filingWords.guardedItems(guarded));
  // Desensitising is what Art. 24 asks for where somebody's data are concerned, whatever the entry says it offers.
  if (method && offered.length > 0 && !offered.includes(method) && !(method === 'desensitised' && guarded.length > 0))
    return new Refusal(
      'METHOD_NOT_OFFERED',
      ...filingWords.methodNotOffered(
        openingMethods[method].label,
        offered.map((one) => openingMethods[one].label),
      ),
    );
  return null;
}
