/** Whether format category, format type and the way of giving fit together (编制指南 checklist: 文件 by files, 数据库 by tables or interfaces). */
import { formatCategories } from '#prisma/catalog-codes.ts';
import type { EntryAttributes } from './entry-content.ts';
import { categoryOfType } from './exchange/read-format.ts';

type Formatted = Pick<EntryAttributes, 'formatCategory' | 'formatType' | 'form'>;

/** What an interface answers with (json, xml) and what describes itself may be of any type. */
const anyType = new Set<string>(['service', 'self_describing']);

/** One Chinese sentence on what does not fit; null when it does or nothing can be told. */
export function formatMisfit({ formatCategory, formatType, form }: Formatted): string | null {
  if (formatCategory === null) return null;
  const { label } = formatCategories[formatCategory];
  const kinds = (formatType ?? '').split(/[、,，;；/|\s]+/u).map((type) => categoryOfType(type));
  const other = kinds.find((kind) => kind !== undefined && kind !== formatCategory);
  if (other !== undefined && !kinds.includes(formatCategory) && !anyType.has(formatCategory))
    return `格式分类是“${label}”,格式类型“${formatType}”却属于“${formatCategories[other].label}”`;
  if (formatCategory === 'database' && form === 'file') return `格式分类是“${label}”,资源类型却是“文件”`;
  const filed = ['electronic_file', 'spreadsheet', 'image', 'streaming_media'].includes(formatCategory);
  return filed && form === 'table' ? `格式分类是“${label}”,资源类型却是“库表”` : null;
}
