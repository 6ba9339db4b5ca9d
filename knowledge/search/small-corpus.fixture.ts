/** A handful of clauses to search in tests. */
import type { SearchDocument } from './search-document.ts';

function clause(id: string, heading: string, text: string, tags: readonly string[] = []): SearchDocument {
  return {
    id,
    fields: [
      { text: heading, weight: 1.5, role: 'heading' },
      { text, weight: 1 },
    ],
    tags,
  };
}

export const smallCorpus: readonly SearchDocument[] = [
  clause('definition', '定义', '本办法所称政务数据，是指政务部门在依法履行职责过程中制作或者获取的各类数据资源。'),
  clause(
    'catalog',
    '目录更新',
    '政务部门应当在法律法规修改或者职能变更之日起15个工作日内更新目录，并报主管部门备案。',
    ['duty'],
  ),
  clause('share', '共享申请', '数据提供部门应当在收到共享申请之日起十个工作日内答复；不同意的，应当说明理由。', [
    'duty',
  ]),
  clause('open', '数据开放', '开放数据可以采取下列方式：\n（一）授权使用；\n（二）核验查询；\n（三）脱敏后提供。'),
  clause('penalty', '法律责任', '违反本办法规定，擅自将共享数据提供给第三方的，责令改正；情节严重的，依法给予处分。', [
    'liability',
  ]),
  clause('wages', '劳动报酬', '用人单位应当按时支付劳动报酬，不得拖欠或者克扣。'),
  clause('purpose', '目的', '为了规范政务数据管理，推进政务数据共享和开放，制定本办法。'),
];
