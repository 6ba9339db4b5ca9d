/** Reads data items and legal bases that stand in one cell: names in a row, remarks in brackets, or JSON. */
import { z } from 'zod';
import { BasisKind } from '#prisma/generated/enums.ts';
import { type ContentBasis, type ContentItem, contentItemOf } from '../entry-content.ts';
import { dataItemSchema } from '../data-item.ts';
import { readEnumeration } from './read-enumeration.ts';

const types =
  /^(?:字符(?:串)?型?|数值型?|整数?型?|浮点型?|日期(?:时间)?型?|时间型?|布尔型?|逻辑型?|文本型?|货币型?|二进制型?|通用型?|备注型?|[CNDTLMB]|(?:var)?char2?|n?text|string|int(?:eger)?|bigint|number|numeric|decimal|double|float|date(?:time)?|timestamp|boolean|blob|clob)$/iu;
const lengths = /^\d{1,5}(?:[,.]\d{1,3})?$/u;

export function plainItem(name: string): ContentItem {
  return contentItemOf({ name });
}

/** Empty when nothing in the cell names an item. */
export function readItems(cell: string): ContentItem[] {
  const listed = cell.startsWith('[') ? readJsonItems(cell) : undefined;
  const items = listed ?? splitOutside(cell).flatMap(readOne);
  const seen = new Set<string>();
  return items.filter(({ name }) => !seen.has(name) && seen.add(name));
}

const jsonItems = z.array(
  z.union([
    z
      .string()
      .min(1)
      .transform((name) => ({ name })),
    dataItemSchema.catchall(z.unknown()),
  ]),
);

function readJsonItems(cell: string): ContentItem[] | undefined {
  try {
    return jsonItems.parse(JSON.parse(cell)).map((given) => contentItemOf(dataItemSchema.parse(given)));
  } catch {
    return undefined;
  }
}

/** At the signs between names, not at those inside brackets; line breaks part as well. */
function splitOutside(text: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if (/[((【[]/u.test(character)) depth += 1;
    if (/[))】\]]/u.test(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[、,，;；|\n]/u.test(character)) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** `姓名`, `姓名(字符型,18)`, `感染地(感染的地方)`. */
function readOne(part: string): readonly ContentItem[] {
  const bare = part.replace(/^\d{1,3}[.、．)]\s*/u, '');
  const match = /^([^((]+)[((](.*)[))]$/u.exec(bare);
  if (!match) return bare === '' ? [] : [plainItem(bare)];
  const [, name = '', inside = ''] = match;
  const remarks = inside.split(/[,，、:：\s]+/u).filter((word) => word !== '');
  const [type = '', length] = remarks;
  if (types.test(type) && (length === undefined || lengths.test(remarks.slice(1).join(','))))
    return [{ ...plainItem(name.trim()), type, length: remarks.slice(1).join(',') || null }];
  const description = inside.trim();
  return [{ ...plainItem(name.trim()), description: description === '' || description === name ? null : description }];
}

const clause = '第[〇零一二三四五六七八九十百两\\d]+条.*';

const jsonBases = z.array(
  z.object({ kind: z.enum(BasisKind), title: z.string().min(1), clause: z.string().nullable().default(null) }),
);

/** `法律:中华人民共和国户口登记条例 第十条;部门职能:户籍和人口管理`, `《…》第十条`; JSON where that would be read otherwise. */
export function readBases(cell: string): ContentBasis[] {
  if (cell.startsWith('[{')) {
    try {
      return jsonBases.parse(JSON.parse(cell));
    } catch {
      // Words that merely begin like JSON.
    }
  }
  return cell
    .split(/[;；\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): ContentBasis => {
      const [, kindText = '', rest = ''] = /^([^:：《》]{2,8})[:：](.+)$/u.exec(part) ?? [];
      const kind = kindText === '' ? undefined : readEnumeration('basisKind', kindText);
      const words = kind ? rest.trim() : part;
      const titled = new RegExp(`^《?([^《》]+?)》?\\s*(${clause})?$`, 'u').exec(words);
      const title = (titled?.[1] ?? words).trim();
      return { kind: kind ?? kindOfTitle(title), title, clause: titled?.[2]?.trim() ?? null };
    });
}

export function kindOfTitle(title: string): ContentBasis['kind'] {
  if (/法(?:\(.*\))?$/u.test(title) && !title.endsWith('办法')) return 'law';
  if (title.endsWith('条例'))
    return /^(?:湖南|长沙|.{2,4}[省市])/u.test(title) ? 'local_regulation' : 'administrative_regulation';
  if (/(?:办法|规定|细则)$/u.test(title)) return 'rule';
  if (/^国务院.*决定$/u.test(title)) return 'state_council_decision';
  return /(?:意见|通知|方案|规划|纲要|决定|目录)$|〔\d{4}〕/u.test(title) ? 'policy_document' : 'function';
}
