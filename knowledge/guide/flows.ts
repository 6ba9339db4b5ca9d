/** Everything the assistant does for a duty, by name: the duty table may name these and no others. */

export const flows = {
  answer: '回答规定，给出条文',
  'file-catalog-entry': '编制、报送目录条目',
  'revise-catalog-entry': '修改、更新、撤回目录条目',
  'review-filing': '市数据资源局核收备案、发布或退回目录条目',
  'change-of-law': '法律法规修订或职能变化后的目录更新任务',
  'catalog-search': '查目录：谁有什么数据',
  'share-request': '提出共享申请',
  'answer-share-request': '答复共享申请',
  'open-request': '提出开放申请',
  'answer-open-request': '答复开放申请',
  'list-campaign': '年度三张清单：预填、签批、汇总、公布',
  reminder: '到期提醒和逐级提醒',
  broadcast: '定向通知和群发',
  clock: '期限计算和起算说明',
  'check-up': '目录体检：每条问题对应条文',
  'project-milestones': '新建信息化项目的节点清单',
  'rectification-task': '限期整改任务',
  coordination: '提请市数据资源局协调',
  evidence: '留痕、办理记录和评估依据',
  'expiry-watch': '规章到期预警',
  'higher-law': '上位法更严之处的提示',
} as const satisfies Readonly<Record<string, string>>;

export type Flow = keyof typeof flows;

export const flowNames: readonly Flow[] = Object.keys(flows).filter((name): name is Flow => name in flows);
