/** `npm run calendar -- add|list|check`: the operator's view of the holiday notices that dates are counted by. */
import { loadConfig } from '#bot/config.ts';
import { openConfiguredStore } from '#bot/open-store.ts';
import { reasonLines } from '#bot/start-failure.ts';
import type { Store } from '#prisma/store.ts';
import { loadCalendar, builtInNotices } from '#tools/deadlines/calendar/load-calendar.ts';
import { doubtsOfNotice } from '#tools/deadlines/calendar/doubts-of-notice.ts';
import type { Notice } from '#tools/deadlines/calendar/notice.ts';
import { readNotice } from '#tools/deadlines/calendar/read-notice.ts';
import { storedNotices } from '#tools/deadlines/calendar/stored-notices.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { yearOf } from '#tools/deadlines/iso-date.ts';
import { missingNotice } from '#tools/deadlines/notice-missing.ts';
import { Refusal } from '#tools/refusal.ts';
import { addNotice } from './add-notice.ts';

const usage = `用法:
  npm run calendar -- add <文件.json|年份>   录入放假通知,也可以录入年中的调整
  npm run calendar -- list
  npm run calendar -- check`;

function summary({ title, papers, days }: Notice): string {
  const off = days.filter((day) => day.off).length;
  return [`《${title}》 放假 ${off} 天,调休上班 ${days.length - off} 天`, ...papers].join('\n    ');
}

async function list(store: Store): Promise<void> {
  for (const notice of [...builtInNotices(), ...(await storedNotices(store.db))])
    console.log(`${notice.year}${notice.revision > 1 ? `-${notice.revision}` : ''}  ${summary(notice)}`);
}

async function check(store: Store): Promise<void> {
  const entered = await storedNotices(store.db);
  const now = new Date();
  const calendar = loadCalendar(entered);
  const doubts = entered.flatMap((notice) => doubtsOfNotice(notice).map((doubt) => `《${notice.title}》:${doubt}`));
  for (const doubt of doubts) console.log(doubt);
  console.log(`${builtInNotices().length + entered.length} 份通知都可以读取,${doubts.length} 处存疑。`);
  const thisYear = yearOf(changshaDay(now));
  if (!calendar.published(thisYear)) console.log(`缺少 ${thisYear} 年的通知:今年的日期都是暂定的。`);
  if (!calendar.published(thisYear + 1))
    console.log(`还没有 ${thisYear + 1} 年的通知,算到 ${thisYear + 1} 年的日期是暂定的。`);
  const missing = missingNotice(now, calendar);
  if (missing) console.log(missing.text);
}

async function add(store: Store, source: string): Promise<void> {
  const { entered, doubts, recount } = await addNotice(store, readNotice(source), new Date());
  if ('refusal' in entered) console.log(`${entered.refusal.message}${entered.refusal.remedy}`);
  else {
    console.log(`已录入\n${summary(entered.notice)}`);
    console.log(doubts.length === 0 ? '没有存疑之处。' : `有 ${doubts.length} 处请核对:`);
    for (const doubt of doubts) console.log(`  ${doubt}`);
    console.log(`有 ${entered.changed.length} 天和原来不同${entered.changed.length > 0 ? ':' : '。'}`);
    for (const line of entered.changedDays) console.log(`  ${line}`);
  }
  const { clocks, moved, settled, told } = recount;
  console.log(`在办的 ${clocks} 个期限已经重算:${moved} 个改了日期,${settled} 个由暂定转为确定,发出 ${told} 条告知。`);
}

async function main([command, source, ...others]: readonly string[]): Promise<void> {
  const adding = command === 'add' && source !== undefined && others.length === 0;
  const looking = (command === 'list' || command === 'check') && source === undefined;
  if (!adding && !looking) throw new Error(usage);
  // A file that cannot be read is said before a store is opened for it.
  if (adding) readNotice(source);
  const store = await openConfiguredStore(loadConfig(), () => new Date());
  try {
    if (adding) return await add(store, source);
    return command === 'list' ? await list(store) : await check(store);
  } finally {
    await store.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof Refusal) console.error(`${error.message}${error.remedy}`);
  else console.error(error instanceof Error && error.message === usage ? usage : reasonLines(error).join('\n'));
  process.exitCode = 1;
});
