/** Why a share request need not or cannot be filed, looked at before anything is written (Arts. 21, 22). */
import { sharingMethods } from '#prisma/catalog-codes.ts';
import type { SharingMethod } from '#prisma/generated/enums.ts';
import type { IsoDate } from '#tools/deadlines/iso-date.ts';
import { Refusal } from '#tools/refusal.ts';
import type { Db } from '#tools/tool-context.ts';
import { type EntryToRequest, unknownItems, wantedItems } from './entry-to-request.ts';
import { filingWords } from './filing-words.ts';
import { awaitsAnswer } from './lifecycle.ts';

export interface WantedShare {
  readonly entry: EntryToRequest;
  readonly departmentId: string;
  readonly today: IsoDate;
  /** Given so far; absent ones are not looked at. */
  readonly items?: readonly string[] | undefined;
  readonly method?: SharingMethod | undefined;
  readonly termUntil?: string | undefined;
}

/** Null: nothing stands in the way so far. */
export async function shareObstacle(db: Db, wanted: WantedShare): Promise<Refusal | null> {
  return entryObstacle(wanted) ?? (await requestObstacle(db, wanted)) ?? fieldObstacle(wanted);
}

function entryObstacle({ entry, departmentId }: WantedShare): Refusal | null {
  const { name, sharingType, sharingBasis } = entry;
  const { department } = entry.entry;
  if (department.id === departmentId) return new Refusal('OWN_DATA', ...filingWords.ownData(name));
  if (sharingType === null)
    return new Refusal('TYPE_MISSING', ...filingWords.typeMissing(department.name, '第二十二条第一款'));
  if (sharingType === 'withheld')
    return new Refusal('SHARING_WITHHELD', ...filingWords.sharingWithheld(name, department.name, sharingBasis));
  return null;
}

async function requestObstacle(db: Db, { entry, departmentId, today, items }: WantedShare): Promise<Refusal | null> {
  const requests = await db.request.findMany({
    where: { kind: 'share', entryId: entry.entryId, requesterDepartmentId: departmentId },
    select: { number: true, state: true, items: true, termUntil: true, providedAt: true },
    orderBy: { number: 'desc' },
  });
  const running = requests.find(({ state }) => awaitsAnswer(state));
  if (running) return new Refusal('ALREADY_REQUESTED', ...filingWords.alreadyRequested(running.number, entry.name));
  if (items === undefined) return null;
  const { names } = wantedItems(items, entry);
  const granted = requests.find(
    (one) =>
      (one.state === 'approved' || one.providedAt !== null) &&
      (one.termUntil === null || one.termUntil >= today) &&
      names.every((name) => one.items.includes(name)),
  );
  return granted ? new Refusal('ALREADY_GRANTED', ...filingWords.alreadyGranted(granted.number, entry.name)) : null;
}

function fieldObstacle({ entry, items, method, termUntil, today }: WantedShare): Refusal | null {
  const { unknown } = wantedItems(items ?? [], entry);
  const strange = unknownItems(unknown, entry);
  if (strange) return strange;
  if (method && entry.sharingMethods.length > 0 && !entry.sharingMethods.includes(method))
    return new Refusal(
      'METHOD_NOT_OFFERED',
      ...filingWords.methodNotOffered(
        sharingMethods[method].label,
        entry.sharingMethods.map((one) => sharingMethods[one].label),
      ),
    );
  return termUntil !== undefined && termUntil < today ? new Refusal('TERM_OVER', ...filingWords.termOver) : null;
}
