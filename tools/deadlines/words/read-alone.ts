/** Reads one message as a date question, without what was said before. */
import { asksAmount, asksDay, asksExtension, asksStanding, plainCountIn, tellsReceipt } from './asked.ts';
import type { AskBack, AskReason, DateQuestion, SaidDay } from './date-question.ts';
import { dayRoles, tellsBeginning } from './day-roles.ts';
import { askBack, type Said, settle } from './said.ts';
import type { DayMention } from './said-day.ts';
import { whatCounts } from './what-counts.ts';

const isAsk = (value: SaidDay | AskBack): value is AskBack => 'kind' in value;

/** 9月25号收到的,最晚哪天办: what came in is left open; 收到约谈通知 is another matter. */
const namesNothing = /(?:收到?|接到|来)[的了过]*(?:[,.?!]|$|最|哪|什么|啥|几|一?[个份件](?:[,最]|东西|材料))/;

/** From which of several events it runs is for the regulation to say. */
const fromWhichDay = /从(?:哪|什么时[候间])|哪[天日](?:开始|起)?算/;

/** The data themselves, which follow the answer. */
const wantsData = /(?:拿到|用上|得到)[^,。?]{0,10}数据(?!共享|开放|申请|的?答复)|数据[^,。?]{0,4}(?:拿到|到手|用上)/;

/** Nothing but a day, a request and that it came in: whoever writes so wants the date. */
function isTerse({ text, mentions }: Said): boolean {
  let rest = text;
  for (const { words } of mentions) rest = rest.replace(words, '');
  rest = rest
    .replace(/[\u4e00-\u9fff]{1,6}?(?:局|委|厅|办公室|部门|单位|中心|公司|区|县)/g, '')
    .replace(
      /我们|咱们|我|收到|接到|收的?|有条件|数据|共享|开放|申请|到期|截止|截至|期限|日期|时间|最晚|最迟|哪天|几号|什么时候|一[个份条]|[了的个份:,.?!呢]/g,
      '',
    );
  return rest.length <= 1;
}

/** 11月2日后推10个工作日: a day, a number and nothing else. */
function isBarePlain({ text, mentions: [day, ...others], limits }: Said): boolean {
  if (!day || others.length > 0 || limits) return false;
  return text.replace(day.words, '').replace(/[\d一二两三四五六七八九十百]+个?工作日/, '').length <= 4;
}

function readPlain(said: Said): DateQuestion | null {
  const { text, mentions, statedToday, limits } = said;
  // 中秋节后第一个工作日 is a day, not a number of days to count.
  const plain = plainCountIn(mentions.reduce((rest, { words }) => rest.replace(words, '某日'), text));
  if (!plain || fromWhichDay.test(text) || (limits && /最[晚迟]|截止|到期|超期/.test(text))) return null;
  const day = mentions.filter(({ form }) => form !== 'vague')[0] ?? mentions[0];
  const asks = /哪(?!怕)|(?:周|星期)几|几[号月]|什么[时日]|啥时|何时|多会|为止/.test(text);
  if (day && /^[^,]{0,3}(?:开始|起)(?:计?算|数|计)/.test(text.slice(day.end)))
    return askBack(said, 'first_day', day.words);
  // Beside a day the number alone asks enough: 4月30日+10个工作日=?
  const bare = isBarePlain(said);
  if (!asks && !bare && !(day && !limits && /[?=+]|日期|期日|算[一算下]|第|基准/.test(text))) return null;
  const from = day ? settle(day, said) : null;
  if (from && isAsk(from)) return from;
  // 收到申请后10个工作日是哪天: not from today on.
  if (!from && (limits || tellsReceipt(text))) return null;
  const today: SaidDay = { days: [said.today], words: '今天', assumed: false };
  return { kind: 'plain_count', ...plain, from: from ?? today, statedToday };
}

function readWanted(said: Said, target: DayMention): DateQuestion | null {
  const { text, statedToday, limits } = said;
  const ask = (reason: AskReason): AskBack => askBack(said, reason, target.words);
  if (!asksDay(text)) return null;
  // 9月25号前收到的申请: a span, not a day to have an answer by.
  if (/^[之以]?前[^,]{0,3}[收接]到?的?[^,]{0,10}申请(?!的?(?:答复|结果|反馈))/.test(text.slice(target.end)))
    return ask('which_day');
  if (!/提(?!供)|交|申请|报|递|发起|填|送/.test(text)) return null;
  if (wantsData.test(text) && !/答复|回复|结果/.test(text)) return ask('answer_or_data');
  const day = settle(target, said);
  if (isAsk(day)) return day;
  const wanted = limits?.limits ?? (/答复|回复|结果|反馈/.test(text) ? ['share-answer', 'open-answer'] : null);
  return wanted === null ? ask('which_request') : { kind: 'latest_start', limits: wanted, target: day, statedToday };
}

