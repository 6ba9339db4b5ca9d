/** Inserts many rows of one table in one statement, from JSON: several times quicker than a value list of parameters. */
import type { ClientBase, Pool } from 'pg';
import { quoted, type Table } from './table-catalog.ts';

/** A row by its column names, and which of its JSON columns hold a JSON null rather than nothing. */
export interface InsertRecord {
  readonly row?: Readonly<Record<string, unknown>> | undefined;
  readonly jsonNull?: readonly string[] | undefined;
}

/** The columns are those of the first record; columns it leaves out get their defaults. */
export async function insertRecords(
  client: ClientBase | Pool,
  { name, columns }: Table,
  records: readonly InsertRecord[],
): Promise<void> {
  const given = Object.keys(records[0]?.row ?? {});
  const used = columns.filter((column) => given.includes(column.name));
  const values = used.map(({ name: column, json }) =>
    json
      ? `CASE WHEN line->'jsonNull' ? '${column}' THEN 'null'::jsonb ELSE r.${quoted(column)} END`
      : `r.${quoted(column)}`,
  );
  await client.query(
    `INSERT INTO ${quoted(name)} (${used.map((column) => quoted(column.name)).join(', ')})
     SELECT ${values.join(', ')}
     FROM jsonb_array_elements($1::jsonb) AS line, jsonb_populate_record(NULL::${quoted(name)}, line->'row') AS r`,
    [JSON.stringify(records)],
  );
}
