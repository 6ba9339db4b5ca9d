/** The grounds on which a request can be refused, with the clauses that carry them and what a reason on that ground has to say. */
import type { RequestKind } from '#prisma/generated/enums.ts';

export interface RefusalGround {
  readonly label: string;
  /** Other words for it in a form. */
  readonly words: readonly string[];
  /** Clauses of the regulation that carry it; a basis in the regulation must be one of their articles. */
  readonly clauses: readonly string[];
  /** What the reason has to name; shown when it does not. */
  readonly needs: string;
  /** A pattern of which something must stand in the reason; null: checked against the request itself, or not at all. */
  readonly names: RegExp | null;
  /** Only a law, an administrative regulation or a State Council decision can carry it (State Council 809, Arts. 14 and 15). */
  readonly byLawOnly?: boolean;
}

const byLaw: RefusalGround = {
  label: '法律、行政法规或国务院决定不允许',
  words: ['法律禁止', '法律法规不允许', '法规禁止'],
  clauses: ['第三条'],
  needs: '写明哪部法律、行政法规或国务院决定的哪一条,以及这次申请的哪些信息项落在其中',
  names: null,
  byLawOnly: true,
};

const notHeld: RefusalGround = {
  label: '本部门不掌握该数据',
  words: ['没有该数据', '不掌握', '不产生该数据'],
  clauses: ['第七条', '第十四条'],
  needs: '写明这些信息项由哪个部门产生或掌握,便于对方另行申请',
  names: /局|委|办|厅|部门|中心|单位|医院|学校|企业|银行/u,
};

export const shareGrounds: Readonly<Record<string, RefusalGround>> = {
  beyond_duties: {
    label: '超出履职需要',
    words: ['与履职无关', '业务范围不符', '场景不符'],
    clauses: ['第二十一条'],
    needs: '写明申请的业务范围或场景与对方的哪项职责不相符',
    names: /职责|职能|履职|履行|业务|场景|用途/u,
  },
  not_minimal: {
    label: '超出最小够用范围',
    words: ['超出最小够用', '范围过大', '信息项过多'],
    clauses: ['第二十一条'],
    needs: '写明哪些信息项、范围或者方式超出需要,以及给到什么程度就够用',
    names: /信息项|字段|范围|全量|全部|全市|明细|推送|批量|方式|核验|频次/u,
  },
  condition_unmet: {
    label: '不符合目录列明的共享条件',
    words: ['不符合共享条件', '条件不满足', '未取得授权'],
    clauses: ['第二十二条'],
    needs: '写明目录里的哪一项条件没有满足,还缺什么',
    names: /条件|授权|委托|协议|用途|范围|审批|同意/u,
  },
  by_law: byLaw,
  not_held: notHeld,
};

export const openGrounds: Readonly<Record<string, RefusalGround>> = {
  personal: {
    label: '涉及个人隐私且脱敏后不能满足用途',
    words: ['涉及个人隐私', '个人信息', '个人隐私'],
    clauses: ['第二十四条'],
    needs: '写明哪些信息项涉及个人隐私,以及为什么脱敏后不能满足用途',
    names: /个人|隐私|姓名|身份|证件|电话|手机|住址|地址|脱敏/u,
  },
  sensitive: {
    label: '涉及国家、单位或团体敏感信息',
    words: ['涉及敏感信息', '国家秘密', '商业秘密'],
    clauses: ['第二十四条'],
    needs: '写明哪些信息项涉及哪一类敏感信息,以及为什么脱敏后仍不能开放',
    names: /敏感|秘密|安全|机密|商业/u,
  },
  condition_unmet: {
    label: '不符合目录列明的开放条件',
    words: ['不符合开放条件', '条件不满足'],
    clauses: ['第二十四条'],
    needs: '写明目录里的哪一项条件没有满足,还缺什么',
    names: /条件|授权|协议|用途|能力|安全|范围|同意/u,
  },
  by_law: byLaw,
  not_held: notHeld,
};

export function groundsOf(kind: RequestKind): Readonly<Record<string, RefusalGround>> {
  return kind === 'open' ? openGrounds : shareGrounds;
}

/** For the form: value → words. */
export function groundChoices(kind: RequestKind): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(groundsOf(kind)).map(([value, { label, words }]) => [value, [label, ...words]]),
  );
}
