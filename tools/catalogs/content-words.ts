/** What an entry says, attribute by attribute in words: for its card, for comparing two and for the history of one. */
import {
  type CodedValue,
  formatCategories,
  openingMethods,
  openingTypes,
  provisionNetworks,
  resourceForms,
  sharingMethods,
  sharingTypes,
  updateCycles,
} from '#prisma/catalog-codes.ts';
import type { EntryContent } from './entry-content.ts';
import { basesCell } from './exchange/export-catalog.ts';

export interface AttributeWords {
  readonly field: keyof EntryContent;
  readonly label: string;
  /** Empty: not given. */
  readonly words: string;
}

const label = <Value extends string>(coded: Readonly<Record<Value, CodedValue>>, value: Value | null): string =>
  value === null ? '' : coded[value].label;
const labels = <Value extends string>(coded: Readonly<Record<Value, CodedValue>>, values: readonly Value[]): string =>
  values.map((value) => coded[value].label).join('、');

/** In the order of a card; every attribute, given or not. */
export function wordsOfContent(content: EntryContent): readonly AttributeWords[] {
  const { items } = content;
  return [
    { field: 'name', label: '目录名称', words: content.name },
    { field: 'summary', label: '摘要', words: content.summary ?? '' },
    { field: 'items', label: '信息项', words: items.map(itemWords).join('、') },
    { field: 'source', label: '来源', words: content.source ?? '' },
    { field: 'classification', label: '分类', words: content.classification ?? '' },
    { field: 'standard', label: '参考标准', words: content.standard ?? '' },
    { field: 'updateCycle', label: '更新周期', words: label(updateCycles, content.updateCycle) },
    { field: 'sharingType', label: '共享类型', words: label(sharingTypes, content.sharingType) },
    { field: 'sharingBasis', label: '共享条件或依据', words: content.sharingBasis ?? '' },
    { field: 'sharingMethods', label: '共享方式', words: labels(sharingMethods, content.sharingMethods) },
    { field: 'openingType', label: '开放类型', words: label(openingTypes, content.openingType) },
    { field: 'openingBasis', label: '开放条件或依据', words: content.openingBasis ?? '' },
    { field: 'openingMethods', label: '开放方式', words: labels(openingMethods, content.openingMethods) },
    { field: 'openingTopic', label: '开放主题', words: content.openingTopic ?? '' },
    { field: 'securityLevel', label: '安全等级', words: content.securityLevel ?? '' },
    { field: 'relations', label: '关联关系', words: content.relations ?? '' },
    { field: 'relatedCodes', label: '关联资源代码', words: content.relatedCodes.join('、') },
    { field: 'formatCategory', label: '格式分类', words: label(formatCategories, content.formatCategory) },
    { field: 'formatType', label: '格式类型', words: content.formatType ?? '' },
    { field: 'form', label: '资源类型', words: label(resourceForms, content.form) },
    { field: 'network', label: '提供渠道', words: label(provisionNetworks, content.network) },
    { field: 'systemName', label: '所属系统', words: content.systemName ?? '' },
    { field: 'subUnit', label: '下设机构', words: content.subUnit ?? '' },
    { field: 'scenarios', label: '应用场景', words: content.scenarios.join('、') },
    { field: 'businessItems', label: '关联业务事项', words: content.businessItems.join('、') },
    {
      field: 'legalBases',
      label: '法律依据',
      words: content.legalBases.length === 0 ? '' : basesCell(content.legalBases),
    },
    { field: 'keywords', label: '关键词', words: content.keywords.join('、') },
    { field: 'access', label: '获取方式', words: content.access ?? '' },
    { field: 'classificationCode', label: '分类代码', words: content.classificationCode ?? '' },
  ];
}

function itemWords({ name, personal, sensitive }: EntryContent['items'][number]): string {
  const marks = [personal ? '个人信息' : '', sensitive ? '敏感' : ''].filter(Boolean);
  return marks.length === 0 ? name : `${name}(${marks.join('、')})`;
}

/** What changed from one version to the next, a sentence each; items one by one. */
export function changesInWords(before: EntryContent, after: EntryContent): readonly string[] {
  const old = new Map(wordsOfContent(before).map(({ field, words }) => [field, words]));
  const changes: string[] = [];
  for (const { field, label: title, words } of wordsOfContent(after)) {
    const was = old.get(field) ?? '';
    if (field === 'items') changes.push(...itemChanges(before, after));
    else if (was === words) continue;
    else if (was === '') changes.push(`补充了${title}:${words}`);
    else if (words === '') changes.push(`删去了${title}(原为“${was}”)`);
    else changes.push(`${title}由“${was}”改为“${words}”`);
  }
  return changes;
}

function itemChanges({ items: before }: EntryContent, { items: after }: EntryContent): readonly string[] {
  const old = new Map(before.map((item) => [item.name, item]));
  const names = new Set(after.map(({ name }) => name));
  const added = after.filter(({ name }) => !old.has(name)).map(({ name }) => name);
  const removed = before.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  const altered = after.filter((item) => {
    const was = old.get(item.name);
    return was !== undefined && JSON.stringify(was) !== JSON.stringify(item);
  });
  const reordered =
    added.length + removed.length + altered.length === 0 && before.some(({ name }, at) => after[at]?.name !== name);
  return [
    ...(added.length > 0 ? [`增加了信息项:${added.join('、')}`] : []),
    ...(removed.length > 0 ? [`删去了信息项:${removed.join('、')}`] : []),
    ...(altered.length > 0 ? [`修改了信息项:${altered.map(({ name }) => name).join('、')}`] : []),
    ...(reordered ? ['调整了信息项的次序'] : []),
  ];
}
