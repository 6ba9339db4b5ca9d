/** The field that names a broadcast. */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import type { BroadcastScope } from './find-broadcasts.ts';

/** @param among which broadcasts may be meant */
export function broadcastField(among: BroadcastScope, ask = '哪一条群发?'): z.ZodString {
  return z.string().register(fieldMeta, {
    label: '群发',
    kind: 'broadcast',
    aliases: ['群发编号', '通知'],
    ask,
    hint: '可以说编号(#3)、标题,或者“刚才那条”。',
    example: '#3',
    among,
  });
}
