/** What pg-boss 10 has no call for, said in SQL on its tables; the migration made them, so their form is known. */

/** The queues the migration made. */
export const JOBS = 'jobs';
export const DEAD = 'dead';

/** Whether anything waits: planned once, so that looking costs an idle process next to nothing. */
export const anythingWaits = {
  name: 'jobs-anything-waits',
  text: `SELECT FROM pgboss.job WHERE name = '${JOBS}' AND state < 'active' AND start_after < now() LIMIT 1`,
};

/** $1 key. */
export const lockWaiting = `SELECT id::text FROM pgboss.job
  WHERE name = '${JOBS}' AND state = 'created' AND singleton_key = $1 FOR UPDATE`;

export const running = `SELECT id::text FROM pgboss.job WHERE name = '${JOBS}' AND state = 'active'`;

export const waitingByJob = `SELECT data->>'job' AS job, state::text, count(*)::int AS count, min(created_on) AS since
  FROM pgboss.job WHERE name = '${JOBS}' AND state < 'completed' GROUP BY 1, 2 ORDER BY 1, 2`;

export const deadJobs = `SELECT id::text, data, output, created_on AS "diedAt" FROM pgboss.job
  WHERE name = '${DEAD}' AND state = 'created' ORDER BY created_on, id`;

/** $1 id. */
export const takeDead = `DELETE FROM pgboss.job WHERE name = '${DEAD}' AND id::text = $1 AND state = 'created' RETURNING data`;

/** $1 ids. */
export const atOnce = `UPDATE pgboss.job SET start_after = created_on
  WHERE name = '${JOBS}' AND id::text = ANY($1) AND state = 'retry'`;
