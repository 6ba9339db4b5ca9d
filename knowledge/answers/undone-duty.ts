/** What follows when a duty is left undone that has no consequence of its own: the clause that catches them all, beside the duty. */
import type { QuestionType } from '#knowledge/query/question-type.ts';
import type { PreferredTopic } from './prefer-topics.ts';
import type { Topic } from './topics.ts';

const UNDONE =
  /没(?!有?(?:规定|写|说|错|问题|关系))|未(?!来)|不(?!同意?见|动产|是)|拖|逾期|超期|超时|迟|漏|忘|晚了|擅自|私自|私下|自己(?:建|拉|搞|收)|违反|违规|重复|乱|多采|超范围|另行收|虚报|瞒/;
/** What follows is asked for, not what is to be done. */
const FOLLOWS =
  /后果|会(?:被)?(?:怎么?样|咋样|如何|怎么处理|咋处理|怎么处罚)|怎么(?:样)?(?:处罚|处分|罚|追)|追责|追究|问责|处罚|处分|会?挨|要紧|有事|下场|受罚|被罚|担责|什么责任|违规.{0,12}怎么处理/;
/** The clause speaks of departments and their staff. */
const OTHERS = /公司|企业|市民|群众|老百姓|个人(?!信息|隐私)|第三方|外包|服务商|承建商|供应商|高校|记者/;
/** An amount or a number of points is asked for: the clause has none. */
const MEASURED = /多少|几分|几万|几千|几百|几个月|几年|罚款|罚钱|扣分|奖金|工资|停职|降级|开除|拨款|验收|扣钱/;

/** A question this like one known not to be answered is that one. */
const KNOWN_NOT_SAID = 0.5;

const WITHOUT_OWN = new Set([
  'duty',
  'prohibition',
  'time_limit',
  'procedure',
  'actor',
  'principle',
  'platform',
  'list',
  'condition',
  'funding',
]);

export interface UndoneDuty {
  readonly catchAll: number;
  readonly duty: number;
}

/** @param ranked best first; @returns null where the question is about something else or has a consequence of its own */
export function undoneDuty(
  question: string,
  type: QuestionType,
  ranked: readonly PreferredTopic[],
  topics: readonly Topic[],
): UndoneDuty | null {
  if (!type.wants.includes('consequence') || !UNDONE.test(question) || !FOLLOWS.test(question)) return null;
  if (OTHERS.test(question) || MEASURED.test(question)) return null;
  const [first] = ranked;
  // What is said of a duty's consequence under the duty itself stands for the duty.
  const own = topics[first?.topic ?? -1];
  if (!first || !own) return null;
  if (own.notSaid !== null && own.notSaid.wants !== 'consequence' && first.best >= KNOWN_NOT_SAID) return null;
  if (!WITHOUT_OWN.has(own.point.kind)) return null;
  const isDuty = ({ notSaid, point }: Topic): boolean => notSaid === null && WITHOUT_OWN.has(point.kind);
  const duty =
    own.notSaid === null
      ? first
      : (ranked.find(({ topic }) => topics[topic]?.point.id === own.point.id && topics[topic].notSaid === null) ??
        ranked.find(({ topic }) => topics[topic] && isDuty(topics[topic])));
  const catchAll = topics.findIndex(
    ({ notSaid, point, regulation }) => notSaid === null && point.catchAll === true && regulation === own.regulation,
  );
  return duty && catchAll >= 0 ? { catchAll, duty: duty.topic } : null;
}
