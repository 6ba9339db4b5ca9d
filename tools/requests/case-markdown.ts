/** A case record as Markdown. */
import type { CaseRecord } from './case-record.ts';

/** A bar or a line break would end the cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

export function caseMarkdown({ title, facts, events, receipts, printedAt }: CaseRecord): string {
  return [
    `# ${title}`,
    '',
    row(['项目', '内容']),
    row(['---', '---']),
    ...facts.map(row),
    '',
    '## 办理经过',
    '',
    row(['序号', '时间', '事项', '办理人', '依据', '内容']),
    row(Array.from({ length: 6 }, () => '---')),
    ...events.map(({ number, at, what, who, article, said }) => row([String(number), at, what, who, article, said])),
    '',
    '## 期限',
    '',
    ...receipts.flatMap((receipt) => [...receipt.split('\n').map((line) => `- ${line}`), '']),
    `打印时间:${printedAt}`,
    '',
  ].join('\n');
}
