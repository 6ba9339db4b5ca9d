import { expect, it } from 'vitest';
import { SerialQueue } from './serial-queue.ts';

const gate = (): { open: () => void; passed: Promise<void> } => {
  let open = (): void => {};
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open, passed };
};

it('runs the messages of one conversation in order and never two at once', async () => {
  const queue = new SerialQueue();
  const seen: string[] = [];
  const first = gate();
  const one = queue.run('a', async () => {
    seen.push('one starts');
    await first.passed;
    seen.push('one ends');
  });
  const two = queue.run('a', async () => void seen.push('two'));
  await queue.run('b', async () => void seen.push('another conversation'));
  expect(queue.depth('a')).toBe(2);
  first.open();
  await Promise.all([one, two]);
  expect(seen).toEqual(['one starts', 'another conversation', 'one ends', 'two']);
});

it('goes on after a task that failed, and tells its caller', async () => {
  const queue = new SerialQueue();
  const failing = queue.run('a', () => Promise.reject(new Error('broken')));
  const next = queue.run('a', () => Promise.resolve('still served'));
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('still served');
});

it('forgets a conversation once nothing waits, and is idle then', async () => {
  const queue = new SerialQueue();
  const { open, passed } = gate();
  void queue.run('a', () => passed);
  let idle = false;
  const waiting = queue.idle().then(() => (idle = true));
  await Promise.resolve();
  expect(idle).toBe(false);
  open();
  await waiting;
  expect(queue.depth('a')).toBe(0);
});
