/** `npm run -s jobs`: what waits, runs and was given up; `-- retry <id>` gives a dead job another life, `-- drop <id>` forgets it. */
import { loadConfig } from '#bot/config.ts';
import { jobs } from '#bot/jobs/jobs.ts';
import { reviveJob } from '#bot/jobs/revive-job.ts';
import { openConfiguredStore } from '#bot/open-store.ts';
import { reasonLines } from '#bot/start-failure.ts';
import { listDeadJobs, queueStanding, takeDeadJob } from '#prisma/dead-jobs.ts';
import type { Store } from '#prisma/store.ts';

const usage = 'npm run -s jobs   |   npm run -s jobs -- retry <编号>   |   npm run -s jobs -- drop <编号>';
const states: Readonly<Record<string, string>> = { created: '等待', retry: '等待重试', active: '正在运行' };

async function main([command, id]: readonly string[]): Promise<number> {
  if (command !== undefined && !((command === 'retry' || command === 'drop') && id !== undefined)) {
    console.error(`用法:${usage}`);
    return 2;
  }
  const store = await openConfiguredStore(loadConfig(), () => new Date());
  try {
    if (command === 'retry') return said(await reviveJob(store, jobs, id ?? ''), '已重新排队');
    if (command === 'drop') return said((await takeDeadJob(store.db, id ?? ''))?.job ?? null, '已删除');
    await list(store);
    return 0;
  } finally {
    await store.close();
  }
}

function said(job: string | null, what: string): number {
  console.log(job === null ? '没有这个编号的失败任务。' : `${what}:${job}`);
  return job === null ? 1 : 0;
}

async function list(store: Store): Promise<void> {
  for (const { job, state, count, since } of await queueStanding(store.pool))
    console.log([job, states[state] ?? state, `${count} 个`, `最早 ${since.toISOString()}`].join('\t'));
  const dead = await listDeadJobs(store.pool);
  if (dead.length === 0) console.log('没有失败的任务。');
  for (const { id, job, input, diedAt, error } of dead)
    console.log([id, job, diedAt.toISOString(), error.split('\n', 1)[0], JSON.stringify(input)].join('\t'));
  if (dead.length > 0) console.log(`再试一次:npm run -s jobs -- retry <编号>`);
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(reasonLines(error).join('\n'));
    process.exitCode = 1;
  },
);
