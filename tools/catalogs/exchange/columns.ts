/** The columns of a catalog table: what each is called in the official template, in our export and in plain English. */
import { foldWord } from './read-enumeration.ts';

export interface Column {
  readonly field: Field;
  /** Heading of our own export. */
  readonly heading: string;
  /** Other headings it is accepted under. */
  readonly others: readonly string[];
}

const columnList = [
  ['id', '目录标识', ['id', '标识', '资源标识', '目录编号', '资源id', '目录id']],
  ['name', '信息资源名称', ['name', '资源名称', '目录名称', '数据资源名称', '数据目录名称', '名称', 'title']],
  ['kind', '目录类型', ['type', 'kind', '目录种类', '资源目录类型']],
  [
    'department',
    '信息资源提供方',
    [
      'department',
      '提供方',
      '提供部门',
      '提供单位',
      '数据提供方',
      '数据提供部门',
      '数据提供单位',
      '部门',
      '所属部门',
      'provider',
    ],
  ],
  ['code', '信息资源代码', ['code', '资源代码', '信息资源编码', '目录代码', '资源编码']],
  ['subUnit', '下设机构', ['subUnit', '内设机构', '下属机构']],
  [
    'summary',
    '信息资源摘要',
    ['summary', '摘要', '资源摘要', '数据资源摘要', '内容摘要', '简介', '描述', 'description'],
  ],
  ['source', '来源', ['source', '数据来源', '资源来源']],
  ['classification', '分类', ['classification', '资源分类', '信息资源分类', '数据分类', '目录分类', 'category']],
  ['classification1', '部门类信息资源分类', ['类', '基础类信息资源分类', '主题类信息资源分类']],
  ['classification2', '项分类', ['项']],
  ['classification3', '目分类', ['目']],
  ['classification4', '细目分类1', ['细目分类', '细目']],
  ['classification5', '细目分类1.1', ['细目分类2']],
  ['classificationCode', '分类代码', ['classificationCode', '分类码']],
  ['standard', '参考标准', ['standard', '标准', '数据标准']],
  [
    'updateCycle',
    '更新周期',
    ['updateCycle', '更新频率', '数据更新频率', '更新频度', '数据更新周期', 'cycle', 'frequency'],
  ],
  ['sharingType', '共享类型', ['shareType', 'sharingType', '共享属性', '共享类别']],
  [
    'sharingBasis',
    '共享条件/不予共享依据',
    ['shareCondition', 'sharingBasis', '共享条件', '不予共享依据', '共享条件或依据', 'shareBasis'],
  ],
  ['sharingMethodCategory', '共享方式分类', []],
  ['sharingMethods', '共享方式类型', ['shareMethod', 'sharingMethods', '共享方式', 'shareMethods']],
  ['openingType', '开放类型', ['openType', 'openingType', '开放属性', '开放类别']],
  ['openToSociety', '是否向社会开放', ['是否开放', 'open']],
  ['openingBasis', '开放条件', ['openCondition', 'openingBasis', '不予开放依据', '开放条件/不予开放依据', 'openBasis']],
  ['openingMethods', '开放方式', ['openMethod', 'openingMethods', 'openMethods']],
  ['openingTopic', '开放主题分类', ['openingTopic', '开放主题', '主题分类']],
  ['relations', '关联关系', ['relations', '关联资源']],
  ['relatedCodes', '关联资源代码', ['relatedCodes', '关联目录代码']],
  [
    'securityLevel',
    '安全等级',
    ['securityLevel', '安全级别', '数据敏感级别', '数据安全等级', '数据分级', '分级', 'level'],
  ],
  [
    'formatCategory',
    '信息资源格式分类',
    ['formatCategory', '资源格式分类', '格式分类', '信息资源格式', '资源格式', '数据格式', 'format'],
  ],
  ['formatType', '信息资源格式类型', ['formatType', '资源格式类型', '格式类型']],
  ['otherFormat', '其他类型资源格式描述', []],
  ['form', '资源类型', ['form', '挂接形式', '挂接方式']],
  ['network', '提供渠道', ['network', '网络环境', '所在网络']],
  ['scenarios', '应用场景', ['scenarios']],
  ['businessItems', '关联业务事项', ['businessItems', '业务事项', '关联事项', '关联政务服务事项']],
  ['systemName', '所属系统', ['systemName', '系统名称', '来源系统', '所属信息系统', '业务系统']],
  ['keywords', '关键字', ['keywords', '关键词', '标签', 'tags']],
  ['access', '获取方式', ['access', '获取说明']],
  ['legalBases', '法律依据', ['legalBasis', 'legalBases', '政策依据', '职责依据', '依据', '法律法规依据', '设立依据']],
  ['publishedOn', '发布日期', ['publishedOn', '发布时间', '上架日期']],
  [
    'dataUpdatedOn',
    '数据更新日期',
    ['dataUpdatedOn', 'lastUpdated', '最后更新', '最近更新', '更新日期', '更新时间', '最后更新时间', '最近更新日期'],
  ],
  ['items', '信息项', ['items', '数据项', '字段', '信息项信息', 'fields', 'columns']],
  ['itemName', '信息项名称', ['itemName', '数据项名称', '字段名称', '字段中文名', '信息项中文名']],
  ['itemField', '字段英文名', ['itemField', '信息项英文名', '字段名', '英文名']],
  ['itemType', '数据类型', ['itemType', '信息项数据类型', '字段类型']],
  ['itemLength', '数据长度', ['itemLength', '字段长度', '长度']],
  ['itemDescription', '信息项说明', ['itemDescription', '字段说明', '信息项描述', '字段描述']],
  ['itemPersonal', '是否个人信息', ['itemPersonal', '个人信息', '是否涉及个人信息']],
  ['itemSensitive', '是否敏感', ['itemSensitive', '敏感', '是否敏感信息', '是否敏感数据']],
  ['sequence', '序号', ['seq', 'no', '行号']],
] as const satisfies readonly (readonly [string, string, readonly string[]])[];

export type Field = (typeof columnList)[number][0];

export const columns: readonly Column[] = columnList.map(([field, heading, others]) => ({ field, heading, others }));

const byHeading = new Map(
  columns.flatMap(({ field, heading, others }) =>
    [field, heading, ...others].map((name): readonly [string, Field] => [foldHeading(name), field]),
  ),
);

/** Headings carry stars, remarks in brackets and line breaks: `*共享类型(必填)`. */
export function foldHeading(text: string): string {
  return foldWord(text.replace(/[((【[].*?[))】\]]/gu, ''));
}

export function fieldOfHeading(heading: string): Field | undefined {
  return byHeading.get(foldHeading(heading)) ?? byHeading.get(foldWord(heading));
}
