/** What a broadcast tool gives back: its words and what can be done next. */
import { z } from 'zod';
import { offersSchema } from '#tools/requests/request-result.ts';
import type { Offer } from '#tools/notice.ts';
import { wording } from './wording.ts';

export const broadcastResultSchema = z.object({
  broadcastId: z.string(),
  number: z.number().int(),
  text: z.string(),
  offers: offersSchema,
});
export type BroadcastResult = z.infer<typeof broadcastResultSchema>;

interface Named {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

const buttons = {
  rehearse: ['先试发给我', 'rehearse-broadcast'],
  send: ['正式发送', 'send-broadcast'],
  release: ['放行', 'release-broadcast'],
  show: ['查看进度', 'show-broadcast'],
  pause: ['暂停', 'pause-broadcast'],
  resume: ['继续发送', 'resume-broadcast'],
  cancel: ['取消群发', 'cancel-broadcast'],
  retry: ['只重发失败的', 'retry-broadcast'],
  correct: ['更正或撤回', 'correct-broadcast'],
  export: ['导出名单', 'export-broadcast-report'],
} as const;
export type Step = keyof typeof buttons;

export function offersFor({ id }: Pick<Named, 'id'>, steps: readonly Step[]): Offer[] {
  return steps.map((step) => ({ title: buttons[step][0], tool: buttons[step][1], fields: { broadcastId: id } }));
}

export function nameOf({ number, title }: Pick<Named, 'number' | 'title'>): string {
  return wording.name(number, title);
}

export function resultOf(row: Named, lines: readonly string[], steps: readonly Step[]): BroadcastResult {
  const offers = offersFor(row, steps).map((offer) => ({ ...offer, fields: { ...offer.fields } }));
  return { broadcastId: row.id, number: row.number, text: lines.join('\n'), offers };
}
