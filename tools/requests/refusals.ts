/** What is said when a request cannot move: message and remedy, in the order a refusal takes them. */
import type { RefusalOptions } from '#tools/refusal.ts';
import type { Happening } from './lifecycle.ts';
import { happeningNames } from './stage-names.ts';

type Words = readonly [message: string, options: RefusalOptions];

export const refusals = {
  unknown: ['没有找到这件申请。', { remedy: '请核对编号,或者说“我有什么要办的”查看全部。' }] as Words,
  notAParty: (kind: Happening): Words => [
    `“${happeningNames[kind]}”要由这件申请的当事一方办理,您不是这一方。`,
    { remedy: '请联系申请部门或提供部门的数据专员。' },
  ],
  fourEyes: [
    '同一个人不能既代表申请方又代表提供方办理同一件申请。',
    { remedy: '请由提供部门的其他数据专员或负责人办理。' },
  ] as Words,
  once: (kind: Happening, article: string | null): Words => [
    `“${happeningNames[kind]}”只能办理一次,这件申请已经办过。`,
    {
      remedy:
        kind === 'supplement_asked'
          ? '请在现有材料的基础上作出答复。'
          : kind === 'extension_asked'
            ? '请按现在的期限答复。'
            : kind === 'forwarded'
              ? '仍不归本部门的,请联系市数据资源局确认由谁办理。'
              : '市数据资源局已经收到,处理情况会在这里告诉您。',
      article,
    },
  ],
  nothingToDecide: (asked: Happening): Words => [
    `这件申请没有等待决定的“${happeningNames[asked]}”。`,
    { remedy: '可以说“到哪一步了”查看详情。' },
  ],
  stagePassed: (kind: Happening, stage: string): Words => [
    `这件申请现在的状态是“${stage}”,不能再“${happeningNames[kind]}”。`,
    { remedy: '可以说“到哪一步了”查看详情。' },
  ],
  movedOn: ['这件申请刚刚被别人办理过。', { remedy: '请查看最新状态后再决定。' }] as Words,
} as const;
