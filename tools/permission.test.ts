import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import { type Actor, type Role, roles } from './people/actor.ts';
import { permit } from './permission.ts';
import { runTool } from './run-tool.ts';
import type { AnyTool, Touched } from './tool.ts';
import { tools } from './tools.ts';

const own = 'department-own';
const other = 'department-other';

function actorOf(...held: readonly Role[]): Actor {
  const memberships = held.flatMap((role) =>
    role === 'newcomer'
      ? []
      : [{ role, departmentId: role === 'public' ? null : own, departmentName: role === 'public' ? null : '本部门' }],
  );
  const personId = memberships.length === 0 ? null : 'me';
  return { personId, name: '我', memberships, channel: 'console', channelUserId: 'me' };
}

/** The table as it was last printed and looked at by people: independent of what the code says today. */
function printedTable(): ReadonlyMap<string, readonly string[]> {
  const page = readFileSync(new URL('../docs/permissions.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([a-z-]+)`[^|]*\|[^|]*\|(.*)\|$/gm)];
  return new Map(rows.map(([, name, cells]) => [name ?? '', (cells ?? '').split('|').map((cell) => cell.trim())]));
}

const cases = tools.flatMap((tool) =>
  roles.flatMap((role, column) =>
    [
      ['own', role === 'public' || role === 'newcomer' ? { personId: 'me' } : { departmentId: own }],
      ["somebody else's", { departmentId: other, personId: 'you' }],
      ["nobody's", null],
    ].map(([whose, touched]) => ({ tool, role, column, whose, touched }) as Case),
  ),
);
interface Case {
  readonly tool: AnyTool;
  readonly role: Role;
  readonly column: number;
  readonly whose: string;
  readonly touched: Touched | null;
}

describe('role × tool × whose things', () => {
  const table = printedTable();

  test('the printed table has a row for every tool and no other', () => {
    expect([...table.keys()].toSorted()).toEqual(tools.map(({ name }) => name).toSorted());
  });

  test.each(cases)('$tool.name as $role on $whose', ({ tool, role, column, whose, touched }) => {
    const mark = table.get(tool.name)?.[column];
    expect(['—', 'own', 'any']).toContain(mark);
    // A newcomer is nobody yet: nothing but what is nobody's can be theirs.
    const mine = whose === "nobody's" || (whose === 'own' && role !== 'newcomer');
    expect(permit(tool.permits, actorOf(role), touched).granted).toBe(mark === 'any' || (mark === 'own' && mine));
  });
});

describe('the runner asks the table before it looks at anything', () => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore();
    await store.db.department.create({ data: { id: own, name: '本部门', createdAt: new Date(0) } });
  });
  afterAll(() => store.close());

  const excluded = tools.flatMap((tool) =>
    roles.filter((role) => (tool.permits[role] ?? 'none') === 'none').map((role) => ({ tool, role })),
  );

  test.each(excluded)('$tool.name refuses a $role whatever the input', async ({ tool, role }) => {
    const actor = { ...actorOf(role), personId: null };
    const outcome = await runTool(tool, { anything: 1 }, { store, actor, now: new Date(0), idempotencyKey: null });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'NOT_YOUR_ROLE' } });
  });
});

test('of two roles the one that owns the thing acts, and the wider one where neither does', () => {
  const permits = { officer: 'own', bureau: 'any' } as const;
  const both = actorOf('bureau', 'officer');
  const role = (touched: Touched | null): string | undefined => {
    const permission = permit(permits, both, touched);
    return permission.granted ? permission.acting?.role : undefined;
  };
  expect(role({ departmentId: other })).toBe('bureau');
  expect(permit({ officer: 'own' }, both, { departmentId: other })).toEqual({ granted: false, because: 'department' });
  expect(permit({ lead: 'any' }, both, null)).toEqual({ granted: false, because: 'role' });
});
