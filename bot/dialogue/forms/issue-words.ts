/** Says in plain Chinese what is wrong with a value that its schema refused. */
import type { z } from 'zod';

const han = /\p{Script=Han}/u;

/** A message the schema gives in Chinese is taken as it is. */
export function issueWords(issue: z.core.$ZodIssue, label: string): string {
  if (han.test(issue.message)) return issue.message.endsWith('。') ? issue.message : `${issue.message}。`;
  if (issue.code === 'too_small') return `“${label}”${tooFew(issue.origin, Number(issue.minimum))}。`;
  if (issue.code === 'too_big') return `“${label}”${tooMany(issue.origin, Number(issue.maximum))}。`;
  if (issue.code === 'invalid_format') return `“${label}”的格式不对。`;
  if (issue.code === 'invalid_type') return `还没有填“${label}”。`;
  return `这个内容不能作为“${label}”。`;
}

function tooFew(origin: string, least: number): string {
  if (origin === 'string') return least <= 1 ? '不能为空' : `太短了,至少要 ${least} 个字`;
  return origin === 'array' ? `至少要有 ${least} 项` : `不能小于 ${least}`;
}

function tooMany(origin: string, most: number): string {
  if (origin === 'string') return `太长了,最多 ${most} 个字`;
  return origin === 'array' ? `最多 ${most} 项` : `不能大于 ${most}`;
}
