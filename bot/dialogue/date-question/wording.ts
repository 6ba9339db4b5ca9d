/** Every sentence the assistant says in answer to a question about dates. */
import { printDate, printDay } from '#tools/deadlines/print-day.ts';

type AskWords = (words: string) => string;

/** What is asked back, by the reason. */
export const askWording = {
  which_day: (words) => (words === '' ? '请告诉我具体是哪一天。' : `“${words}”可能是好几天,请告诉我具体是几月几日。`),
  which_year: (words) => `“${words}”是哪一年的?请带上年份。`,
  no_such_day: (words) => `没有“${words}”这一天,请核对日期。`,
  lunar: (words) => `“${words}”我没有换算成公历的把握,请告诉我公历日期,例如2月10日。`,
  mismatch: (words) => `“${words}”的日期和星期对不上,请核对是哪一天。`,
  unpublished: (words) => `“${words}”那一年的放假安排还没有发布,请直接告诉我是几月几日。`,
  which_request: () => '请问说的是共享申请、开放申请,还是法律法规修订或者职能变化后更新目录?',
  which_event: (words) => `请问“${words}”是起算的那一天吗,例如收到申请的日子?是的话请回复“${words}收到的”。`,
  several_days: (words) => `您说了几个日期(${words}),请一次问一个,告诉我以哪一天起算。`,
  first_day: (words) => `“${words}”当天算不算第1天?算的话请把日期提前一天问我;期限从收到的下一个工作日起算,当天不计。`,
  answer_or_data: () => '请问是要在这一天之前拿到答复,还是拿到数据?答复有期限,我可以据此倒推最晚哪天提交。',
} as const satisfies Record<string, AskWords>;

