/** `npm run calendar -- add|list|check`: the operator's view of the holiday notices that dates are counted by. */
import { loadConfig } from '#bot/config.ts';
import { addNotice } from '#tools/deadlines/calendar/add-notice.ts';
import { doubtsOfNotice } from '#tools/deadlines/calendar/doubts-of-notice.ts';
import { addedNotices, builtInNotices, loadCalendar } from '#tools/deadlines/calendar/load-calendar.ts';
import type { Notice } from '#tools/deadlines/calendar/notice.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { monthOf, yearOf } from '#tools/deadlines/iso-date.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import { Refusal } from '#tools/refusal.ts';

const usage = `用法:
  npm run calendar -- add <文件.json|年份>   录入放假通知,也可以录入年中的调整
  npm run calendar -- list
  npm run calendar -- check`;

function summary({ title, papers, days }: Notice): string {
  const off = days.filter((day) => day.off).length;
  return [`《${title}》 放假 ${off} 天,调休上班 ${days.length - off} 天`, ...papers].join('\n    ');
}

function add(source: string, dataDir: string): void {
  const { notice, path, changed } = addNotice(source, dataDir);
  console.log(`已写入 ${path}\n${summary(notice)}`);
  const doubts = doubtsOfNotice(notice);
  console.log(doubts.length === 0 ? '没有存疑之处。' : `有 ${doubts.length} 处请核对:`);
  for (const doubt of doubts) console.log(`  ${doubt}`);
  console.log(`有 ${changed.length} 天和原来不同${changed.length > 0 ? ':' : '。'}`);
  for (const date of changed) console.log(`  ${printDay(date)}`);
}

function check(dataDir: string): void {
  const notices = [...builtInNotices(), ...addedNotices(dataDir)];
  const calendar = loadCalendar(dataDir);
  let doubtful = 0;
  for (const notice of addedNotices(dataDir))
    for (const doubt of doubtsOfNotice(notice)) {
      doubtful += 1;
      console.log(`《${notice.title}》:${doubt}`);
    }
  const today = changshaDay(new Date());
  const next = yearOf(today) + 1;
  console.log(`${notices.length} 份通知都可以读取,${doubtful} 处存疑。`);
  if (!calendar.published(next - 1)) console.log(`缺少 ${next - 1} 年的通知:今年的日期都是暂定的。`);
  if (!calendar.published(next))
    console.log(
      `还没有 ${next} 年的通知,算到 ${next} 年的日期是暂定的。${monthOf(today) >= 11 ? '通知一般在 11 月发布,请留意录入。' : ''}`,
    );
}

function main([command, ...rest]: readonly string[]): void {
  const { dataDir } = loadConfig();
  const [source, ...others] = rest;
  if (command === 'add' && source !== undefined && others.length === 0) return add(source, dataDir);
  if (rest.length > 0) throw new Error(usage);
  if (command === 'check') return check(dataDir);
  if (command !== 'list') throw new Error(usage);
  for (const notice of [...builtInNotices(), ...addedNotices(dataDir)])
    console.log(`${notice.year}${notice.revision > 1 ? `-${notice.revision}` : ''}  ${summary(notice)}`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (error instanceof Refusal) console.error(`${error.message}${error.remedy}`);
  else console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
