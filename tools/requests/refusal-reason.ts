/**
 * The refusal coach: whether a reason and its basis are the 充足的理由和依据 that Arts. 22 and 24 ask of who refuses; if not,
 * why, and what is needed. It judges what is said, not whether the refusal is right.
 */
import type { RequestKind } from '#prisma/generated/enums.ts';
import { judgeBasis } from './judge-basis.ts';
import { groundsOf } from './refusal-grounds.ts';

export interface Judgement {
  /** `missing`: material that has to be asked for instead. */
  readonly because: 'empty' | 'boilerplate' | 'not_a_ground' | 'missing' | 'unspecific' | 'basis';
  readonly field: 'reason' | 'basis';
  /** One plain sentence each. */
  readonly why: string;
  readonly needed: string;
  readonly article: string;
}

export interface GivenRefusal {
  readonly kind: RequestKind;
  readonly ground: string;
  readonly reason: string;
  readonly basis: string;
  /** Names of the items asked for. */
  readonly items: readonly string[];
}

export const refusalArticle: Readonly<Record<RequestKind, string>> = {
  share: '第二十二条第二款',
  open: '第二十四条第二款',
  correction: '《政务数据共享条例》第二十六条第二款',
};

/** What says only that the answer is no, or that there is some rule somewhere. */
const phrases =
  /(?:经|依|按)?(?:我局|我委|本局|本委|本部门|我单位|本单位|我们|相关部门|有关部门)?(?:经)?(?:认真|慎重|充分)?(?:研究|研判|审核|审查|评估|商议|讨论)(?:后|决定|认为)?|(?:根据|按照|依据|依照|参照)?(?:国家|上级|省|市)?(?:有关|相关|现行|现有)(?:的)?(?:法律|法规|政策|制度|文件|规定|要求|精神)+(?:的?(?:规定|要求|精神))?|(?:暂|目前|现阶段|无法|不能|不便|不宜|不予|不可以|不同意|不符合|不满足|不适合|拒绝|没法|难以|予以|进行|对外|给予)+|(?:共享|开放|提供|申请|答复|回复|通过|受理|批准|条件|要求|规定|情况|原因|理由|数据|信息|资源|该|此|本|这|的|了|请|谅解|理解|知悉|特此|说明|如下|因|由于|故|所以|因为)+|(?:涉及)?(?:敏感|涉密|保密|隐私|安全)(?:性|问题|原因|考虑|风险|数据|信息)*/gu;

const missing =
  /材料(?:不全|不齐|不完整|缺失|不足)|(?:资料|手续)不(?:全|齐|完整)|缺少?(?:材料|资料|附件|公函|盖章)|未(?:提交|附|提供)(?:材料|资料|附件|公函)/u;

const notGrounds: readonly (readonly [RegExp, string])[] = [
  [/领导(?:不同意|没有?同意|没批|未批|未同意|不批)|上级(?:没有?同意|不同意)/u, '“领导不同意”说明的是谁决定,不是为什么'],
  [
    /(?:人手|人员|力量|经费|精力)(?:不足|不够|紧张|有限)|(?:工作|任务)(?:繁?忙|太忙|太多|重)|没有?时间|太忙/u,
    '人手、经费或者工作忙不是不同意的理由',
  ],
  [
    /系统(?:正在|在)?(?:升级|改造|建设|维护|迁移|老旧)|接口(?:没有?|尚未|还没)(?:做|开发|建)/u,
    '系统改造影响的是提供时间,不是能不能共享',
  ],
  [/(?:没有|无)先例|从来?没(?:有)?(?:给|共享|开放)过|以前(?:也)?没/u, '没有先例不是不同意的理由'],
  [
    /(?:担心|怕|害怕|万一)(?:.{0,6})(?:出事|担责|追责|责任|泄露|风险|用错)|责任(?:太大|谁负|谁来负)/u,
    '担心责任不是不同意的理由,使用部门对使用过程负责',
  ],
  [/数据(?:质量)?(?:不高|不准|较差|太差|不好|不完整|有误)/u, '数据质量要由提供部门改正,不是不同意的理由'],
  [/(?:收费|付费|费用|花钱)/u, '费用不是不同意的理由'],
];

const han = /[\p{Script=Han}\p{Letter}\p{Number}]/gu;

function substance(reason: string): string {
  return (reason.replace(phrases, '').match(han) ?? []).join('');
}

/** The reason by itself, whatever the ground: what a form can say at once. */
export function judgeWords(reason: string, kind: RequestKind): Judgement | null {
  const article = refusalArticle[kind];
  const say = (because: Judgement['because'], why: string, needed: string): Judgement => ({
    because,
    field: 'reason',
    why,
    needed,
    article,
  });
  const concrete = '请写具体:这次申请的哪些信息项、哪个范围或者哪种方式,因为什么不能给';
  const said = (reason.match(han) ?? []).join('');
  if (said.length === 0) return say('empty', '还没有写理由', concrete);
  if (missing.test(reason))
    return say('missing', '材料不全不能直接拒绝,应当一次性告知需要补充的材料', '请改为“要求补充材料”,把缺的一次列全');
  const excuse = notGrounds.find(([pattern]) => pattern.test(reason));
  if (excuse && substance(reason.replace(excuse[0], '')).length < 16) return say('not_a_ground', excuse[1], concrete);
  const rest = substance(reason);
  if (rest.length < 6 || new Set(rest).size < 5) return say('boilerplate', '这样写只说了不同意,没有说为什么', concrete);
  return null;
}

/** Null: reason and basis can go out. */
export function judgeRefusal({ kind, ground, reason, basis, items }: GivenRefusal): Judgement | null {
  const words = judgeWords(reason, kind);
  if (words) return words;
  const article = refusalArticle[kind];
  const chosen = groundsOf(kind)[ground];
  if (!chosen)
    return { because: 'not_a_ground', field: 'reason', why: '没有这项理由类别', needed: '请从列表中选择', article };
  const named = chosen.names === null || chosen.names.test(reason) || items.some((item) => reason.includes(item));
  if (!named)
    return {
      because: 'unspecific',
      field: 'reason',
      why: `选择的是“${chosen.label}”,但理由里看不出来`,
      needed: `请${chosen.needs}`,
      article,
    };
  const weak = judgeBasis(basis, chosen);
  return weak && { because: 'basis', field: 'basis', ...weak, article };
}

export function coachWords({ why, needed }: Pick<Judgement, 'why' | 'needed'>): string {
  return `${why}。${needed}。`;
}
