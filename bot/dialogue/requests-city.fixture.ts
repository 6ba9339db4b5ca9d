/** The city of the transcripts with what requests need: the real tools, more people, a few catalog entries. */
import type { Prisma } from '#prisma/generated/client.ts';
import type { Role } from '#prisma/generated/enums.ts';
import { tools } from '#tools/tools.ts';
import { City, type Speaker } from './chat.fixture.ts';

const people: readonly { id: string; name: string; departmentId: string | null; role: Role }[] = [
  { id: 'he', name: '何佳', departmentId: 'minzheng', role: 'officer' },
  { id: 'chen', name: '陈立', departmentId: 'minzheng', role: 'lead' },
  { id: 'tan', name: '谭卫国', departmentId: 'ziran', role: 'officer' },
  { id: 'gu', name: '顾小满', departmentId: null, role: 'public' },
];

type Version = Pick<
  Prisma.CatalogVersionUncheckedCreateInput,
  | 'name'
  | 'sharingType'
  | 'sharingBasis'
  | 'sharingMethods'
  | 'openingType'
  | 'openingBasis'
  | 'openingMethods'
  | 'access'
>;

const entries: readonly (Version & { id: string; departmentId: string; items: readonly string[] })[] = [
  {
    id: 'marriage',
    departmentId: 'minzheng',
    name: '婚姻登记信息',
    sharingType: 'conditional',
    sharingBasis: '仅限行政审批核验使用',
    sharingMethods: ['result_verification', 'service_call'],
    openingType: 'withheld',
    openingBasis: '涉及个人隐私',
    items: ['男方姓名*', '女方姓名*', '登记类别', '登记日期'],
  },
  {
    id: 'allowance',
    departmentId: 'minzheng',
    name: '城乡低保对象信息',
    sharingType: 'conditional',
    sharingMethods: ['result_verification', 'data_push'],
    openingType: 'withheld',
    items: ['姓名*', '身份证号*', '保障类别', '保障起始日期'],
  },
  {
    id: 'homes',
    departmentId: 'minzheng',
    name: '养老机构信息',
    sharingType: 'unconditional',
    access: '平台接口 /api/yanglao,授权码向平台申请',
    openingType: 'conditional',
    openingBasis: '用途正当',
    openingMethods: ['authorised_use', 'query', 'desensitised'],
    items: ['机构名称', '床位数', '负责人姓名*', '负责人电话*'],
  },
  {
    id: 'adoption',
    departmentId: 'minzheng',
    name: '收养登记信息',
    sharingType: 'withheld',
    sharingBasis: '《中华人民共和国民法典》第一千一百一十条',
    openingType: 'withheld',
    items: ['收养人姓名*'],
  },
];

/** @param city a fresh one of all tools */
async function furnish({ store: { db }, clock }: City): Promise<void> {
  for (const { departmentId, role, ...person } of people)
    await db.person.create({
      data: {
        ...person,
        createdAt: clock,
        memberships: { create: { departmentId, role, since: clock } },
        identities: { create: { channel: 'test', userId: person.id, boundBy: 'roster', boundAt: clock } },
      },
    });
  for (const { id, departmentId, items, ...version } of entries)
    await db.catalogEntry.create({
      data: {
        id,
        departmentId,
        kind: 'data',
        createdAt: clock,
        versions: {
          create: {
            ...version,
            number: 1,
            state: 'published',
            createdAt: clock,
            items: {
              create: items.map((item, index) => ({
                position: index + 1,
                name: item.replace('*', ''),
                personal: item.endsWith('*'),
              })),
            },
          },
        },
      },
    });
}

export async function openRequestsCity(): Promise<City> {
  const city = await City.open(tools);
  await furnish(city);
  return city;
}

/** Local time of the city. */
export function at(city: City, day: string, time = '09:00'): void {
  city.clock = new Date(`${day}T${time}:00+08:00`);
}

interface WantedShare {
  readonly entry?: string;
  readonly items?: string;
  readonly scenario?: string;
}

/** A whole share request in the chat. @returns its number */
export async function fileShare(
  who: Speaker,
  { entry = '婚姻登记信息', items = '登记类别', scenario = '随迁子女入学监护关系核验' }: WantedShare = {},
): Promise<number> {
  await who.say(`我要申请共享${entry}`);
  await who.say(scenario);
  await who.say('2026年秋季入学申请人的监护人');
  await who.say('《中华人民共和国义务教育法》第十二条');
  await who.say(items);
  await who.say('结果核验');
  await who.say('2026年12月31日');
  return numberIn(await who.press('确认提交'));
}

export function numberIn(words: string): number {
  const number = /#(\d+)/.exec(words)?.[1];
  if (number === undefined) throw new Error(`no request was filed: ${words}`);
  return Number(number);
}

/** What stands in the database about a request. */
export async function rowsOf({ store: { db } }: City, number: number) {
  const request = await db.request.findUniqueOrThrow({ where: { number } });
  const [events, clocks, audits] = await Promise.all([
    db.requestEvent.findMany({ where: { requestId: request.id }, orderBy: { sequence: 'asc' } }),
    db.deadlineEvent.findMany({ where: { requestId: request.id }, orderBy: [{ at: 'asc' }, { id: 'asc' }] }),
    db.auditRecord.findMany({ where: { subjectKind: 'request', subjectId: request.id }, orderBy: { at: 'asc' } }),
  ]);
  return {
    request,
    events: events.map(({ sequence, kind, actorId }) => `${sequence} ${kind} ${actorId ?? '-'}`),
    clocks: clocks.map(({ limit, kind, on }) => `${limit} ${kind} ${on}`),
    audits: audits.map(({ action, actorId }) => `${action} ${actorId ?? '-'}`),
  };
}
