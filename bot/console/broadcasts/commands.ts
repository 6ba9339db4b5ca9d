/** What the broadcast command can do: each runs a tool in the person's name and prints what the chat would say. */
import { writeFileSync } from 'node:fs';
import type { Store } from '#prisma/store.ts';
import { rowId } from '#bot/delivery/row-id.ts';
import { Courier } from '#bot/delivery/courier.ts';
import { noticeReply } from '#bot/dialogue/notice-reply.ts';
import { readAudience } from '#tools/broadcast/audience-words.ts';
import { broadcastCounts } from '#tools/broadcast/broadcast-report.ts';
import { broadcastSettings, writeBroadcastSettings } from '#tools/broadcast/broadcast-settings.ts';
import { cancelBroadcast } from '#tools/broadcast/cancel-broadcast.ts';
import { composeBroadcast } from '#tools/broadcast/compose-broadcast.ts';
import { correctBroadcast } from '#tools/broadcast/correct-broadcast.ts';
import { exportBroadcastReport } from '#tools/broadcast/export-broadcast-report.ts';
import { listBroadcasts } from '#tools/broadcast/list-broadcasts.ts';
import { pauseBroadcast } from '#tools/broadcast/pause-broadcast.ts';
import { previewOf } from '#tools/broadcast/preview.ts';
import { rehearseBroadcast } from '#tools/broadcast/rehearse-broadcast.ts';
import { releaseBroadcast } from '#tools/broadcast/release-broadcast.ts';
import { resolveAudience } from '#tools/broadcast/resolve-audience.ts';
import { resumeBroadcast } from '#tools/broadcast/resume-broadcast.ts';
import { retryBroadcast } from '#tools/broadcast/retry-broadcast.ts';
import { sendBroadcast } from '#tools/broadcast/send-broadcast.ts';
import { showBroadcast } from '#tools/broadcast/show-broadcast.ts';
import type { Actor } from '#tools/people/actor.ts';
import { runTool } from '#tools/run-tool.ts';
import type { AnyTool, Tool } from '#tools/tool.ts';
import type { z } from 'zod';
import { UsageError } from '../catalogs/usage-error.ts';

export interface CommandParts {
  readonly args: readonly string[];
  readonly store: Store;
  readonly actor: Actor;
  readonly now: () => Date;
}
/** Resolves with the exit code. */
export type BroadcastCommand = (parts: CommandParts) => Promise<number>;

/** An expected no, in the tools' own words. */
export class Refused extends Error {}

async function run<I extends z.ZodObject, O>(tool: Tool<I, O>, input: unknown, parts: CommandParts): Promise<O> {
  const { store, actor, now } = parts;
  const at = now();
  const courier = new Courier();
  const outcome = await runTool(tool, input, {
    store,
    actor,
    now: at,
    idempotencyKey: tool.effect === 'reads' ? null : `cli:${rowId(at)}`,
    within: async (db, _output, notices) => {
      // The server shows them: its pages look at the log again from time to time.
      for (const notice of notices) await courier.post(db, notice, noticeReply(notice), at);
    },
  });
  if (outcome.kind === 'done') return outcome.output;
  if (outcome.kind === 'refused') throw new Refused(`${outcome.refusal.message}${outcome.refusal.remedy}`);
  throw new UsageError(outcome.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
}

function option(args: readonly string[], name: string): string | undefined {
  const place = args.indexOf(`--${name}`);
  return place < 0 ? undefined : args[place + 1];
}

async function idOf({ args, store }: CommandParts): Promise<string> {
  const number = Number(args[0]?.replace('#', ''));
  const row = Number.isInteger(number) ? await store.db.broadcast.findUnique({ where: { number } }) : null;
  if (!row) throw new UsageError(`没有编号为 ${args[0] ?? '(没有写)'} 的群发;npm run -s broadcast -- list 可以查看。`);
  return row.id;
}

const onOne =
  (tool: AnyTool, more: (args: readonly string[]) => object = () => ({})): BroadcastCommand =>
  async (parts) => {
    const output = await run(tool, { broadcastId: await idOf(parts), ...more(parts.args) }, parts);
    return say(output);
  };

function say(output: unknown): number {
  if (typeof output === 'object' && output !== null && 'text' in output) console.log(String(output.text));
  return 0;
}

async function audienceOf(words: string | undefined, { store }: CommandParts) {
  const read = await readAudience(words ?? '', store.db);
  if (read.kind === 'unclear') throw new UsageError(read.why);
  return read.audience;
}

async function watch(parts: CommandParts): Promise<number> {
  const id = await idOf(parts);
  for (;;) {
    const { state } = await parts.store.db.broadcast.findUniqueOrThrow({ where: { id } });
    const { roster, sent, failed, unreachable, excluded, unknown, waiting } = await broadcastCounts(
      parts.store.db,
      id,
      parts.now(),
    );
    console.log(
      `${state}: 名单 ${roster} = 送达 ${sent} + 失败 ${failed} + 联系不上 ${unreachable} + 不发 ${excluded} + 不能确定 ${unknown} + 等待 ${waiting}`,
    );
    if (state === 'done' || state === 'cancelled' || state === 'paused') return 0;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

export const commands: Readonly<Record<string, BroadcastCommand>> = {
  list: async (parts) => {
    const { broadcasts } = await run(listBroadcasts, {}, parts);
    for (const { name, state } of broadcasts) console.log(`${name}\t${state}`);
    return 0;
  },
  preview: async (parts) => {
    const { db } = parts.store;
    const audience = await audienceOf(parts.args[0], parts);
    const roster = await resolveAudience(db, audience, parts.now());
    for (const line of (await previewOf(db, audience, roster, false)).lines) console.log(line);
    return 0;
  },
  draft: async (parts) => {
    const audience = await audienceOf(option(parts.args, 'to'), parts);
    const [title, text, act = 'receipt'] = ['title', 'text', 'act'].map((name) => option(parts.args, name));
    return say(await run(composeBroadcast, { audience, title, text, act }, parts));
  },
  send: onOne(sendBroadcast, (args) => {
    const [when, canary] = [option(args, 'when'), option(args, 'canary')];
    return { ...(when !== undefined && { when }), ...(canary !== undefined && { canary: Number(canary) }) };
  }),
  correct: onOne(correctBroadcast, (args) => ({ kind: option(args, 'kind'), text: option(args, 'text') })),
  rehearse: onOne(rehearseBroadcast),
  release: onOne(releaseBroadcast),
  pause: onOne(pauseBroadcast),
  resume: onOne(resumeBroadcast),
  cancel: onOne(cancelBroadcast),
  retry: onOne(retryBroadcast),
  show: onOne(showBroadcast),
  watch,
  report: async (parts) => {
    const out = option(parts.args, 'out') ?? '';
    if (!/\.(?:csv|xlsx)$/.test(out)) throw new UsageError('请用 --out 指定 .csv 或 .xlsx 文件。');
    const { csv, workbook, people } = await run(exportBroadcastReport, { broadcastId: await idOf(parts) }, parts);
    writeFileSync(out, out.endsWith('.csv') ? csv : Buffer.from(workbook, 'base64'));
    console.log(`${out}:${people} 人`);
    return 0;
  },
  settings: async (parts) => {
    const above = option(parts.args, 'release-above');
    if (above !== undefined) await writeBroadcastSettings(parts.store.db, { releaseAbove: Number(above) }, parts.now());
    console.log(`超过 ${(await broadcastSettings(parts.store.db)).releaseAbove} 人的群发需要另一位同事放行。`);
    return 0;
  },
};
