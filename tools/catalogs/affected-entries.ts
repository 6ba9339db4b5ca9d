/** Which of a department's entries a changed law or function touches: by their legal bases, then by the words of the function. */
import type { Db } from '../tool-context.ts';
import { foldWord } from './exchange/read-enumeration.ts';

export interface AffectedEntry {
  readonly entryId: string;
  readonly name: string;
  /** Chinese: 依据《…》第十条, or how the function's words meet it. */
  readonly because: string;
}

export type Cause = 'law' | 'function';

export async function affectedEntries(
  db: Db,
  { departmentId, cause, title }: { readonly departmentId: string; readonly cause: Cause; readonly title: string },
): Promise<readonly AffectedEntry[]> {
  const versions = await db.catalogVersion.findMany({
    where: { entry: { departmentId }, state: { notIn: ['superseded', 'withdrawn'] } },
    select: {
      entryId: true,
      name: true,
      summary: true,
      source: true,
      sharingBasis: true,
      openingBasis: true,
      legalBases: { orderBy: { position: 'asc' } },
    },
    orderBy: [{ entryId: 'asc' }, { number: 'desc' }],
  });
  const seen = new Set<string>();
  return versions.flatMap((version): AffectedEntry[] => {
    const because = reasonOf(version, cause, title);
    if (because === null || seen.has(version.entryId)) return [];
    seen.add(version.entryId);
    return [{ entryId: version.entryId, name: version.name, because }];
  });
}

interface Based {
  readonly name: string;
  readonly summary: string | null;
  readonly source: string | null;
  readonly sharingBasis: string | null;
  readonly openingBasis: string | null;
  readonly legalBases: readonly { readonly kind: string; readonly title: string; readonly clause: string | null }[];
}

function reasonOf(version: Based, cause: Cause, title: string): string | null {
  const words = instrumentKey(title);
  if (words.length < 2) return null;
  const basis = version.legalBases.find(
    (one) => (one.kind === 'function') === (cause === 'function') && sameInstrument(words, instrumentKey(one.title)),
  );
  if (basis) return cause === 'function' ? `依据职能“${basis.title}”` : `依据《${basis.title}》${basis.clause ?? ''}`;
  const conditions = [version.sharingBasis, version.openingBasis].map((text) => foldWord(text ?? ''));
  if (cause === 'law')
    return conditions.some((text) => text.includes(words)) ? `共享或开放的依据里引用了“${title}”` : null;
  const texts = [version.name, version.summary, version.source].map((text) => foldWord(text ?? ''));
  return texts.some((text) => text.includes(words)) ? `内容涉及“${title}”` : null;
}

/** 《中华人民共和国户口登记条例》(2024年修订) and 户口登记条例 are one. */
export function instrumentKey(title: string): string {
  const bare = title.replace(/[((][^()()]*[))]/gu, '').replace(/(?:修订|修正|修改)(?:了|后)?$/u, '');
  return foldWord(bare).replace(/^中华人民共和国/u, '');
}

/** One may be said more shortly than the other: 劳动关系 for 劳动关系协调. */
function sameInstrument(one: string, other: string): boolean {
  return one === other || (one.length > 3 && other.includes(one)) || (other.length > 3 && one.includes(other));
}
