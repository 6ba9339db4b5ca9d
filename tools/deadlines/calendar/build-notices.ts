/** Makes the project's own list of notices from chinese-days and the addresses kept in papers.yaml. */
import { readFileSync } from 'node:fs';

import { parse } from 'yaml';
import { z } from 'zod';

import { chineseDaysOf } from './chinese-days.ts';
import { type Notice, type NoticeDay, noticeTitle } from './notice.ts';

const paperSchema = z.strictObject({
  year: z.number().int(),
  paper: z.url(),
  title: z.string().optional(),
  rules: z.tuple([z.string(), z.string()]).optional(),
});

const rules = ({ date }: NoticeDay, span: readonly [string, string] | undefined): boolean =>
  span !== undefined && date >= span[0] && date <= span[1];

/** A day that an amendment rules stands under the amendment alone. */
export function buildNotices(): readonly Notice[] {
  const file = readFileSync(new URL('papers.yaml', import.meta.url), 'utf8');
  const papers = z.array(paperSchema).parse(parse(file));
  return papers.map((paper, index) => {
    const { year } = paper;
    const days = chineseDaysOf(year);
    if (!days) throw new Error(`chinese-days does not know ${year}`);
    const amendments = papers.filter((other) => other.year === year && other.rules);
    return {
      year,
      revision: papers.slice(0, index + 1).filter((other) => other.year === year).length,
      title: paper.title ?? noticeTitle(year),
      papers: [paper.paper],
      days: paper.rules
        ? days.filter((day) => rules(day, paper.rules))
        : days.filter((day) => !amendments.some((amendment) => rules(day, amendment.rules))),
    };
  });
}
