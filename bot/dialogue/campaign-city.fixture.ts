/** The small city with leads, a second person of the bureau, and catalogs and requests for its three lists. */
import type { Prisma } from '#prisma/generated/client.ts';
import { tools } from '#tools/tools.ts';
import { City } from './chat.fixture.ts';

const people = [
  { id: 'chen', name: '陈志国', departmentId: 'minzheng', role: 'lead' as const },
  { id: 'gao', name: '高俊杰', departmentId: 'ziran', role: 'officer' as const },
  { id: 'xia', name: '夏长林', departmentId: 'ziran', role: 'lead' as const },
  { id: 'lu', name: '卢小雨', departmentId: 'yl-jiaoyu', role: 'officer' as const },
  { id: 'qin', name: '秦国栋', departmentId: 'yl-jiaoyu', role: 'lead' as const },
  { id: 'shen', name: '沈若兰', departmentId: 'shuju', role: 'bureau' as const },
];

type Version = Partial<Prisma.CatalogVersionUncheckedCreateInput>;

export async function addEntry(city: City, id: string, departmentId: string, version: Version): Promise<void> {
  await city.store.db.catalogEntry.create({
    data: {
      id,
      code: `307/${id}`,
      departmentId,
      kind: 'data',
      createdAt: city.clock,
      versions: { create: { number: 1, state: 'published', name: id, createdAt: city.clock, ...version } },
    },
  });
}

/** Education changes nothing, civil affairs lacks an opening type, resources has many entries, the district is slow. */
export async function campaignCity(): Promise<City> {
  const city = await City.open(tools);
  for (const { departmentId, role, ...person } of people)
    await city.store.db.person.create({
      data: {
        ...person,
        createdAt: city.clock,
        memberships: { create: { departmentId, role, since: city.clock } },
        identities: { create: { channel: 'test', userId: person.id, boundBy: 'roster', boundAt: city.clock } },
      },
    });
  const open = { sharingType: 'unconditional', openingType: 'unconditional' } as const;
  const guarded = {
    sharingType: 'conditional',
    sharingBasis: '仅限行政审批核验使用',
    sharingMethods: ['result_verification'],
  } satisfies Version;
  await addEntry(city, 'schools', 'jiaoyu', { ...open, name: '学校基本信息', updateCycle: 'yearly' });
  await addEntry(city, 'marriage', 'minzheng', {
    ...guarded,
    name: '婚姻登记信息',
    openingType: 'withheld',
    openingBasis: '涉及个人隐私',
  });
  await addEntry(city, 'homes', 'minzheng', { sharingType: 'unconditional', openingType: null, name: '养老机构信息' });
  for (const number of [1, 2, 3, 4])
    await addEntry(city, `land-${number}`, 'ziran', { ...open, name: `第${number}批建设用地公告信息` });
  await addEntry(city, 'nursery', 'yl-jiaoyu', { ...open, name: '幼儿园名录' });
  await city.store.db.request.create({
    data: {
      kind: 'share',
      state: 'provided',
      entryId: 'marriage',
      requesterId: 'li',
      requesterDepartmentId: 'jiaoyu',
      providerDepartmentId: 'minzheng',
      scenario: '随迁子女入学监护关系核验',
      businessScope: '入学申请人的监护人',
      legalBasis: '《中华人民共和国义务教育法》第十二条',
      items: ['登记类别'],
      sharingMethod: 'result_verification',
      submittedAt: city.clock,
      receivedOn: '2026-03-02',
      events: {
        create: [
          { sequence: 1, kind: 'submitted', actorId: 'li', departmentId: 'jiaoyu', at: city.clock },
          { sequence: 2, kind: 'approved', actorId: 'liu', departmentId: 'minzheng', at: city.clock },
        ],
      },
    },
  });
  return city;
}
