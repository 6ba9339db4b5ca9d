/** The rows that only a person's own confirmation may change, and whether any of them did. */
import type { Store } from '#prisma/store.ts';

/** Rows that only a confirmed filing may change; the count and the content of each. */
export const guarded = [
  'ToolRun',
  'Person',
  'Membership',
  'ChannelIdentity',
  'BindingCode',
  'BindingRequest',
  'Department',
  'CatalogEntry',
  'CatalogVersion',
  'DataItem',
  'Request',
  'RequestEvent',
  'DeadlineEvent',
  'Duty',
  'ListCampaign',
  'ListSubmission',
  'ListEvent',
  'Broadcast',
  'BroadcastRecipient',
  'Reminder',
  'HolidayNotice',
  'Outbox',
  'DraftDelegation',
  'Setting',
] as const;

/** One digest a table. */
export async function fingerprint({ pool }: Store): Promise<Readonly<Record<string, string>>> {
  const sums = guarded.map(
    (table) => `(SELECT md5(COALESCE(string_agg(t::text, '|' ORDER BY t::text), '')) FROM "${table}" t) AS "${table}"`,
  );
  const { rows } = await pool.query<Record<string, string>>(`SELECT ${sums.join(', ')}`);
  return rows[0] ?? {};
}
