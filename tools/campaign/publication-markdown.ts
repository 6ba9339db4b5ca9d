/** The summary of a publication as Markdown: totals, changes against the year before by department, who is missing, who was late. */
import { printDay } from '#tools/deadlines/print-day.ts';
import { changeLines } from './change-lines.ts';
import { type Consolidation, totalsOf } from './consolidation.ts';
import { isSame } from './compare-rows.ts';
import { listKinds, listNames } from './stage-names.ts';

/** Text of a department must not become a table, a heading or a tag. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/gu, '\\$&').replace(/\s+/gu, ' ');
}

export function publicationTitle({ year, edition }: Consolidation): string {
  const which = edition === null ? '(送审稿)' : edition > 1 ? `(第 ${edition} 版)` : '';
  return `长沙市 ${year} 年政务数据共享、开放、应用场景清单${which}`;
}

function totalsTable(consolidation: Consolidation): readonly string[] {
  const totals = totalsOf(consolidation);
  return [
    '| 清单 | 部门 | 条目 | 无条件 | 有条件 | 新增 | 变更 | 撤出 | 未报送部门 | 超期报送 |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...listKinds.map((list) => {
      const t = totals[list];
      const types = list === 'scenarios' ? ['—', '—'] : [t.unconditional, t.conditional];
      const cells = [t.departments, t.lines, ...types, t.added, t.changed, t.removed, t.missing, t.late];
      return `| ${listNames[list]} | ${cells.join(' | ')} |`;
    }),
  ];
}

export function publicationMarkdown(consolidation: Consolidation): string {
  const { lists, missing, dueOn } = consolidation;
  const parts: string[] = [
    `# ${publicationTitle(consolidation)}`,
    '',
    `依据《长沙市政务数据资源管理办法》第二十五条第二款汇总公布。报送截止:${printDay(dueOn)}。`,
    '',
    ...totalsTable(consolidation),
    '',
    '“新增、变更、撤出”与各部门上一次确认的清单相比;没有上年清单的,全部计为新增。',
  ];
  for (const list of listKinds) {
    parts.push('', `## ${listNames[list]}的变化`);
    const before = parts.length;
    for (const { department, diff, lastYear, rows } of lists[list]) {
      if (lastYear === null) {
        if (rows.length > 0) parts.push('', `### ${plain(department)}`, '', `首次报送,共 ${rows.length} 条。`);
        continue;
      }
      if (isSame(diff)) continue;
      const changes = changeLines(list, diff).map((line) => `- ${plain(line)}`);
      parts.push('', `### ${plain(department)}(比 ${lastYear} 年)`, '', ...changes);
    }
    if (parts.length === before) parts.push('', '没有变化。');
    const late = lists[list].filter((one) => one.late).map(({ department }) => plain(department));
    if (late.length > 0) parts.push('', `超期报送:${late.join('、')}。`);
    if (missing[list].length > 0) parts.push('', `未报送或未确认:${missing[list].map(plain).join('、')}。`);
  }
  return `${parts.join('\n')}\n`;
}
