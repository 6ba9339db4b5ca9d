/** The rules that the rows themselves carry, whoever writes them. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Prisma } from './generated/client.ts';
import { freshStore } from './test-store.ts';
import type { Store } from './store.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const now = new Date('2026-03-02T01:00:00Z');
let request: Prisma.RequestUncheckedCreateInput;

beforeEach(async () => {
  const [civil, education] = await Promise.all(
    ['长沙市民政局', '长沙市教育局'].map((name) =>
      store.db.department.upsert({ where: { name }, create: { name, createdAt: now }, update: {} }),
    ),
  );
  const [asker, answerer] = await Promise.all(
    ['asker', 'answerer'].map((id) =>
      store.db.person.upsert({ where: { id }, create: { id, name: id, createdAt: now }, update: {} }),
    ),
  );
  if (!civil || !education || !asker || !answerer) throw new Error('The parties are missing.');
  const entry = await store.db.catalogEntry.create({
    data: { departmentId: civil.id, kind: 'data', createdAt: now },
  });
  request = {
    kind: 'share',
    entryId: entry.id,
    requesterId: asker.id,
    requesterDepartmentId: education.id,
    providerDepartmentId: civil.id,
    scenario: '学区资格核验',
    submittedAt: now,
    receivedOn: '2026-03-02',
  };
});

const create = (change: Partial<Prisma.RequestUncheckedCreateInput>) =>
  store.db.request.create({ data: { ...request, ...change } });

test('a refusal needs a reason and a basis', async () => {
  const refused = { state: 'refused', decidedAt: now, decidedById: 'answerer' } as const;
  await expect(create(refused)).rejects.toThrow('Request_refusal_check');
  await expect(create({ ...refused, decisionReason: '超出范围', decisionBasis: ' ' })).rejects.toThrow(
    'Request_refusal_check',
  );
  await create({ ...refused, decisionReason: '申请的信息项超出业务范围', decisionBasis: '办法第二十一条第二款' });
});

test('nobody answers their own request', async () => {
  const approved = { state: 'approved', decidedAt: now } as const;
  await expect(create({ ...approved, decidedById: 'asker' })).rejects.toThrow('Request_four_eyes_check');
  await create({ ...approved, decidedById: 'answerer' });
});

test('no department asks itself for its own data', async () => {
  const self = { requesterDepartmentId: request.providerDepartmentId };
  await expect(create(self)).rejects.toThrow('Request_parties_check');
});

test('a day is written as a day', async () => {
  await expect(create({ receivedOn: '2026/3/2' })).rejects.toThrow('Request_day_check');
});

test('an entry has one published version at a time', async () => {
  const version = (number: number) =>
    store.db.catalogVersion.create({
      data: { entryId: request.entryId, number, state: 'published', name: '婚姻登记信息', createdAt: now },
    });
  await version(1);
  await expect(version(2)).rejects.toMatchObject({ code: 'P2002' });
});

test('a return says why', async () => {
  const returned = {
    entryId: request.entryId,
    number: 9,
    state: 'returned',
    name: '婚姻登记信息',
    createdAt: now,
  } as const;
  await expect(store.db.catalogVersion.create({ data: returned })).rejects.toThrow('CatalogVersion_return_check');
});

test('only a public requester acts for no department', async () => {
  const membership = { personId: 'asker', since: now };
  await expect(store.db.membership.create({ data: { ...membership, role: 'officer' } })).rejects.toThrow(
    'Membership_department_check',
  );
  await store.db.membership.create({ data: { ...membership, role: 'public' } });
});

test('a clock belongs to exactly one thing', async () => {
  const started = { limit: 'share-answer', kind: 'started', on: '2026-03-02', at: now } as const;
  await expect(store.db.deadlineEvent.create({ data: started })).rejects.toThrow('DeadlineEvent_subject_check');
});

test('the audit log and the event logs only grow', async () => {
  const audit = await store.db.auditRecord.create({
    data: { at: now, via: 'cli', action: 'catalog.file', subjectKind: 'CatalogEntry', subjectId: request.entryId },
  });
  const change = store.db.auditRecord.update({ where: { id: audit.id }, data: { action: 'nothing' } });
  await expect(change).rejects.toThrow('never changed or deleted');
  await expect(store.db.auditRecord.delete({ where: { id: audit.id } })).rejects.toThrow('never changed or deleted');
  const { id } = await create({});
  const event = await store.db.requestEvent.create({
    data: { requestId: id, sequence: 1, kind: 'submitted', at: now, actorId: 'asker' },
  });
  await expect(store.db.requestEvent.delete({ where: { id: event.id } })).rejects.toThrow('never changed or deleted');
});