export const dateWording = {
  /** A day that may be any of several keeps the words it was said in. */
  from: (days: readonly string[], words: string, day: string): string =>
    days.length > 1 ? `“${words}”` : printDay(day),
  due: (from: string, trigger: string, due: string, does: string, days: number): string =>
    `${from}${trigger},最晚在${printDay(due)}${does}(${days}个工作日,当天不计)。`,
  dueHigherOnly: (title: string, instrument: string, clause: string, from: string, due: string, days: number): string =>
    `办法没有规定${title}的期限。按国务院《${instrument}》${clause}的${days}个工作日,${from}起算(当天不计),最晚是${printDay(due)}。`,
  noRule: (from: string, title: string, higher: { instrument: string; inForceFrom: string } | null): string =>
    `办法没有规定${title}的期限${higher === null ? '' : `;国务院《${higher.instrument}》自${printDate(higher.inForceFrom)}起施行,${printDay(from)}时还没有这项规定`}。`,
  bothRequests: '共享申请和开放申请的期限相同,日期一样。',
  counted: (days: string): string => `计入:${days}`,
  skipped: (days: string): string => `不计:${days}`,
  provisional: (years: string): string => `${years}年的放假安排还没有发布,这个日期是暂定的,发布后会重新计算。`,
  mayMove: (year: number): string => `年末几天还可能被${year}年的放假安排调整。`,
  gone: (today: string, gone: number, standing: string): string =>
    `到${printDay(today)},${gone === 0 ? '' : `已经过了${gone}个工作日,`}${standing}。`,
  inTime: (on: string, does: string): string => `${printDay(on)}${does},在期限之内。`,
  late: (on: string, does: string, by: string): string => `${printDay(on)}${does},已经超期${by}。`,
  stricter: (instrument: string, clause: string, days: number, due: string, extension: number): string =>
    `国务院《${instrument}》${clause}要求${days}个工作日内,最晚${printDay(due)}${extension > 0 ? `,经主管部门同意可延长${extension}个工作日` : ''}。比本办法更严,请按这个日期安排。`,
  extension: (instrument: string, clause: string, days: number, needs: string, due: string): string =>
    `办法没有延期的规定。国务院《${instrument}》${clause}允许${needs}延长最多${days}个工作日,即最晚${printDay(due)}。`,
  higherRule: (instrument: string, clause: string, days: number, due: string, same: boolean): string =>
    `省里的规定我这里没有收录。国家层面是国务院《${instrument}》${clause}:${days}个工作日,最晚${printDay(due)}${same ? ',和本办法一样' : ',比本办法更严,请按这个日期安排'}。`,
  noHigherRule: '省里的规定我这里没有收录;国家层面对这个期限也没有查到另外的规定。',
  noExtension: '办法没有延期的规定,其他可以延期的规定我也没有查到。',
  supplement: '要求补充材料不会让期限停下来或重新起算:办法没有这样的规定,仍从收到申请起算。',
  notYet: (instrument: string, from: string): string =>
    `《${instrument}》自${printDate(from)}起施行,起算日在施行之前。`,
  afterExpiry: (instrument: string, until: string): string =>
    `《${instrument}》有效期到${printDate(until)}为止,算出的日期在此之后,届时以新的规定为准。`,
  takenAs: (words: string, day: string): string => `“${words}”按${printDay(day)}计算。`,
  anyDay: (words: string): string => `“${words}”不论按哪一天起算,结果都一样。`,
  start: (target: string, latest: string, days: number): string =>
    `要在${printDay(target)}之前(含当天)拿到答复,最晚在${printDay(latest)}提交申请(答复期限${days}个工作日,按提交当天收到计算)。`,
  startAtWork: (day: string): string => `只在工作日提交的话,最晚是${printDay(day)}。`,
  startPast: '这一天已经过去了,对方用满期限的话赶不上。',
  startFull: (due: string): string => `对方用满期限时,答复在${printDay(due)}。`,
  onwards: (from: string, days: number, result: string): string =>
    `${printDay(from)}之后的第${days}个工作日是${printDay(result)}(当天不计)。`,
  back: (from: string, days: number, result: string): string =>
    `${printDay(from)}往前推${days}个工作日是${printDay(result)}:从这一天的下一个工作日数起,第${days}个工作日不晚于${printDay(from)}。`,
  byNotice: '放假和调休以国务院办公厅的年度通知为准。',
  festivalOff: (name: string, days: string, makeUp: string): string =>
    `${name}放假不算工作日:${days}都不计入${makeUp === '' ? '' : `;${makeUp}调休上班,照常计入`}。`,
  festivalUnknown: (name: string): string =>
    `${name}放假不算工作日。具体哪几天要等国务院办公厅的放假通知,现在还没有发布。`,
  holidaysOff: '法定节假日放假不算工作日,不计入期限;调休上班的周六、周日要计入。',
  weekendsOff: '周六、周日不算工作日,不计入期限;但调休上班的周六、周日要计入。',
  makeUpCounts: '调休上班的周六、周日算工作日,要计入期限。',
  list: (title: string, days: string): string => `${title}:${days}。`,
  yearUnknown: (year: number): string => `${year}年的放假安排还没有发布。`,
  firstDay: '当天不算,从下一个工作日起算第1天。办法没有写明当天算不算,这是通行的计算方法,我也按它计算。',
  worked: (day: string, name: string): string => `${printDay(day)}是工作日:${name}调休上班,计入期限。`,
  plainWorked: (day: string): string => `${printDay(day)}是工作日。`,
  offDay: (day: string, name: string): string => `${printDay(day)}不是工作日:${name}放假,不计入期限。`,
  weekendDay: (day: string): string => `${printDay(day)}是周末,不是工作日,不计入期限。`,
  byWeekday: (year: number): string => `${year}年的放假安排还没有发布,这是只按星期判断的。`,
  rule: (does: string, days: number): string => `规定是${days}个工作日内${does}。`,
  steps: {
    share: { title: '共享申请', say: '共享申请' },
    open: { title: '开放申请', say: '开放申请' },
    catalog: { title: '更新目录', say: '法律法规修订或者职能变化后更新目录' },
    thisYear: { title: '今年', say: '今年的' },
    lastYear: { title: '去年', say: '去年的' },
  },
} as const;
