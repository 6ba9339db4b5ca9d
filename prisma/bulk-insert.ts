/**
 * Inserts thousands of rows in one statement inside a transaction, from JSON: for imports and rosters, several times
 * quicker than `createMany`, which spends its time on the parameters.
 */
import { formatCategories, openingTypes, sharingTypes, updateCycles, type CodedValue } from './catalog-codes.ts';
import type { Prisma } from './generated/client.ts';

interface WithId {
  readonly id: string;
}

/** The rows each table takes; their ids are the caller's to give. */
export interface BulkRows {
  CatalogEntry: Prisma.CatalogEntryCreateManyInput & WithId;
  CatalogVersion: Prisma.CatalogVersionCreateManyInput & WithId;
  DataItem: Prisma.DataItemCreateManyInput;
  LegalBasis: Prisma.LegalBasisCreateManyInput;
  BroadcastRecipient: Prisma.BroadcastRecipientCreateManyInput;
  Outbox: Prisma.OutboxCreateManyInput & WithId;
  Reminder: Prisma.ReminderCreateManyInput & WithId;
  AuditRecord: Prisma.AuditRecordCreateManyInput & WithId;
  ListSubmission: Prisma.ListSubmissionCreateManyInput & WithId;
  ListEvent: Prisma.ListEventCreateManyInput & WithId;
}

/** Columns of a catalog version that store an official code instead of the value's name. */
const coded: Readonly<Record<string, Readonly<Record<string, CodedValue>>>> = {
  sharingType: sharingTypes,
  openingType: openingTypes,
  updateCycle: updateCycles,
  formatCategory: formatCategories,
};

/** Every row has the keys of the first one; columns it leaves out get their defaults. */
export async function bulkInsert<Table extends keyof BulkRows>(
  tx: Prisma.TransactionClient,
  table: Table,
  rows: readonly BulkRows[Table][],
): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ');
  return await tx.$executeRawUnsafe(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
    JSON.stringify(table === 'CatalogVersion' ? rows.map(withCodes) : rows),
  );
}

function withCodes(row: object): Record<string, unknown> {
  const stored: Record<string, unknown> = { ...row };
  for (const [column, values] of Object.entries(coded)) {
    const value = stored[column];
    if (typeof value === 'string') stored[column] = values[value]?.code ?? value;
  }
  return stored;
}
