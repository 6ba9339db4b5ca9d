/** Says when a message was: the time of day beside it, the day above the first message of each day. Pure. */

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** 14:05, in the browser's own time zone. */
export function timeOfDay(at: number): string {
  const date = new Date(at);
  return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** One string for all moments of the same day. */
export function dayOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** 今天, 昨天, 3月2日 星期一, and with the year where it is another one. */
export function dayLabel(at: number, now: number): string {
  const day = dayOf(at);
  if (day === dayOf(now)) return '今天';
  const date = new Date(at);
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (day === dayOf(yesterday.getTime())) return '昨天';
  const year = date.getFullYear() === new Date(now).getFullYear() ? '' : `${date.getFullYear()}年`;
  return `${year}${date.getMonth() + 1}月${date.getDate()}日 星期${weekdays[date.getDay()] ?? ''}`;
}

/** For machines: the `datetime` of a time element. */
export function machineTime(at: number): string {
  return new Date(at).toISOString();
}
