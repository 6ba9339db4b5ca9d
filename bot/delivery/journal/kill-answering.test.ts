import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStore } from '#prisma/store.ts';
import { freshDataDir } from '#prisma/test-store.ts';
import { bringInLeftTurns } from './journaled-turns.ts';

const answering = fileURLToPath(new URL('answering.fixture.ts', import.meta.url));

/** @returns the last message that was answered, as far as the process could say */
async function killed(dataDir: string, first: number, afterAnswers: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', answering, dataDir, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let last = first - 1;
  for await (const line of createInterface(child.stdout)) {
    if (line === 'ready') continue;
    last = Number(line);
    if (last >= first + afterAnswers) child.kill('SIGKILL');
  }
  const [, signal] = (await exited) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return last;
}

test(
  'kill -9 while turns are on their way into the store: each that was answered is there once',
  { timeout: 120_000 },
  async () => {
    const dataDir = await freshDataDir();
    let next = 1;
    for (const answers of [7, 150, 33]) next = (await killed(dataDir, next, answers)) + 1;

    const store = await openStore({ dataDir, exclusive: true });
    await bringInLeftTurns(path.join(dataDir, 'journal'), store.logPool);
    const rows = await store.db.message.findMany({ orderBy: [{ conversationId: 'asc' }, { sequence: 'asc' }] });
    await store.close();
    rmSync(dataDir, { recursive: true });
    const asked = rows.filter(({ direction }) => direction === 'inbound').map(({ text }) => text);
    const told = rows.filter(({ direction }) => direction === 'outbound').map(({ text }) => text);
    const numbers = Array.from({ length: next - 1 }, (_, index) => index + 1);
    expect(new Set(asked).size).toBe(asked.length);
    expect(numbers.filter((number) => !told.includes(`收到:问${number}`))).toEqual([]);
    expect(new Set(told).size).toBe(told.length);
  },
);
