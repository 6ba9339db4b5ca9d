/** A line of one of the three lists: by its number or its name, in the list that the form is about. */
import { z } from 'zod';
import { findLines, lineOf } from '#tools/campaign/find-lines.ts';
import type { ListRow } from '#tools/campaign/list-row.ts';
import { listKinds } from '#tools/campaign/stage-names.ts';
import { loadList } from '#tools/campaign/submission-row.ts';
import { Refusal } from '#tools/refusal.ts';
import type { FieldReader, Reading, ReadingContext } from './field-reader.ts';
import { withoutPolite } from './polite.ts';

const whose = z.object({ departmentId: z.string(), list: z.enum(listKinds) });

async function linesOf({ given, db }: ReadingContext): Promise<readonly ListRow[]> {
  const named = whose.safeParse(given);
  if (!named.success) return [];
  try {
    return (await loadList(db, named.data.departmentId, named.data.list)).rows;
  } catch (error) {
    // Without a campaign there are no lines; that is said where it is about to matter.
    if (error instanceof Refusal) return [];
    throw error;
  }
}

export const listLine: FieldReader = {
  kind: 'list_line',
  open: false,
  read: async (words, context): Promise<Reading> => {
    const bare = withoutPolite(words).raw.replace(/^["“《「](.+)["”》」]$/u, '$1');
    const found = findLines(await linesOf(context), bare);
    const [first, ...others] = found;
    if (!first) return { kind: 'invalid', why: null };
    if (others.length === 0) return { kind: 'value', value: first.key };
    return { kind: 'ambiguous', options: found.map(({ key, title }) => ({ title, value: key })) };
  },
  spot: (sentence) => {
    const numbered = /第\s*\d{1,4}\s*[行条]/du.exec(sentence.plain)?.indices?.[0];
    // 共享清单里的婚姻登记信息
    const named = /清单[里中]的?["《]?([\p{Script=Han}\w]{3,40}?)["》]?(?=[,;.:]|这一?[行条]|的|改|$)/du.exec(
      sentence.plain,
    )?.indices?.[1];
    const [start, end] = numbered ?? named ?? [];
    return start === undefined || end === undefined ? [] : [{ start, end }];
  },
  show: async (value, context) => {
    const rows = await linesOf(context);
    const row = rows.find(({ key }) => key === value);
    return row ? lineOf(rows, row).title : '(清单里已经没有这一行)';
  },
};
