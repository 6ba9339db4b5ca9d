/** The report as a table, one line a person: as CSV and as a workbook, neither of which a program takes for formulas. */
import { stringify } from 'csv-stringify/sync';
import exceljs from 'exceljs';
import type { Counts, PersonState, ReportLine } from './broadcast-report.ts';
import { reasonWords } from './reasons.ts';
import { printTime } from './send-time.ts';

const stateNames: Readonly<Record<PersonState, string>> = {
  sent: '已送达',
  failed: '发送失败',
  unreachable: '联系不上',
  excluded: '不发',
  unknown: '不能确定',
  waiting: '等待发送',
};
const header = ['部门', '姓名', '状态', '通道', '原因', '送达时间', '已读', '回执', '办理', '已请联系人转达', '回复'];

/** Sums first: roster = sent + failed + unreachable + excluded + unknown, and what is still waiting while it runs. */
export function sumLines(counts: Counts): readonly (readonly [string, number])[] {
  const { roster, sent, failed, unreachable, excluded, unknown, waiting, read, acknowledged, acted, replied } = counts;
  return [
    ['名单总数', roster],
    [stateNames.sent, sent],
    [stateNames.failed, failed],
    [stateNames.unreachable, unreachable],
    [stateNames.excluded, excluded],
    [stateNames.unknown, unknown],
    ...(waiting > 0 ? [[stateNames.waiting, waiting] as const] : []),
    ['已读', read],
    ['点了收到', acknowledged],
    ['已办理', acted],
    ['有回复', replied],
  ];
}

const time = (at: Date | null): string => (at === null ? '' : printTime(at));

/** The roster's own reasons are Chinese already; a channel's are its codes. */
export function whyOf({ state, why }: Pick<ReportLine, 'state' | 'why'>): string {
  if (why === null) return '';
  return state === 'failed' || state === 'unknown' ? reasonWords(why) : why;
}

function cells(line: ReportLine): readonly string[] {
  const { department, name, state, channel, sentAt, readAt, acknowledgedAt, actedAt, passedOn, reply } = line;
  return [
    department,
    name,
    stateNames[state],
    state === 'sent' || state === 'unknown' ? (channel ?? '') : '',
    whyOf(line),
    time(sentAt),
    time(readAt),
    time(acknowledgedAt),
    time(actedAt),
    passedOn ? '是' : '',
    reply ?? '',
  ];
}

export function reportCsv(lines: readonly ReportLine[]): string {
  return stringify([header, ...lines.map(cells)], { bom: true, escape_formulas: true });
}

export async function reportWorkbook(title: string, counts: Counts, lines: readonly ReportLine[]): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sums = workbook.addWorksheet('汇总');
  sums.columns = [{ width: 18 }, { width: 14 }];
  sums.addRow([title]).font = { bold: true, size: 13 };
  for (const [label, count] of sumLines(counts)) sums.addRow([label, count]);
  const people = workbook.addWorksheet('名单', { views: [{ state: 'frozen', ySplit: 1 }] });
  people.columns = [28, 12, 12, 12, 28, 24, 24, 24, 24, 14, 40].map((width) => ({ width }));
  people.addRow(header).font = { bold: true };
  // exceljs writes strings as strings: a cell that begins like a formula stays text.
  for (const line of lines) people.addRow(cells(line));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
