/** What the bureau may set about broadcasts: above how many people a second person releases one. */
import { z } from 'zod';
import type { Db } from '#tools/tool-context.ts';
import { storedJson } from '#tools/stored-json.ts';

const key = 'broadcast.settings';
const settingsSchema = z.object({
  /** More people than this need a second person's word. */
  releaseAbove: z.number().int().min(0).default(50),
});
export type BroadcastSettings = z.infer<typeof settingsSchema>;

export async function broadcastSettings(db: Db): Promise<BroadcastSettings> {
  const row = await db.setting.findUnique({ where: { key } });
  return settingsSchema.parse(row?.value ?? {});
}

export async function writeBroadcastSettings(db: Db, settings: BroadcastSettings, now: Date): Promise<void> {
  const value = storedJson(settingsSchema.parse(settings));
  await db.setting.upsert({
    where: { key },
    create: { key, value, updatedAt: now },
    update: { value, updatedAt: now },
  });
}
