/** A clock's standing in a few plain words. */
import { printDay } from './print-day.ts';
import type { Standing } from './standing.ts';

/** 2个工作日; days off alone are said as such. */
export function lateText({ workingDays, calendarDays }: { workingDays: number; calendarDays: number }): string {
  return workingDays === 0 ? `${calendarDays}天(其间没有工作日)` : `${workingDays}个工作日`;
}

export function standingText(standing: Standing): string {
  switch (standing.kind) {
    case 'running':
      return `还剩${standing.workingDays}个工作日`;
    case 'due_today':
      return '今天是最后一天';
    case 'overdue':
      return `已超期${lateText(standing)}`;
    case 'stopped':
      return `自${printDay(standing.since)}起中止`;
    case 'met':
      return `已在${printDay(standing.on)}按期办结`;
    case 'met_late':
      return `在${printDay(standing.on)}办结,晚了${lateText(standing)}`;
  }
}
