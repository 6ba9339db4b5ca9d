import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import { fieldMeta } from './field-meta.ts';
import type { Notice } from './notice.ts';
import type { Actor } from './people/actor.ts';
import { Refusal } from './refusal.ts';
import { runTool } from './run-tool.ts';
import { defineTool, type Permits } from './tool.ts';

const now = new Date('2026-03-02T01:00:00Z');
let store: Store;
let department: { id: string };

beforeAll(async () => {
  store = await freshStore();
  department = await store.db.department.create({ data: { name: '长沙市教育局', createdAt: now } });
  await store.db.person.createMany({ data: ['zhang', 'li'].map((id) => ({ id, name: id, createdAt: now })) });
});
afterAll(() => store.close());

function officer(personId: string, departmentId: string): Actor {
  const memberships = [{ role: 'officer' as const, departmentId, departmentName: '' }];
  return { personId, name: personId, memberships, channel: 'console', channelUserId: personId };
}

/** Gives a department a telephone number; 110 is refused, 120 breaks. */
function phoneTool(permits: Permits = { officer: 'own' }) {
  return defineTool({
    name: 'set-phone',
    title: '登记电话',
    purpose: '登记部门的电话。',
    effect: 'writes',
    article: '第三十四条',
    input: z.object({
      departmentId: z.string().register(fieldMeta, { label: '部门', kind: 'department' }),
      phone: z.string().min(3).register(fieldMeta, { label: '电话', kind: 'text' }),
    }),
    output: z.object({ phone: z.string() }),
    permits,
    says: ['登记 电话'],
    touches: ({ departmentId }) => ({ departmentId }),
    async run({ departmentId, phone }, { db, record, tell }) {
      await db.department.update({ where: { id: departmentId }, data: { phone } });
      record({ subjectKind: 'department', subjectId: departmentId, after: { phone } });
      tell({ personId: 'li', key: 'phone', text: `电话改为 ${phone}` });
      if (phone === '110') throw new Refusal('TAKEN', '这个号码不能用。', { remedy: '请换一个。', field: 'phone' });
      if (phone === '120') throw new Error('line cut');
      return { phone };
    },
  });
}

async function rows(key: string) {
  const [run, audits, current] = await Promise.all([
    store.db.toolRun.findUnique({ where: { key } }),
    store.db.auditRecord.findMany({ where: { toolRunKey: key } }),
    store.db.department.findUniqueOrThrow({ where: { id: department.id } }),
  ]);
  return { run, audits, phone: current.phone };
}

test('a run writes, keeps its result under its key and leaves an audit record with the article', async () => {
  const told: Notice[] = [];
  const outcome = await runTool(
    phoneTool(),
    { departmentId: department.id, phone: '88665' },
    {
      store,
      actor: officer('zhang', department.id),
      now,
      idempotencyKey: 'k1',
      within: (_db, _output, notices) => Promise.resolve(void told.push(...notices)),
    },
  );
  expect(outcome).toEqual({ kind: 'done', output: { phone: '88665' }, repeated: false });
  expect(told).toEqual([{ personId: 'li', key: 'phone', text: '电话改为 88665' }]);
  const { run, audits, phone } = await rows('k1');
  expect(phone).toBe('88665');
  expect(run).toMatchObject({ tool: 'set-phone', personId: 'zhang', output: { phone: '88665' }, finishedAt: now });
  expect(audits).toHaveLength(1);
  expect(audits[0]).toMatchObject({
    at: now,
    actorId: 'zhang',
    departmentId: department.id,
    via: 'console:zhang',
    tool: 'set-phone',
    article: '第三十四条',
    subjectKind: 'department',
    subjectId: department.id,
    after: { phone: '88665' },
  });
});

test('twenty calls at once under one key write once and all get the same result', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      runTool(
        phoneTool(),
        { departmentId: department.id, phone: `777${index}` },
        {
          store,
          actor: officer('zhang', department.id),
          now,
          idempotencyKey: 'k2',
        },
      ),
    ),
  );
  const done = outcomes.flatMap((outcome) => (outcome.kind === 'done' ? [outcome] : []));
  expect(done).toHaveLength(20);
  expect(done.filter(({ repeated }) => !repeated)).toHaveLength(1);
  const { audits, phone } = await rows('k2');
  expect(new Set(done.map(({ output }) => output.phone))).toEqual(new Set([phone]));
  expect(audits).toHaveLength(1);
});

