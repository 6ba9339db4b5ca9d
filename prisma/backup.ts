/**
 * Writes a whole store as lines of JSON, one record a line, the same lines from either back end.
 *
 * First the migrations the store has (`_prisma_migrations`), then every table, referenced ones first, each in the order
 * of its key: `{"table":"Person","row":{…}}`. `"jsonNull"` names JSON columns that hold a JSON null, which a row cannot
 * tell from no value. The last line counts the records, so that a cut-off file is not taken for a whole one.
 */
import type { Pool } from 'pg';
import { quoted, readTables, type Table } from './table-catalog.ts';

/** Rows fetched at a time. */
const FETCH = 1_000;

export async function* backup(pool: Pool): AsyncGenerator<string> {
  const client = await pool.connect();
  try {
    // One snapshot: what is written meanwhile is in it wholly or not at all.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    let records = 0;
    const applied = await client.query<{ name: string; checksum: string }>(
      'SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY 1',
    );
    for (const row of applied.rows) yield JSON.stringify({ table: '_prisma_migrations', row });
    for (const table of await readTables(client)) {
      await client.query(`DECLARE backup NO SCROLL CURSOR FOR ${selectLines(table)}`);
      for (;;) {
        const { rows } = await client.query<{ line: string }>(`FETCH ${FETCH} FROM backup`);
        for (const { line } of rows) yield line;
        records += rows.length;
        if (rows.length < FETCH) break;
      }
      await client.query('CLOSE backup');
    }
    yield JSON.stringify({ table: '_end', records });
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

function selectLines({ name, columns, primaryKey }: Table): string {
  const nulls = columns
    .filter((column) => column.json)
    .map((column) => `CASE jsonb_typeof(t.${quoted(column.name)}) WHEN 'null' THEN '${column.name}' END`);
  const order = primaryKey.map((key) => {
    const text = columns.some((column) => column.name === key && column.text);
    // Not by the database's own alphabet, which differs from one to the next.
    return text ? `t.${quoted(key)} COLLATE "C"` : `t.${quoted(key)}`;
  });
  return `
    SELECT '{"table":"${name}",'
        || coalesce('"jsonNull":' || (SELECT json_agg(n) FROM unnest(ARRAY[${nulls.join(', ')}]::text[]) n WHERE n <> '') || ',', '')
        || '"row":' || row_to_json(t) || '}' AS line
    FROM ${quoted(name)} t ORDER BY ${order.join(', ')}`;
}
