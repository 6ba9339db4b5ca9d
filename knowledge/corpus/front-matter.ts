/** The head of a regulation file: which facts it holds, read with the line of every fault, printed in a fixed order. */
import { isMap, isScalar, LineCounter, parseDocument, stringify } from 'yaml';
import { z } from 'zod';

import type { Regulation } from './regulation.ts';
import { RegulationFileError } from './regulation-file-error.ts';

const day = z.iso.date('应为 YYYY-MM-DD 格式的真实日期');

export const frontMatterSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '只能用小写字母、数字和连字符,例如 changsha-2021-80'),
    title: z.string().min(2),
    number: z.string().nullable(),
    registration: z.string().optional(),
    issuer: z.string().nullable(),
    issued: day.nullable(),
    inForceFrom: day.nullable(),
    validUntil: day.nullable(),
    validityArticle: z.number().int().positive().nullable(),
    supersededBy: z.string().nullable(),
    itemMarks: z.enum(['half', 'full']).optional(),
    source: z.string().optional(),
  })
  .refine((head) => !head.inForceFrom || !head.validUntil || head.inForceFrom <= head.validUntil, {
    path: ['validUntil'],
    error: '早于施行日期',
  });
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** The facts of a regulation without its body. */
export type RegulationHead = Omit<Regulation, 'chapters' | 'articles'>;

/**
 * Reads the YAML between the two `---` lines.
 * @param yaml the lines between the marks; the first of them is line 2 of the file
 */
export function readFrontMatter(yaml: string, file: string): RegulationHead {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const fault = document.errors[0];
  if (fault) {
    const at = fault.linePos?.[0].line;
    const reason = fault.message.split('\n')[0] ?? fault.code;
    throw new RegulationFileError(file, at === undefined ? null : at + 1, `文件头不是有效的 YAML:${reason}`);
  }
  const parsed = frontMatterSchema.safeParse(document.toJS(), { error: z.locales.zhCN().localeError });
  if (!parsed.success) {
    const { issues } = parsed.error;
    // A misspelt key also leaves the right one missing: the misspelling is what the person has to mend.
    const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
    const key = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
    const pair = isMap(document.contents)
      ? document.contents.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    const offset = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
    const line = offset === undefined ? 1 : lines.linePos(offset).line + 1;
    throw new RegulationFileError(file, line, `文件头的 ${String(key ?? '内容')}:${issue?.message ?? '无效'}`);
  }
  const { number, ...head } = parsed.data;
  return { ...head, documentNumber: number };
}

/** The YAML lines, without the `---` marks, each ended by a line break. */
export function printFrontMatter(head: RegulationHead): string {
  const { documentNumber: number, ...rest } = head;
  const ordered: FrontMatter = {
    id: rest.id,
    title: rest.title,
    number,
    ...(rest.registration === undefined ? {} : { registration: rest.registration }),
    issuer: rest.issuer,
    issued: rest.issued,
    inForceFrom: rest.inForceFrom,
    validUntil: rest.validUntil,
    validityArticle: rest.validityArticle,
    supersededBy: rest.supersededBy,
    ...(rest.itemMarks === undefined ? {} : { itemMarks: rest.itemMarks }),
    ...(rest.source === undefined ? {} : { source: rest.source }),
  };
  return stringify(ordered, { lineWidth: 0 });
}
