/** What is said before a request is filed: why it need not or cannot be, and what to do instead. */
import type { RefusalOptions } from '#tools/refusal.ts';

type Words = readonly [message: string, options: RefusalOptions];

const nextForWithheld = (department: string): string =>
  `可以请${department}重新核定共享类型;意见不一致的,请市数据资源局协调(第六条第二款)。`;

export const filingWords = {
  notPublished: [
    '这条目录还没有公布,不能申请。',
    { remedy: '请换一条目录,或者联系提供部门。', field: 'entryId', article: '第十六条第二款' },
  ] as Words,
  typeMissing: (department: string, article: string): Words => [
    '这条目录没有写明共享或开放类型,不能判断怎么申请。',
    { remedy: `请联系${department}补充类型后再申请。`, field: 'entryId', article },
  ],
  ownData: (name: string): Words => [
    `“${name}”是本部门自己的数据,不用申请。`,
    { remedy: '请直接在本部门取用,或者换一条目录。', field: 'entryId' },
  ],
  sharingWithheld: (name: string, department: string, basis: string | null): Words => [
    `“${name}”属于不予共享,没有提交申请。${basis === null ? '目录没有写明依据。' : `目录列明的依据:${basis}。`}`,
    { remedy: nextForWithheld(department), field: 'entryId', article: '第二十二条第一款' },
  ],
  openingWithheld: (name: string, department: string, basis: string | null): Words => [
    `“${name}”属于不予开放,没有提交申请。${basis === null ? '目录没有写明依据。' : `目录列明的依据:${basis}。`}`,
    {
      remedy: `可以联系${department}了解能否脱敏后开放,或者查找同类的开放数据。`,
      field: 'entryId',
      article: '第二十四条第一款',
    },
  ],
  alreadyGranted: (number: number, name: string): Words => [
    `您已经可以使用“${name}”的这些信息项,见 #${number}。`,
    {
      remedy: `说“#${number} 到哪一步了”查看使用条件;要增加信息项请写明增加的部分。`,
      field: 'entryId',
      article: '第二十一条第二款',
    },
  ],
  alreadyRequested: (number: number, name: string): Words => [
    `“${name}”已经有一件正在办理的申请 #${number},不用重复提交。`,
    { remedy: `说“#${number} 到哪一步了”查看进展;内容有变化可以先撤回再提交。`, field: 'entryId' },
  ],
  unknownItems: (unknown: readonly string[], known: readonly string[]): Words => [
    `目录里没有这些信息项:${unknown.join('、')}。`,
    { remedy: `可选的有:${known.join('、')}。`, field: 'items' },
  ],
  reasonForAll: [
    '申请全部信息项要说明为什么每一项都需要。',
    { remedy: '请只列需要的信息项,或者补充“全部信息项的理由”。', field: 'scopeReason', article: '第二十一条第二款' },
  ] as Words,
  methodNotOffered: (method: string, offered: readonly string[]): Words => [
    `这条目录不提供“${method}”这种方式。`,
    { remedy: `可选的有:${offered.join('、')}。`, field: 'method', article: '第二十一条第二款' },
  ],
  termOver: ['使用期限已经过了。', { remedy: '请写一个今天以后的日期。', field: 'termUntil' }] as Words,
  guardedItems: (guarded: readonly string[]): Words => [
    `${guarded.join('、')}涉及个人隐私或敏感信息,应不予开放或者脱敏处理后开放。`,
    { remedy: '请把方式改为“脱敏”,或者去掉这些信息项。', field: 'method', article: '第二十四条第三款' },
  ],
  notProvided: (number: number): Words => [
    `#${number} 还没有提供数据,不能申请校核。`,
    { remedy: '收到数据后发现有误时再提出。', field: 'originalId', article: '《政务数据共享条例》第二十六条第二款' },
  ],
} as const;

export const filingAdvice = {
  unconditional: '这条目录属于无条件共享:不用审批,提交后马上给出获取方式,只作登记。',
  openUnconditional: '这条目录属于无条件开放:不用审批,提交后马上给出获取方式,只作登记。',
  condition: (basis: string): string => `目录列明的条件:${basis}。请在申请里说明怎样满足。`,
  all: '申请了全部信息项。按最小够用原则,请只列需要的;确需全部的,请补充“全部信息项的理由”。',
  method: (label: string, why: string): string => `建议用“${label}”:${why}。`,
  heavyMethod: (lighter: string): string => `这个场景用“${lighter}”就够用;选择更多数据的方式,提供部门可能不同意。`,
  haveIt: (name: string): string => `本部门已有同名目录“${name}”,请先确认是否已经够用。`,
  guarded: (guarded: readonly string[]): string => `${guarded.join('、')}涉及个人或敏感信息,请确认确实需要。`,
  leadAgreed: '提交即表示已经本部门政务数据共享工作机构负责人同意(《政务数据共享条例》第二十条第二款)。',
} as const;