const asksWorked =
  /^(?:那天|这天|当天|那一天)?(?:到底|究竟)?(?:要不要|用不用|需不需要|需要|上不上|放不放|算不算|是不是|属于|要|用|得|算|是|该|还|也)*(?:上班|放假|休息|(?:个|法定)?工作日)(?:[吗么嘛吧呢不没?,]|$)/;

/** 10月10日上班吗 */
function readDayKind(said: Said): DateQuestion | null {
  const { text, mentions, statedToday } = said;
  // 周六算工作日吗 and 国庆算工作日吗 ask for the rule, 下周六要上班吗 for a day.
  const isOneDay = ({ form, words }: DayMention): boolean =>
    form === 'date' || form === 'today' || (form === 'weekday' && !/^(?:周|星期)/.test(words));
  const asked = mentions.find((mention) => isOneDay(mention) && asksWorked.test(text.slice(mention.end)));
  if (!asked) return null;
  const day = settle(asked, said);
  return isAsk(day) ? day : { kind: 'day_kind', day, statedToday };
}

/** @returns null when it is no question about dates: a rule, another matter, or no day at all */
export function readAlone(said: Said): DateQuestion | null {
  const { text, mentions, statedToday, limits } = said;
  const plain = readPlain(said);
  if (plain) return plain;
  const worked = limits && tellsReceipt(text) && asksDay(text) ? null : readDayKind(said);
  if (worked) return worked;
  const { events, targets, done } = dayRoles(text, mentions);
  const wantsDay = asksDay(text);
  const standing = asksStanding(text);
  const [mention] = events.length > 0 ? events : targets;
  const counts = whatCounts(text);
  // A holiday that is asked about starts no count; a day of receipt beside it does.
  const dated = events.some(({ form }) => form !== 'festival') && wantsDay && limits;
  if (counts && !dated && !(wantsDay && mention && tellsReceipt(text)))
    return { kind: 'what_counts', ...counts, statedToday };
  if (!mention) return null;
  if (events.length === 0) return readWanted(said, mention);
  const [target] = targets;
  const begun = events.some((event) => tellsBeginning(text, mentions, event));
  // 考核12月10日要用,答复最晚12月8日拿到,哪天之前得提交
  if (target && !begun && /(?:哪|几号|何|什么|啥)[^,]{0,8}(?:提交|递|交|申请)/.test(text))
    return readWanted(said, target);
  // 前几天 asks nothing.
  const asked = asksAmount(mentions.reduce((rest, { words }) => rest.replace(words, '某日'), text));
  // 上个月职能变了,几天之内更新: the rule is asked, the day is only the story.
  if (mention.form === 'vague' && asked && !standing) return null;
  const amount = asked && mention.form !== 'weak';
  // 是不是5月22日前答复就行
  const judged =
    done.length + targets.length > 0 &&
    /吗|[?]|是否|是不是|算不算|行不行|对不对/.test(text) &&
    !/怎么|怎样|如何|咋/.test(text);
  if (!wantsDay && !standing && !judged && !amount && !(limits && tellsReceipt(text) && isTerse(said))) return null;
  if (!limits && !tellsReceipt(text)) return null;
  if (mentions.length > 1 && fromWhichDay.test(text)) return null;
  const distinct = new Set(events.map(({ reading }) => (reading.kind === 'days' ? reading.days.join() : reading.why)));
  if (distinct.size > 1) return askBack(said, 'several_days', events.map(({ words }) => words).join('、'));
  // 5月底 is a day to reach something by, not one to receive something on.
  if (mention.form === 'vague') return askBack(said, 'which_day', mention.words);
  // 10月12号以后收到的, 9月底左右: more days than the one said.
  if (/^(?:[之以]后(?!的?第|的?[\d一二两三四五六七八九十]+个?工作日)|左右|上下|前后)/.test(text.slice(mention.end)))
    return askBack(said, 'which_day', mention.words);
  const from = settle(mention, said);
  if (isAsk(from)) return from;
  // What is said to change is what began: 职能是4月30号下放到区里的.
  const changed =
    limits?.limits.includes('catalog-update') && text.slice(0, text.search(/[,。]|$/)).includes(mention.words);
  if (!tellsBeginning(text, mentions, mention) && !changed && !isTerse(said))
    return askBack(said, 'which_event', mention.words);
  if (!limits) return namesNothing.test(text) ? askBack(said, 'which_request', '') : null;
  if (wantsData.test(text) && limits.limits.some((id) => id.endsWith('-answer')) && !/答复|回复|结果/.test(text))
    return askBack(said, 'answer_or_data', mention.words);
  const ended = done[0] ? settle(done[0], said) : null;
  if (ended && isAsk(ended)) return ended;
  return {
    kind: 'due',
    limits: limits.limits,
    from,
    standing,
    done: ended,
    extension: asksExtension(text),
    higher: false,
    supplement: /补[^,。]{0,3}材料|材料[^,。]{0,3}补|补正|补齐/.test(text),
    statedToday,
  };
}
