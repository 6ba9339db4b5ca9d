/** Opens the embedded database of a data folder in a thread of its own, or joins the process that has it open already. */
import { mkdirSync, realpathSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { Pool } from 'pg';
import { StoreFault } from '../store-fault.ts';
import { UNCOUNTED } from './session-broker.ts';
import type { ThreadInput, ThreadReport } from './thread-messages.ts';

export interface Embedded {
  readonly pool: Pool;
  /** For the conversation log, whose work `changes` does not count; `pool` itself in a joined process. */
  readonly logPool: Pool;
  /** Rises before anything is run for anybody but `logPool`, in this process or another; null in a joined process. */
  readonly changes: (() => number) | null;
  /** Whether another process holds the folder and this one is its client. */
  readonly joined: boolean;
  readonly holderPid: number;
  readonly socketDir: string;
  close(): Promise<void>;
}

export async function openEmbedded(dataDir: string): Promise<Embedded> {
  const counter = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const { worker, report } = await startThread(dataDir, counter);
  const count = new Int32Array(counter);
  const joined = report.kind === 'held';
  const pool = poolAt(report.socketDir, 'zhengshu');
  const logPool = joined ? pool : poolAt(report.socketDir, UNCOUNTED);
  return {
    pool,
    logPool,
    changes: joined ? null : () => Atomics.load(count, 0),
    joined,
    holderPid: report.pid,
    socketDir: report.socketDir,
    close: async () => {
      await Promise.all([pool.end(), joined ? null : logPool.end()]);
      if (!joined) await closed(worker);
    },
  };
}

/** One connection: the backend has one session, and waiting here is cheaper than waiting there. */
function poolAt(host: string, name: string): Pool {
  const server = { host, user: 'postgres', database: 'postgres', application_name: name };
  const pool = new Pool({ ...server, max: 1, connectionTimeoutMillis: 60_000 });
  // A connection that ends while idle is replaced by the next query, which reports what is wrong.
  pool.on('error', () => undefined);
  return pool;
}

/** Starts the thread and waits for its one report. */
async function startThread(
  dataDir: string,
  changes: SharedArrayBuffer,
): Promise<{ worker: Worker; report: ThreadReport }> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const workerData: ThreadInput = { dataDir: realpathSync(dataDir), changes };
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData });
    const report = await new Promise<ThreadReport>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The database thread ended.')));
      worker.once('message', resolve);
    });
    // From here on a failing thread ends the process: there is no going on without the store.
    worker.removeAllListeners();
    return { worker, report };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const remedy = 'Check that it is a folder, writable and not damaged; a backup is restored into an empty folder.';
    throw new StoreFault(
      'embedded_failed',
      `The embedded database in ${dataDir} does not open (${why}).`,
      remedy,
      cause,
    );
  }
}

function closed(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('exit', () => resolve());
    worker.postMessage('close');
  });
}
