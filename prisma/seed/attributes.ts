/** Turns an entry's attributes as the demo city's files write them into what a catalog version stores. */
import {
  basisKinds,
  formatCategories,
  openingMethods,
  openingTypes,
  sharingMethods,
  sharingTypes,
  updateCycles,
  type CodedValue,
} from '../catalog-codes.ts';
import type { Prisma } from '../generated/client.ts';
import type { ResourceForm } from '../generated/enums.ts';
import type { CityEntry } from './read-city.ts';

/** The value of an enumeration by its label or the beginning of it. */
export function valueOf<Value extends string>(coded: Readonly<Record<Value, CodedValue>>, label: string): Value {
  for (const value in coded) if (coded[value].label.startsWith(label)) return value;
  throw new Error(`The demo city says ${label}, which is not a value.`);
}

const parts = (text: string, separator: string): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

type VersionAttributes = Omit<Prisma.CatalogVersionCreateManyInput, 'entryId' | 'number' | 'state' | 'createdAt'>;

export function versionAttributes(entry: CityEntry): VersionAttributes {
  const [sharing = '', sharingBasis = null, sharedBy = ''] = parts(entry.share ?? '', ' / ');
  const [opening = '', openingBasis = null, openedBy = ''] = parts(entry.open ?? '', ' / ');
  const [category = '', formatType = null] = parts(entry.format ?? '', '/');
  const formatCategory = valueOf(formatCategories, category);
  return {
    name: entry.name,
    summary: entry.summary,
    source: entry.source || null,
    systemName: entry.system ?? null,
    classification: entry.class || null,
    standard: entry.standard || null,
    securityLevel: entry.level || null,
    updateCycle: valueOf(updateCycles, entry.cycle ?? ''),
    sharingType: valueOf(sharingTypes, sharing),
    sharingBasis,
    sharingMethods: parts(sharedBy, '、').map((label) => valueOf(sharingMethods, label)),
    openingType: valueOf(openingTypes, opening),
    openingBasis,
    openingMethods: parts(openedBy, '、').map((label) => valueOf(openingMethods, label)),
    formatCategory,
    formatType,
    form: forms[formatCategory] ?? 'file',
    network: 'government_extranet',
    keywords: parts(entry.keywords ?? '', ' '),
    access: sharing === '无条件' ? `登录市数据资源管理平台,搜索“${entry.name}”,直接订阅使用。` : null,
  };
}

const forms: Partial<Record<string, ResourceForm>> = { database: 'table', service: 'interface' };

const itemTypes: Readonly<Record<string, readonly [type: string, length: string | null]>> = {
  C: ['字符型', null],
  N: ['数值型', null],
  D: ['日期型', '10'],
  T: ['日期时间型', '19'],
  L: ['逻辑型', '1'],
  M: ['备注型', null],
};

export function dataItems(entry: CityEntry, versionId: string): Prisma.DataItemCreateManyInput[] {
  return parts(entry.items ?? '', ';').map((text, index) => {
    const match = /^([^*!:]+)(\*?)(!?):([CNDTLM])([\d,]*)$/.exec(text);
    if (!match) throw new Error(`The demo city has the data item ${text}, which cannot be read.`);
    const [, name = '', personal, sensitive, letter = '', length] = match;
    const [type, usualLength] = itemTypes[letter] ?? ['字符型', null];
    return {
      versionId,
      position: index + 1,
      name,
      type,
      length: length || usualLength,
      personal: personal === '*',
      sensitive: sensitive === '!',
    };
  });
}

export function legalBases(entry: CityEntry, versionId: string): Prisma.LegalBasisCreateManyInput[] {
  return parts(entry.basis, ';').map((text, index) => {
    const [kind = '', rest = ''] = text.split(':');
    const [title = '', clause = null] = rest.split(' ');
    return { versionId, position: index + 1, kind: valueOf(basisKinds, kind), title, clause };
  });
}
