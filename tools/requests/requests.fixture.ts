/** Three departments, the bureau, a citizen and a handful of catalog entries, for tests of requests on a real store. */
import type { Prisma } from '#prisma/generated/client.ts';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import type { Notice } from '#tools/notice.ts';
import type { Actor, ActorMembership } from '#tools/people/actor.ts';
import type { Refusal } from '#tools/refusal.ts';
import { runTool } from '#tools/run-tool.ts';
import type { AnyTool, Tool } from '#tools/tool.ts';
import type { z } from 'zod';

const created = new Date('2026-01-05T01:00:00Z');

const departments = [
  { id: 'jiaoyu', name: '长沙市教育局', shortNames: ['市教育局', '教育局'] },
  { id: 'minzheng', name: '长沙市民政局', shortNames: ['市民政局', '民政局'] },
  { id: 'zhujian', name: '长沙市住房和城乡建设局', shortNames: ['市住建局', '住建局'] },
  { id: 'shuju', name: '长沙市数据资源管理局', shortNames: ['市数据资源局'], kind: 'bureau' as const },
];
/** `double` works for both sides. */
const people = {
  li: ['officer:jiaoyu'],
  xiao: ['officer:jiaoyu'],
  wang: ['lead:jiaoyu'],
  liu: ['officer:minzheng'],
  he: ['officer:minzheng'],
  chen: ['lead:minzheng'],
  tan: ['officer:zhujian'],
  double: ['officer:jiaoyu', 'officer:minzheng'],
  zhou: ['bureau:shuju'],
  citizen: ['public:'],
} as const;
export type PersonId = keyof typeof people;

type Version = Omit<Prisma.CatalogVersionUncheckedCreateInput, 'entryId' | 'number' | 'state' | 'createdAt' | 'items'>;
interface Entry extends Version {
  readonly departmentId: string;
  readonly items: readonly (string | readonly [name: string, personal: true])[];
}

const entries: Readonly<Record<string, Entry>> = {
  marriage: {
    departmentId: 'minzheng',
    name: '婚姻登记信息',
    sharingType: 'conditional',
    sharingBasis: '仅限行政审批核验使用',
    sharingMethods: ['result_verification', 'service_call'],
    openingType: 'withheld',
    openingBasis: '涉及个人隐私',
    items: [['男方姓名', true], ['女方姓名', true], '登记类别', '登记日期'],
  },
  homes: {
    departmentId: 'minzheng',
    name: '养老机构信息',
    sharingType: 'unconditional',
    access: '平台接口 /api/yanglao,授权码向平台申请',
    openingType: 'conditional',
    openingBasis: '用途正当',
    openingMethods: ['authorised_use', 'query', 'desensitised'],
    items: ['机构名称', '床位数', ['负责人姓名', true], ['负责人电话', true]],
  },
  adoption: {
    departmentId: 'minzheng',
    name: '收养登记信息',
    sharingType: 'withheld',
    sharingBasis: '《中华人民共和国民法典》第一千一百一十条',
    openingType: 'withheld',
    items: ['收养人姓名'],
  },
  schools: {
    departmentId: 'jiaoyu',
    name: '学校基本信息',
    sharingType: 'conditional',
    openingType: 'unconditional',
    access: '开放平台下载',
    items: ['学校名称', '地址'],
  },
};

export class RequestCity {
  readonly store: Store;
  readonly told: Notice[] = [];
  clock = new Date('2026-03-02T01:00:00Z');
  #keys = 0;

  private constructor(store: Store) {
    this.store = store;
  }

