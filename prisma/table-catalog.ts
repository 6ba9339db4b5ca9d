/** What tables there are, each after the ones it refers to: the order in which rows can be brought in. */
import type { ClientBase } from 'pg';

export interface Column {
  readonly name: string;
  readonly json: boolean;
  readonly text: boolean;
  /** The sequence its default takes numbers from. */
  readonly sequence: string | null;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
}

/** Every table but the record of migrations, which belongs to the schema and not to the contents. */
export async function readTables(client: ClientBase): Promise<Table[]> {
  const columns = await client.query<Column & { table: string }>(COLUMNS);
  const keys = await client.query<{ table: string; columns: string[] }>(PRIMARY_KEYS);
  const references = await client.query<{ table: string; target: string }>(REFERENCES);
  const names = [...new Set(columns.rows.map(({ table }) => table))];
  return inOrder(names, references.rows).map((name) => ({
    name,
    columns: columns.rows.filter(({ table }) => table === name),
    primaryKey: keys.rows.find(({ table }) => table === name)?.columns ?? [],
  }));
}

/** Referenced tables first; references of a table to itself do not count. */
function inOrder(names: string[], references: readonly { table: string; target: string }[]): string[] {
  const ordered: string[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (ordered.includes(name)) return;
    if (path.includes(name)) throw new Error(`Tables refer to each other in a circle: ${[...path, name].join(' → ')}`);
    for (const { table, target } of references) {
      if (table === name && target !== name) visit(target, [...path, name]);
    }
    ordered.push(name);
  };
  for (const name of names) visit(name, []);
  return ordered;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const COLUMNS = `
  SELECT c.relname AS table, a.attname AS name, a.atttypid = 'jsonb'::regtype AS json,
         t.typcategory = 'S' AS text, pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_type t ON t.oid = a.atttypid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
  ORDER BY c.relname COLLATE "C", a.attnum`;

const PRIMARY_KEYS = `
  SELECT c.relname AS table, array_agg(a.attname::text ORDER BY array_position(i.indkey::int2[], a.attnum)) AS columns
  FROM pg_index i
  JOIN pg_class c ON c.oid = i.indrelid AND c.relnamespace = 'public'::regnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
  WHERE i.indisprimary
  GROUP BY c.relname`;

const REFERENCES = `
  SELECT DISTINCT source.relname AS table, target.relname AS target
  FROM pg_constraint f
  JOIN pg_class source ON source.oid = f.conrelid
  JOIN pg_class target ON target.oid = f.confrelid
  WHERE f.contype = 'f' AND source.relnamespace = 'public'::regnamespace
  ORDER BY 1, 2`;
