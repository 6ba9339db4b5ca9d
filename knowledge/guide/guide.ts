/** The hand-written guide: what each clause means in plain words, whom it binds, what it answers and what it does not say. */
import { z } from 'zod';

/** What sort of thing a point tells; the answerer matches it against what is asked. */
export const pointKinds = [
  'purpose', // 目的/依据
  'definition', // X 是什么/指什么
  'scope', // 适用于什么/谁
  'ownership', // 归谁所有
  'principle', // 遵循什么原则
  'actor', // 谁负责/哪个部门
  'duty', // 应当/须做什么
  'prohibition', // 不得/严禁
  'permission', // 可以
  'procedure', // 怎么办/向谁提出/通过什么
  'time_limit', // 几个工作日/每年/限期
  'list', // 包括哪些/哪几类
  'condition', // 在什么情况下
  'consequence', // 违反了怎么办/谁追究
  'platform', // 平台是什么、用哪个平台
  'funding', // 钱/经费/收费
  'validity', // 施行日期、有效期
  'encouragement', // 鼓励
] as const;
export const pointKindSchema = z.enum(pointKinds);
export type PointKind = z.infer<typeof pointKindSchema>;

/** What kind of thing a question wants; also used by `notSaid` to say which evidence is missing. */
export const wantedKinds = [
  'amount', // 多少钱、罚款数额
  'days', // 几天、多长时间
  'date', // 哪一天、几月
  'form', // 表格、模板、材料、格式
  'person', // 哪个人、姓名
  'contact', // 电话、邮箱、地址、网址
  'procedure', // 具体步骤、流程
  'consequence', // 后果、处罚
  'remedy', // 申诉、复议、投诉
  'number', // 数量、比例、分数
  'criterion', // 标准、条件细则
  'actor', // 由谁
  'definition',
  'technology', // 技术、接口、软件
  'other',
] as const;
export const wantedKindSchema = z.enum(wantedKinds);
export type WantedKind = z.infer<typeof wantedKindSchema>;

/** The modal a clause really uses. `none` for statements of fact. */
export const modals = [
  '应当',
  '应',
  '须',
  '可以',
  '可',
  '不得',
  '严禁',
  '禁止',
  '鼓励',
  '有权',
  '负责',
  'none',
] as const;
export const modalSchema = z.enum(modals);
export type Modal = z.infer<typeof modalSchema>;

const roleSchema = z.enum(['provider', 'consumer', 'district', 'bureau', 'public']);

/** A yes/no question with the word the answer must open with. */
const yesNoSchema = z.strictObject({
  ask: z.string().min(4),
  /** E.g. 可以 / 不可以 / 是 / 不是 / 需要 / 不需要 / 要 / 不能. */
  head: z.enum([
    '是',
    '不是',
    '可以',
    '不可以',
    '需要',
    '不需要',
    '有',
    '没有',
    '会',
    '不会',
    '属于',
    '不属于',
    '适用',
    '不适用',
  ]),
});

export const notSaidSchema = z.strictObject({
  /** Short noun phrase for what is not said, e.g. `逾期不答复的后果`. */
  topic: z.string().min(2),
  wants: wantedKindSchema,
  /** At least three ways people ask it. */
  asks: z.array(z.string().min(3)).min(3),
  /** One or two sentences: says plainly that the text does not say it, and what it does say nearby. */
  say: z.string().min(8),
});
export type NotSaid = z.infer<typeof notSaidSchema>;

export const pointSchema = z.strictObject({
  /** Unique: `<article>-<slug>`, e.g. `22-answer-limit`. */
  id: z.string().regex(/^\d{1,3}-[a-z0-9-]+$/),
  /** The clauses that prove it, each needed; as printed, e.g. 第二十二条第二款. The first is the main one. */
  clauses: z.array(z.string()).min(1),
  kind: pointKindSchema,
  /** Verbatim passages of those clauses that prove the gloss, one or more per clause, in the same order. */
  quotes: z.array(z.string().min(2)).min(1),
  /** The plain answer: one to three sentences a colleague would say; numbers, actors and modals as in the clause. */
  gloss: z.string().min(6),
  /** Who must, may or must not. */
  binds: z.array(z.string()),
  modal: modalSchema,
  /** Numbers with their unit, as in the gloss: `10个工作日`, `3种类型`. */
  numbers: z.array(z.string()),
  /** Words people use for it that the clause does not: 拿数据, 要数据, 上报, 年报… */
  words: z.array(z.string()),
  /** At least five ways people ask it: formal, spoken, terse, as different roles. Open questions only. */
  questions: z.array(z.string().min(2)).min(5),
  yesNo: z.array(yesNoSchema),
  /** Wording where the same point reads differently to one who asks in a role. */
  roles: z.partialRecord(roleSchema, z.string()),
  notSaid: z.array(notSaidSchema),
  /** A consequence that meets whoever leaves undone any duty of the regulation that has none of its own. */
  catchAll: z.boolean().optional(),
});
export type Point = z.infer<typeof pointSchema>;

export const guideSchema = z.array(pointSchema);
