/** A new entry that begins with what an earlier one says: all but its name, and its department. */
import type { GivenFields } from '../field-meta.ts';
import { Refusal } from '../refusal.ts';
import type { Copies } from '../tool.ts';
import { contentOf, type EntryContent } from './entry-content.ts';
import { loadEntry, visibleVersion } from './entry-row.ts';
import { entryField } from './naming-fields.ts';

export const entryCopies: Copies = {
  from: entryField('any', '照着哪一条目录编?', '照着编的目录'),
  async lastOf({ actor: { personId }, db }) {
    if (personId === null) return null;
    const last = await db.catalogVersion.findFirst({
      where: { authorId: personId },
      orderBy: [{ createdAt: 'desc' }, { number: 'desc' }],
      select: { entryId: true },
    });
    return last?.entryId ?? null;
  },
  async valuesOf(id, { actor, db }) {
    try {
      const entry = await loadEntry(db, id);
      const content = contentOf(visibleVersion(entry, actor));
      return { name: content.name, values: { kind: entry.kind, ...givenOf(content) } };
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  },
};

/** The fields of the form that would have given this content; what it leaves open stays open. */
function givenOf(content: EntryContent): GivenFields {
  const { name: _, items, legalBases, ...attributes } = content;
  const given = {
    ...attributes,
    items: items.map(({ personal, sensitive, ...item }) => ({
      ...present(item),
      ...(personal ? { personal } : {}),
      ...(sensitive ? { sensitive } : {}),
    })),
    legalBases: legalBases.map(({ title, clause }) => present({ title, clause })),
  };
  return present(given);
}

/** Without what is null or an empty list. */
function present(values: GivenFields): GivenFields {
  const isThere = (value: unknown): boolean => value !== null && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isThere(value)));
}
