/** What a search found in words: the entries, each with its department and its two types, or plainly that there is nothing. */
import { catalogKinds, openingTypes, sharingTypes, updateCycles } from '#prisma/catalog-codes.ts';
import type { CatalogFindings } from './catalog-search.ts';
import type { CatalogHit } from './rank-entries.ts';

/** A hit as the command line and other programs get it. */
export function hitLine({ entry, score, cover }: CatalogHit) {
  const { entryId, name, department, kind, sharingType, openingType, updateCycle, securityLevel, summary } = entry;
  return {
    id: entryId,
    name,
    department,
    score: Math.round(score * 1_000) / 1_000,
    cover: Math.round(cover * 1_000) / 1_000,
    kind: catalogKinds[kind].label,
    sharingType: sharingType && sharingTypes[sharingType].label,
    openingType: openingType && openingTypes[openingType].label,
    updateCycle: updateCycle && updateCycles[updateCycle].label,
    securityLevel,
    summary,
  };
}

export function findingsText({ hits, total, none, relaxed, subject, said }: CatalogFindings): string {
  const condition = said.length > 0 ? `(条件:${said.join('、')})` : '';
  const wanted = subject === '' ? '' : `与“${subject}”`;
  if (none)
    return subject === '' && said.length === 0
      ? '没有看出要找什么数据,请写出数据的名称或内容,例如“婚姻登记”。'
      : `已发布的目录中没有${wanted}${wanted ? '相符' : '符合条件'}的数据${condition}。`;
  const head = relaxed
    ? `没有同时符合条件(${said.join('、')})的目录;不限条件时,${wanted}相符的有:`
    : total > hits.length
      ? `符合条件的目录共 ${total} 条${condition},前 ${hits.length} 条:`
      : `找到 ${hits.length} 条目录${condition}:`;
  return [head, ...hits.map((hit, at) => `${at + 1}. ${lineOf(hit)}`)].join('\n');
}

function lineOf({ entry: { name, department, sharingType, openingType, updateCycle } }: CatalogHit): string {
  const attributes = [
    department,
    sharingType && sharingTypes[sharingType].label,
    openingType && openingTypes[openingType].label,
    updateCycle && `${updateCycles[updateCycle].label}更新`,
  ].filter(Boolean);
  return `${name}(${attributes.join(',')})`;
}
