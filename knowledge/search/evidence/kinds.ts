/** What kind of answer a question wants and what kinds of statement a text of rules makes, told by their wording. */

const questionPatterns = {
  definition:
    /是什么意思|什么是|什么叫|叫什么|指什么|定义|含义|怎样算|属于|算不算|算.{0,6}吗|构成|认定|视为|界定|理解|什么样的|判断/,
  list: /哪些|哪几|什么情形|什么情况|什么条件|哪种|包括什么|什么内容|有什么/,
  time: /多久|多长|几天|多少天|什么时候|何时|时间|期限|时效|几年|几个月|多少日|提前|期间|最晚|日期/,
  penalty: /处罚|怎么罚|罚款|受到什么|后果|法律责任|怎么处理|处分|判刑|拘留|违法吗|会怎样|犯罪|刑/,
  permission: /可以|能否|能不能|可否|能.{0,20}吗|允许|有权|合法吗|行吗|可不可以/,
  remedy: /怎么办|维权|救济|不服|赔|投诉|起诉|举报/,
} as const;

const statementPatterns = {
  definition: /是指|所称|含义|包括[：:]|视为|认定为|应当认定|属于/,
  list: /\n\s*[（(][一二三四五六七八九十]+[)）]/,
  time: /[一二三四五六七八九十百两\d]+个?(?:工作日|日|天|月|年|小时)/,
  penalty: /罚款|处分|拘留|没收|吊销|追究刑事责任|责令|警告/,
  breach: /违反本(?:法|条例|办法|规定)|^有下列(?:行为|情形)之一的，(?:由|处|责令)/,
  prohibition: /不得|禁止|严禁/,
  liability: /赔偿|承担.{0,12}责任/,
  purpose: /制定本(?:法|条例|办法|规定|解释)/,
  force: /起施行|同时废止/,
} as const;

export type QuestionKind = keyof typeof questionPatterns;
export type StatementKind = keyof typeof statementPatterns;

function kindsOf<K extends string>(text: string, patterns: Readonly<Record<K, RegExp>>): ReadonlySet<K> {
  const kinds = new Set<K>();
  for (const kind in patterns) if (patterns[kind].test(text)) kinds.add(kind);
  return kinds;
}

export function questionKinds(question: string): ReadonlySet<QuestionKind> {
  return kindsOf<QuestionKind>(question, questionPatterns);
}

export function statementKinds(text: string): ReadonlySet<StatementKind> {
  return kindsOf<StatementKind>(text, statementPatterns);
}
