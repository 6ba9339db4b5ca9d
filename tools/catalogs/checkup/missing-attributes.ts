/** Attributes that Art. 16 names and that the entry does not give; name, items and format are asked for by higher law. */
import type { EntryContent } from '../entry-content.ts';
import { type CheckRule, type FindingClause, measures, stateCouncil } from './finding.ts';

/** “明确政务数据资源的来源、分类、参考标准、更新周期、共享属性、开放属性、关联关系、安全等级等内容”: relations may well be none. */
const attributes = measures('第十六条第一款');
/** “应当明确数据目录名称、数据项、提供单位、数据格式、数据更新频率以及共享属性、共享方式、使用条件、数据分类分级等信息”. */
const higher = stateCouncil('第十三条');

const wanted: readonly (readonly [keyof EntryContent, string, FindingClause, string])[] = [
  ['summary', '摘要', attributes, '用一两句话写明有哪些数据、怎么来的'],
  ['source', '来源', attributes, '写明数据来自哪个业务系统或者哪项业务'],
  ['classification', '分类', attributes, '写明属于基础、主题还是部门信息资源,例如“主题信息资源/公共服务”'],
  ['standard', '参考标准', attributes, '写明采用的国家、行业或地方标准;没有适用标准的,写“暂无标准”'],
  ['updateCycle', '更新周期', attributes, '选择实时、每日、每周、每月、每季度、每年等'],
  ['sharingType', '共享类型', attributes, '在无条件共享、有条件共享、不予共享中选一种'],
  ['openingType', '开放类型', attributes, '在无条件开放、有条件开放、不予开放中选一种'],
  ['securityLevel', '安全等级', attributes, '按数据分级结果填写,例如“2级”'],
  ['items', '信息项', higher, '列出信息项的名称、类型和长度,可以直接贴表格'],
  ['formatCategory', '格式分类', higher, '选择电子文件、电子表格、数据库、图形图像、流媒体、自描述格式或服务接口'],
];

export const missingAttributes: CheckRule = {
  name: 'missing-attribute',
  check: ({ content }) =>
    wanted
      .filter(([field]) => isMissing(content[field]))
      .map(([field, label, clause, suggestion]) => ({
        text: `没有填写${label}`,
        clause,
        fix: { field, suggestion: `${suggestion}。` },
      })),
};

function isMissing(value: EntryContent[keyof EntryContent]): boolean {
  return value === null || value.length === 0 || (typeof value === 'string' && value.trim() === '');
}