test('a refusal takes back what was written, is on record, and the key stays free', async () => {
  const call = (phone: string) =>
    runTool(
      phoneTool(),
      { departmentId: department.id, phone },
      {
        store,
        actor: officer('zhang', department.id),
        now,
        idempotencyKey: 'k3',
      },
    );
  const before = await rows('k3');
  expect(await call('110')).toMatchObject({ kind: 'refused', refusal: { code: 'TAKEN', field: 'phone' } });
  expect(await rows('k3')).toEqual(before);
  const refused = await store.db.auditRecord.findMany({ where: { action: 'refused', reason: 'TAKEN' } });
  expect(refused).toMatchObject([{ actorId: 'zhang', tool: 'set-phone', article: '第三十四条' }]);
  expect(await call('119')).toMatchObject({ kind: 'done', repeated: false });
});

test('a fault takes back what was written and is thrown', async () => {
  const call = runTool(
    phoneTool(),
    { departmentId: department.id, phone: '120' },
    {
      store,
      actor: officer('zhang', department.id),
      now,
      idempotencyKey: 'k4',
    },
  );
  await expect(call).rejects.toThrow('line cut');
  expect(await rows('k4')).toMatchObject({ run: null, audits: [], phone: '119' });
});

test('what must be true with the run fails with it', async () => {
  const call = runTool(
    phoneTool(),
    { departmentId: department.id, phone: '12345' },
    {
      store,
      actor: officer('zhang', department.id),
      now,
      idempotencyKey: 'k5',
      within: () => Promise.reject(new Error('draft changed meanwhile')),
    },
  );
  await expect(call).rejects.toThrow('draft changed meanwhile');
  expect(await rows('k5')).toMatchObject({ run: null, audits: [], phone: '119' });
});

test('input that fails the schema and fields nobody defined come back as issues', async () => {
  const options = { store, actor: officer('zhang', department.id), now, idempotencyKey: null };
  const short = await runTool(phoneTool(), { departmentId: department.id, phone: '1' }, options);
  expect(short).toMatchObject({ kind: 'malformed', issues: [{ path: ['phone'] }] });
  const extra = await runTool(phoneTool(), { departmentId: department.id, phone: '12345', admin: true }, options);
  expect(extra).toMatchObject({ kind: 'malformed', issues: [{ code: 'unrecognized_keys', keys: ['admin'] }] });
});

test("another department's things are refused, whatever the input says, and so is a role without reach", async () => {
  const other = await store.db.department.create({ data: { name: '长沙市民政局', createdAt: now } });
  const input = { departmentId: department.id, phone: '12345' };
  const theirs = await runTool(phoneTool(), input, {
    store,
    actor: officer('li', other.id),
    now,
    idempotencyKey: 'k6',
  });
  expect(theirs).toMatchObject({ kind: 'refused', refusal: { code: 'NOT_YOUR_DEPARTMENT' } });
  const bureauOnly = phoneTool({ bureau: 'any' });
  const role = await runTool(bureauOnly, {}, { store, actor: officer('li', other.id), now, idempotencyKey: 'k6' });
  expect(role).toMatchObject({ kind: 'refused', refusal: { code: 'NOT_YOUR_ROLE' } });
  expect(await rows('k6')).toMatchObject({ run: null, phone: '119' });
});

test("a key gives nobody another person's result", async () => {
  const call = runTool(
    phoneTool(),
    { departmentId: department.id, phone: '12345' },
    {
      store,
      actor: officer('li', department.id),
      now,
      idempotencyKey: 'k1',
    },
  );
  await expect(call).rejects.toThrow('belongs to a run of another tool or person');
});

test('a writing tool that records nothing is a fault, and so is a reading one that records', async () => {
  const silent = defineTool({ ...phoneTool(), run: () => Promise.resolve({ phone: '1' }) });
  const options = { store, actor: officer('zhang', department.id), now, idempotencyKey: null };
  const input = { departmentId: department.id, phone: '12345' };
  await expect(runTool(silent, input, options)).rejects.toThrow('without recording a change');
  const reading = defineTool({ ...phoneTool(), effect: 'reads' });
  await expect(runTool(reading, input, options)).rejects.toThrow('declared to read only');
});
