/** Says of each day in a message what it is to the question: when it began, by when something is wanted, when it was done. */
import type { DayMention } from './said-day.ts';

export interface DayRoles {
  /** Received, handed in, changed, agreed. */
  readonly events: readonly DayMention[];
  /** By when an answer is wanted: 12月31日前. */
  readonly targets: readonly DayMention[];
  /** When it was or would be done: 10月16号才答复. */
  readonly done: readonly DayMention[];
}

type Role = keyof DayRoles | 'now' | 'none';

const begins =
  /收|接[到收]|提(?!供)|递|交|申请|报[给送到]|变|改|调整|修[订正]|同意|批|来[了的函文件信]|到[了的]|印发|出台|通过|发[来给到]|转来|送|划|撤|合?并(?![报且])|起|开始|新增|增加|成立|挂牌|承接|推来|进来/;
const wanted =
  /(?:拿到|得到|收到(?!的)|看到|等到|要到|有|出)(?:(?!申请(?!的))[^,最哪几什未没]){0,10}(?:答复|结果|反馈|回复|批复|回音|说法)/;
const answerBefore = /(?:答复|结果|反馈|回复|批复|回音)[^,]{0,6}$/;
const reaches = /^[之以]?前?[必须要得能就]{0,3}(?:拿到|得到|收到|到手|到位|下来|出来|看到|给我)/;
const asksDay = /最[晚迟后]|哪|什么时[候间]|啥时|何时|几号|多会/;

interface Around {
  /** Up to the next day said or the end of the clause. */
  readonly first: string;
  /** The same, or the next clause where the day ends its own. */
  readonly told: string;
  readonly before: string;
}

function around(text: string, mentions: readonly DayMention[], index: number): Around {
  const mention = mentions[index];
  const after = text.slice(mention?.end ?? 0, mentions[index + 1]?.start ?? text.length);
  const before = text.slice(mentions[index - 1]?.end ?? 0, mention?.start ?? 0);
  const first = after.split(/[,。;!?]/)[0] ?? '';
  // 今天9月25号,我们收到……: what began stands behind the comma.
  const told = first === '' ? (after.slice(1).split(/[,。;!?]/)[0] ?? '') : first;
  return { first, told, before: before.split(/[,。;!?]/).at(-1) ?? '' };
}

function roleOf(text: string, mentions: readonly DayMention[], index: number): Role {
  const mention = mentions[index];
  if (!mention) return 'none';
  const { first, told, before } = around(text, mentions, index);
  // 明天到期的申请 asks for a list, not for a date.
  if (/^[就要会是算不才截便]{0,3}(?:到期|期满|届满|截止|超期|过期|逾期|最后一?[天日])/.test(first)) return 'none';
  if (/^[^,]{0,3}(?:驳回|拒绝|退回|撤回|撤销|撤了|不同意|没同意|没批|未批)/.test(first)) return 'none';
  if (/^[^,]{0,4}?(?:起|开始|正式)?(?:施行|生效|实施)/.test(first) || /(?<!是)不是$/.test(before)) return 'none';
  if (before.endsWith('算到')) return 'done';
  if (mention.form === 'festival' && /(?:放|遇上?|碰上?|赶上)$/.test(before)) return 'none';
  if (/^[^,]{0,6}(?:上班|补班|调休|放假|休息)/.test(first) && !/[收接提送来]/.test(first)) return 'none';
  // 明天国庆放假,今天收到的: why it matters, not when it came.
  if (first === '' && mention.words.endsWith('放假') && mentions.length > 1) return 'none';
  // 国庆后哪天: the words only narrow what is asked.
  if (/^[之以]?后?(?:的)?(?:哪一?[天日]|几号|什么时[候间])/.test(first) && mention.form === 'festival') return 'none';
  // 共享申请的答复12月8日拿到, 让对方4月30日给答复
  if (/(?:对方|人家|他们|[让请]他)[^,]{0,6}$/.test(before) && /^[之以]?前?给[^,]{0,6}(?:答复|回复|结果)/.test(first))
    return 'targets';
  if (answerBefore.test(before) && reaches.test(first)) return 'targets';
  if (/^[之以]?前/.test(first) || /(?:赶在|截止到?|截至|不晚于|不迟于)$/.test(before)) {
    if (wanted.test(first) || !/^[之以]?前[^,]{0,2}(?:提|递|交|申请|报)/.test(first)) return 'targets';
    return 'events';
  }
  if (wanted.test(first) && !asksDay.test(first.split(wanted)[0] ?? '')) return 'targets';
  const isDone =
    /^(?:(?![未没收])[^,最]){0,6}(?:答复|回复|反馈|回[了的]|答[了的]|办结|办完|更新[完了过]|改完|报备|备案)/.test(
      first,
    );
  if (isDone && !asksDay.test(first)) return 'done';
  if (mention.form === 'today' && !begins.test(told.slice(0, 14))) return 'now';
  return 'events';
}

/** Whether the clause around a day tells of a beginning. */
export function tellsBeginning(text: string, mentions: readonly DayMention[], mention: DayMention): boolean {
  const { told, before } = around(text, mentions, mentions.indexOf(mention));
  return begins.test(told.slice(0, 16)) || /(?:收|接|提交?|申请|变更?|修[订改]|调整|通过|同意)[^,]{0,12}$/.test(before);
}

/** @param mentions in the order of the text */
export function dayRoles(text: string, mentions: readonly DayMention[]): DayRoles {
  const roles = mentions.map((mention, index) => ({ mention, role: roleOf(text, mentions, index) }));
  const of = (wantedRole: Role): readonly DayMention[] =>
    roles.flatMap(({ mention, role }) => (role === wantedRole ? [mention] : []));
  const concrete = of('events').filter(({ form }) => form !== 'vague');
  // A vague word beside a day that can be told says nothing more: 上个月 … 25号.
  let events = concrete.length > 0 ? concrete : of('events');
  if (events.length === 0 && of('targets').length === 0) events = of('now').filter(() => begins.test(text));
  const listed = events.some((mention, index) =>
    /^(?:和|、|与|及|跟|或者?|还是|还有|,|至|到|-)$/.test(text.slice(events[index - 1]?.end ?? 0, mention.start)),
  );
  if (events.length > 1 && !listed) {
    const telling = events.filter((mention) => tellsBeginning(text, mentions, mention));
    if (telling.length === 1) events = telling;
  }
  // 4月21日发函,4月23日签收: it runs from the receipt.
  if (events.length > 1 && !listed) {
    const received = events.filter((mention) =>
      /^[^,]{0,8}收/.test(around(text, mentions, mentions.indexOf(mention)).first),
    );
    if (received.length === 1) events = received;
  }
  return { events, targets: of('targets'), done: of('done') };
}
