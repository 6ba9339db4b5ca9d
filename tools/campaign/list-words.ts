/** A department's lists in words: where each stands in a line, and one of them page by page. */
import { changeLines } from './change-lines.ts';
import { againstLastYear, type ListView, statusLine } from './list-view.ts';
import { cellOf, columnsOf, fieldsOfList } from './list-row.ts';
import { listNames } from './stage-names.ts';

const linesAPage = 15;
const changesShown = 10;
const gapsShown = 10;

export function overview(views: readonly ListView[]): { label: string; value: string }[] {
  return views.map((view) => {
    const label = listNames[view.submission.list];
    return { label, value: statusLine(view).slice(label.length + 1) };
  });
}

/** The first page says what changed and what is lacking; the lines go on from page to page. */
export function listPage(view: ListView, page: number): { readonly lines: readonly string[]; readonly pages: number } {
  const { submission, gaps, diff, last } = view;
  const { list, rows } = submission;
  const pages = Math.max(1, Math.ceil(rows.length / linesAPage));
  const from = (Math.min(page, pages) - 1) * linesAPage;
  const changes = last === null ? [] : changeLines(list, diff);
  const head =
    page > 1
      ? []
      : [
          statusLine(view),
          ...(changes.length > 0
            ? [`${againstLastYear(view)}:`, ...cut(changes, changesShown, '处变化,导出表格可以看到全部')]
            : []),
          ...(gaps.length > 0
            ? [
                '缺项和请核对:',
                ...cut(
                  gaps.map(({ text }) => text),
                  gapsShown,
                  '处',
                ),
              ]
            : []),
        ];
  const body = rows.slice(from, from + linesAPage).map((row, index) => {
    const cells = fieldsOfList(list)
      .filter((field) => field !== 'name')
      .flatMap((field) => {
        const cell = cellOf(list, row, field);
        return cell === '' || field === 'code' ? [] : [field === 'basis' ? `${columnsOf[list].basis}:${cell}` : cell];
      });
    return `${from + index + 1}. ${[row.name, ...cells].join(' | ')}`;
  });
  return {
    lines: [
      ...head,
      rows.length === 0 ? '清单现在是空的。' : `共 ${rows.length} 行,第 ${Math.min(page, pages)} 页,共 ${pages} 页:`,
      ...body,
    ],
    pages,
  };
}

function cut(lines: readonly string[], most: number, what: string): readonly string[] {
  const shown = lines.slice(0, most).map((line) => `- ${line}`);
  return lines.length > most ? [...shown, `- 另有 ${lines.length - most} ${what}`] : shown;
}
