/** Runs one of our fixed SQL statements as a prepared one: planning it anew each time would cost as much as running it. */
import { createHash } from 'node:crypto';
import type { Pool, QueryResultRow } from 'pg';

export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** The name carries a digest of the text, so that two versions of the program never mean different things by one name. */
export function statement(purpose: string, text: string): Statement {
  return { name: `zs_${purpose}_${createHash('sha256').update(text).digest('hex').slice(0, 12)}`, text };
}

const duplicatePrepared = '42P05';
const unknownPrepared = '26000';

/**
 * The embedded database gives all its clients one session, so that a name may be taken by an earlier connection or
 * vanish under us; both happen before anything is run, and the statement is then run another way.
 */
export async function runPrepared<Row extends QueryResultRow>(
  pool: Pool,
  { name, text }: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  try {
    return (await pool.query<Row>({ name, text, values: [...values] })).rows;
  } catch (error) {
    if (!hasCode(error, duplicatePrepared) && !hasCode(error, unknownPrepared)) throw error;
    if (hasCode(error, duplicatePrepared)) await release(pool, name);
    return (await pool.query<Row>(text, [...values])).rows;
  }
}

/** So that the next call prepares it again, in a connection that knows of it. */
async function release(pool: Pool, name: string): Promise<void> {
  try {
    await pool.query(`DEALLOCATE "${name}"`);
  } catch (error) {
    if (!hasCode(error, unknownPrepared)) throw error;
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
