/** The catalog's enumerations with their official codes and names, as catalogs are exchanged between systems. */
import type {
  BasisKind,
  CatalogKind,
  FormatCategory,
  OpeningMethod,
  OpeningType,
  ProvisionNetwork,
  ResourceForm,
  SharingMethod,
  SharingType,
  UpdateCycle,
} from './generated/enums.ts';

export interface CodedValue {
  /** Official code where there is one; it is what the database stores. */
  readonly code: string | null;
  readonly label: string;
}

type Coded<Value extends string> = Readonly<Record<Value, CodedValue>>;

export const catalogKinds: Coded<CatalogKind> = {
  information: { code: null, label: '信息资源目录' },
  data: { code: null, label: '数据资源目录' },
};

/** Art. 22. */
export const sharingTypes: Coded<SharingType> = {
  unconditional: { code: '1', label: '无条件共享' },
  conditional: { code: '2', label: '有条件共享' },
  withheld: { code: '3', label: '不予共享' },
};

/** Art. 24. */
export const openingTypes: Coded<OpeningType> = {
  unconditional: { code: '1', label: '无条件开放' },
  conditional: { code: '2', label: '有条件开放' },
  withheld: { code: '3', label: '不予开放' },
};

/** Art. 21. */
export const sharingMethods: Coded<SharingMethod> = {
  result_verification: { code: null, label: '结果核验' },
  service_call: { code: null, label: '服务调用' },
  data_push: { code: null, label: '数据推送' },
};

/** Art. 24. */
export const openingMethods: Coded<OpeningMethod> = {
  authorised_use: { code: null, label: '授权使用' },
  verification: { code: null, label: '核验' },
  query: { code: null, label: '查询' },
  desensitised: { code: null, label: '脱敏' },
  computed_result: { code: null, label: '提供计算结果' },
};

export const updateCycles: Coded<UpdateCycle> = {
  realtime: { code: '1', label: '实时' },
  daily: { code: '2', label: '每日' },
  weekly: { code: '3', label: '每周' },
  monthly: { code: '4', label: '每月' },
  quarterly: { code: '5', label: '每季度' },
  yearly: { code: '6', label: '每年' },
  half_yearly: { code: null, label: '每半年' },
  irregular: { code: null, label: '不定期' },
  on_demand: { code: null, label: '按需' },
};

export const formatCategories: Coded<FormatCategory> = {
  electronic_file: { code: '1', label: '电子文件' },
  spreadsheet: { code: '2', label: '电子表格' },
  database: { code: '3', label: '数据库' },
  image: { code: '4', label: '图形图像' },
  streaming_media: { code: '5', label: '流媒体' },
  self_describing: { code: '6', label: '自描述格式' },
  service: { code: '7', label: '服务接口' },
};

export const resourceForms: Coded<ResourceForm> = {
  interface: { code: null, label: '接口' },
  table: { code: null, label: '库表' },
  file: { code: null, label: '文件' },
};

export const provisionNetworks: Coded<ProvisionNetwork> = {
  government_extranet: { code: null, label: '政务外网' },
  internet: { code: null, label: '互联网' },
  department_network: { code: null, label: '部门专网' },
};

export const basisKinds: Coded<BasisKind> = {
  law: { code: null, label: '法律' },
  administrative_regulation: { code: null, label: '行政法规' },
  local_regulation: { code: null, label: '地方性法规' },
  rule: { code: null, label: '规章' },
  state_council_decision: { code: null, label: '国务院决定' },
  policy_document: { code: null, label: '政策文件' },
  function: { code: null, label: '部门职能' },
};