  static async open(): Promise<RequestCity> {
    const store = await freshStore();
    const { db } = store;
    await db.department.createMany({ data: departments.map((one) => ({ ...one, createdAt: created })) });
    await db.person.createMany({
      data: Object.keys(people).map((id) => ({ id, name: `${id}同志`, createdAt: created })),
    });
    await db.membership.createMany({
      data: Object.keys(people).flatMap((personId) =>
        membershipsOf(personId as PersonId).map(({ role, departmentId }) => ({
          personId,
          role,
          departmentId,
          since: created,
        })),
      ),
    });
    for (const [id, { departmentId, items, ...version }] of Object.entries(entries))
      await db.catalogEntry.create({
        data: {
          id,
          departmentId,
          kind: 'data',
          createdAt: created,
          versions: {
            create: {
              ...version,
              id: `${id}-v1`,
              number: 1,
              state: 'published',
              createdAt: created,
              items: {
                create: items.map((item, index) => ({
                  position: index + 1,
                  name: typeof item === 'string' ? item : item[0],
                  personal: typeof item !== 'string',
                })),
              },
            },
          },
        },
      });
    return new RequestCity(store);
  }

  /** Local time of the city, e.g. 2026-03-02 or 2026-03-02T15:30. */
  at(time: string): this {
    this.clock = new Date(`${time.length > 10 ? time : `${time}T09:00`}:00+08:00`);
    return this;
  }

  actor(id: PersonId): Actor {
    return { personId: id, name: `${id}同志`, memberships: membershipsOf(id), channel: 'test', channelUserId: id };
  }

  async run<I extends z.ZodObject, O>(who: PersonId, tool: Tool<I, O>, input: z.input<I>, key?: string): Promise<O> {
    const outcome = await this.attempt(who, tool, input, key);
    if (outcome.kind === 'done') return outcome.output;
    if (outcome.kind === 'refused') throw outcome.refusal;
    throw new Error(JSON.stringify(outcome.issues));
  }

  attempt<I extends z.ZodObject, O>(who: PersonId, tool: Tool<I, O>, input: unknown, key?: string) {
    return runTool(tool, input, {
      store: this.store,
      actor: this.actor(who),
      now: this.clock,
      idempotencyKey: tool.effect === 'reads' ? null : (key ?? `key-${++this.#keys}`),
      within: (_db, _output, notices) => Promise.resolve(void this.told.push(...notices)),
    });
  }

  /** The code of the refusal it must end in. */
  async refusal(who: PersonId, tool: AnyTool, input: unknown): Promise<Refusal> {
    const outcome = await this.attempt(who, tool, input);
    if (outcome.kind !== 'refused') throw new Error(`not refused: ${JSON.stringify(outcome)}`);
    return outcome.refusal;
  }

  /** What stands in the database about a request. */
  async rows(id: string) {
    const [request, events, clocks, audits] = await Promise.all([
      this.store.db.request.findUniqueOrThrow({ where: { id } }),
      this.store.db.requestEvent.findMany({ where: { requestId: id }, orderBy: { sequence: 'asc' } }),
      this.store.db.deadlineEvent.findMany({ where: { requestId: id }, orderBy: [{ at: 'asc' }, { id: 'asc' }] }),
      this.store.db.auditRecord.findMany({ where: { subjectKind: 'request', subjectId: id }, orderBy: { at: 'asc' } }),
    ]);
    return {
      request,
      events: events.map(({ sequence, kind, actorId }) => `${sequence} ${kind} ${actorId ?? '-'}`),
      clocks: clocks.map(({ limit, kind, on }) => `${limit} ${kind} ${on}`),
      audits: audits.map(({ action, actorId, article }) => `${action} ${actorId ?? '-'} ${article ?? '-'}`),
    };
  }
}

function membershipsOf(id: PersonId): readonly ActorMembership[] {
  return people[id].map((held) => {
    const [role = '', departmentId = ''] = held.split(':');
    return {
      role: role as ActorMembership['role'],
      departmentId: departmentId === '' ? null : departmentId,
      departmentName: departments.find((one) => one.id === departmentId)?.name ?? null,
    };
  });
}

export const wantedMarriage = {
  entryId: 'marriage',
  departmentId: 'jiaoyu',
  scenario: '随迁子女入学监护关系核验',
  businessScope: '2026年秋季入学申请人的监护人',
  legalBasis: '《中华人民共和国义务教育法》第十二条',
  items: ['登记类别', '登记日期'],
  method: 'result_verification' as const,
  termUntil: '2026-12-31',
};
