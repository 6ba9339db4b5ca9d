/** Brings the lines of a backup into an empty store of either kind: all of them or none. */
import type { ClientBase, Pool } from 'pg';
import { z } from 'zod';
import { insertRecords } from './insert-records.ts';
import { StoreFault } from './store-fault.ts';
import { readTables, quoted, type Table } from './table-catalog.ts';

const lineSchema = z.object({
  table: z.string(),
  row: z.record(z.string(), z.unknown()).optional(),
  jsonNull: z.array(z.string()).optional(),
  records: z.number().int().optional(),
});
export type BackupRecord = z.infer<typeof lineSchema>;

/** Records brought in at a time. */
const BATCH = 500;

/** Returns how many records each table got. */
export async function restore(pool: Pool, lines: AsyncIterable<string>): Promise<Map<string, number>> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const tables = await readTables(client);
    await refuseNonEmpty(client, tables);
    await deferReferences(client, true);
    const counts = await insertAll(client, tables, lines);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    await deferReferences(client, false);
    await advanceSequences(client, tables);
    await client.query('COMMIT');
    return counts;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function insertAll(
  client: ClientBase,
  tables: readonly Table[],
  lines: AsyncIterable<string>,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let batch: BackupRecord[] = [];
  let number = 0;
  let announced: number | undefined;
  const flush = async (): Promise<void> => {
    const name = batch[0]?.table;
    if (name === undefined) return;
    const table = tables.find((candidate) => candidate.name === name);
    if (!table) throw unreadable(`line ${number} is of table ${name}, which this version does not know`);
    await insertRecords(client, table, batch);
    counts.set(name, (counts.get(name) ?? 0) + batch.length);
    batch = [];
  };
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    if (announced !== undefined) throw unreadable(`line ${number} comes after the end`);
    const record = readLine(line, number);
    if (record.table === '_end') announced = record.records;
    else if (record.table === '_prisma_migrations') await refuseNewer(client, record);
    else {
      if (batch.length >= BATCH || batch[0]?.table !== record.table) await flush();
      batch.push(record);
    }
  }
  await flush();
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (announced !== total)
    throw unreadable(`it is cut off: it has ${total} records of ${announced ?? 'an unknown number'}`);
  return counts;
}

function readLine(line: string, number: number): BackupRecord {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw unreadable(`line ${number} is not a record`, cause);
  }
}

function unreadable(what: string, cause?: unknown): StoreFault {
  const remedy = 'Nothing was changed. Use a file that `npm run backup` wrote to its end.';
  return new StoreFault('backup_unreadable', `The backup cannot be read: ${what}.`, remedy, cause);
}

/** A backup of an older version fits a newer store, whose additions have defaults; the reverse does not hold. */
async function refuseNewer(client: ClientBase, { row }: BackupRecord): Promise<void> {
  const { rowCount } = await client.query(
    'SELECT FROM "_prisma_migrations" WHERE migration_name = $1 AND checksum = $2',
    [row?.['name'], row?.['checksum']],
  );
  if (rowCount === 0)
    throw unreadable(`it comes from a version with the migration ${String(row?.['name'])}, unknown here`);
}

async function refuseNonEmpty(client: ClientBase, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    const { rowCount } = await client.query(`SELECT FROM ${quoted(name)} LIMIT 1`);
    if (rowCount === 0) continue;
    const remedy = 'Restore into a new data folder or an empty database, with ZHENGSHU_DEMO=off.';
    throw new StoreFault('not_empty', `The store is not empty: ${name} has rows.`, remedy);
  }
}

/** Rows of one table may refer to each other in any order, so references are looked at when all rows are in. */
async function deferReferences(client: ClientBase, deferred: boolean): Promise<void> {
  await client.query(`
    DO $$
    DECLARE reference record;
    BEGIN
      FOR reference IN SELECT conrelid::regclass AS source, conname FROM pg_constraint
        WHERE contype = 'f' AND connamespace = 'public'::regnamespace
      LOOP
        EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I ${deferred ? 'DEFERRABLE INITIALLY DEFERRED' : 'NOT DEFERRABLE'}',
          reference.source, reference.conname);
      END LOOP;
    END $$`);
}

/** New numbers go on after the highest that was brought in. */
async function advanceSequences(client: ClientBase, tables: readonly Table[]): Promise<void> {
  for (const { name, columns } of tables) {
    for (const { name: column, sequence } of columns) {
      if (!sequence) continue;
      await client.query(`SELECT setval($1, max(${quoted(column)})) FROM ${quoted(name)} HAVING count(*) > 0`, [
        sequence,
      ]);
    }
  }
}
