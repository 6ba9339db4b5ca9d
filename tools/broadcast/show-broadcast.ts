/** How far a broadcast is and what came of it, as figures that add up; the people it did not reach by name. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { broadcastCounts, reportLines } from './broadcast-report.ts';
import { broadcastField } from './broadcast-field.ts';
import { type BroadcastRow, loadBroadcast } from './broadcast-row.ts';
import { broadcastResultSchema, nameOf, resultOf, type Step } from './broadcast-result.ts';
import { audienceWords, previewOf } from './preview.ts';
import { isPersonal } from './personal-words.ts';
import { sumLines, whyOf } from './report-table.ts';
import { resolveAudience } from './resolve-audience.ts';
import { printTime } from './send-time.ts';
import { wording } from './wording.ts';

/** People named in the chat; the whole list is in the export. */
const namesShown = 10;

const stepsOf: Readonly<Record<BroadcastRow['state'], readonly Step[]>> = {
  draft: ['rehearse', 'send', 'cancel'],
  rehearsed: ['send', 'rehearse', 'cancel'],
  awaiting_release: ['release', 'cancel'],
  scheduled: ['cancel'],
  canary: ['pause', 'cancel'],
  sending: ['show', 'pause', 'cancel'],
  paused: ['resume', 'cancel', 'export'],
  done: ['export', 'retry', 'correct'],
  cancelled: ['export'],
};

export const showBroadcast = defineTool({
  name: 'show-broadcast',
  title: '查看群发',
  purpose: '查看一条群发的进度和结果:送达、失败、联系不上、不发、不能确定各多少人,谁已读、谁办理了、谁有回复。',
  effect: 'reads',
  article: null,
  input: z.object({ broadcastId: broadcastField('any', '查看哪一条群发?') }),
  output: broadcastResultSchema.extend({
    title: z.string(),
    facts: z.array(z.object({ label: z.string(), value: z.string() })),
    /** Who by name, below the figures. */
    body: z.string(),
  }),
  permits: { bureau: 'any' },
  says: [
    '查看|看看|看一下 群发|广播 进度|结果|情况|报告',
    '群发|广播 进度|结果|情况|报告|发完|发了多少',
    '群发|通知 谁没收到|多少人收到|谁收到',
    '查看|看看|看一下 群发|广播',
  ],
  touches: () => null,
  async run({ broadcastId }, { db, now }) {
    const broadcast = await loadBroadcast(db, broadcastId);
    const { state, startedAt, scheduledAt, audience, payload, corrects, createdBy, releasedBy } = broadcast;
    const words = await audienceWords(db, audience);
    const head = [
      { label: '状态', value: wording.states[state] },
      { label: '收件范围', value: words },
      { label: '起草', value: createdBy.name },
      ...(releasedBy ? [{ label: '放行', value: releasedBy.name }] : []),
      ...(corrects ? [{ label: broadcast.recalls ? '撤回' : '更正', value: nameOf(corrects) }] : []),
      ...(startedAt === null && scheduledAt !== null ? [{ label: '发送时间', value: printTime(scheduledAt) }] : []),
      ...(startedAt === null ? [] : [{ label: '开始', value: printTime(startedAt) }]),
    ];
    const counts = startedAt === null ? null : await broadcastCounts(db, broadcastId, now);
    const sums = counts === null ? [] : sumLines(counts);
    const facts = [...head, ...sums.map(([label, count]) => ({ label, value: wording.people(count) }))];
    const lines =
      startedAt === null
        ? (
            await previewOf(db, audience, await resolveAudience(db, audience, now), isPersonal(payload.text))
          ).lines.slice(1)
        : await namesOf(broadcast, { db, now });
    const text = [nameOf(broadcast), ...facts.map(({ label, value }) => `${label}:${value}`), ...lines];
    const steps = stepsOf[state].filter((step) => step !== 'retry' || (counts !== null && counts.failed > 0));
    return { ...resultOf(broadcast, text, steps), title: nameOf(broadcast), facts, body: lines.join('\n') };
  },
});

async function namesOf(
  { id }: BroadcastRow,
  { db, now }: { readonly db: Parameters<typeof reportLines>[0]; readonly now: Date },
): Promise<readonly string[]> {
  const lines = await reportLines(db, id, now);
  const named = (head: string, those: typeof lines): readonly string[] => {
    if (those.length === 0) return [];
    const names = those.slice(0, namesShown).map((line) => {
      const { name, department, state, reply } = line;
      if (head === '回复') return `${name}(${department}):${reply ?? ''}`;
      const why = state === 'failed' || state === 'unknown' || state === 'unreachable' ? whyOf(line) : '';
      return `${name}(${[department, why].filter((part) => part !== '').join(',')})`;
    });
    const more = those.length > namesShown ? wording.moreNames(those.length) : '';
    return [`${head}:${names.join('、')}${more}`];
  };
  return [
    ...named(
      '已办理',
      lines.filter(({ actedAt }) => actedAt !== null),
    ),
    ...named(
      '发送失败',
      lines.filter(({ state }) => state === 'failed'),
    ),
    ...named(
      '联系不上',
      lines.filter(({ state }) => state === 'unreachable'),
    ),
    ...named(
      '不能确定',
      lines.filter(({ state }) => state === 'unknown'),
    ),
    ...named(
      '已请联系人转达',
      lines.filter(({ passedOn }) => passedOn),
    ),
    ...named(
      '回复',
      lines.filter(({ reply }) => reply !== null),
    ),
  ];
}
