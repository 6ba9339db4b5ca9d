/** A small city and people who chat in it, for transcripts: the real way in, the real store, nothing in between. */
import { inject } from 'vitest';
import { underModel } from '#bot/assistant/transcript-model.fixture.ts';
import type { Reply } from '#bot/channels/channel-port.ts';
import type { Services } from '#bot/channels/channel.ts';
import { Courier } from '#bot/delivery/courier.ts';
import { plainText } from '#bot/delivery/plain-text.ts';
import { silentLog } from '#bot/log.ts';
import { createServices } from '#bot/services.ts';
import type { Answer } from '#knowledge/answers/answer.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import type { Store } from '#prisma/store.ts';
import { freshStore } from '#prisma/test-store.ts';
import type { AnyTool } from '#tools/tool.ts';
import { createClauseSource } from './clause-source.ts';
import { createDialogue } from './dialogue.ts';
import { contentSchema } from './draft.ts';
import { fileEntry, findEntries, openCampaign, withdrawEntry } from './filing.fixture.ts';
import { speaksOfRules } from './lexical/rule-language.ts';
import { createLexicalUnderstanding } from './lexical/lexical-understanding.ts';
import { presenter } from './present/presenter.ts';
import { presenters } from './present/presenters.ts';
import type { Understanding } from './understanding.ts';

export const monday = new Date('2026-03-02T01:00:00Z');

const city = [
  { id: 'jiaoyu', name: '长沙市教育局', shortNames: ['市教育局', '教育局'] },
  { id: 'minzheng', name: '长沙市民政局', shortNames: ['市民政局', '民政局'] },
  { id: 'ziran', name: '长沙市自然资源和规划局', shortNames: ['市资规局', '资规局'] },
  { id: 'yl-jiaoyu', name: '长沙市岳麓区教育局', shortNames: ['岳麓区教育局', '区教育局'] },
  { id: 'kf-jiaoyu', name: '长沙市开福区教育局', shortNames: ['开福区教育局', '区教育局'] },
  { id: 'shuju', name: '长沙市数据资源管理局', shortNames: ['市数据资源局', '数据局'], kind: 'bureau' as const },
];
const people = [
  { id: 'li', name: '李明轩', departmentId: 'jiaoyu', role: 'officer' as const },
  { id: 'xiao', name: '肖雅琪', departmentId: 'jiaoyu', role: 'officer' as const },
  { id: 'wang', name: '王晓春', departmentId: 'jiaoyu', role: 'lead' as const },
  { id: 'liu', name: '刘思敏', departmentId: 'minzheng', role: 'officer' as const },
  { id: 'zhou', name: '周启明', departmentId: 'shuju', role: 'bureau' as const },
];

export class City {
  readonly store: Store;
  /** What the questions about the rules were, in order. */
  readonly asked: { question: string; previous: readonly string[] }[] = [];
  clock = monday;
  tools: readonly AnyTool[];
  #services: Services;
  #messages = 0;

  readonly #understanding: Understanding;
  readonly #closeModel: () => Promise<void>;

  private constructor(
    store: Store,
    tools: readonly AnyTool[],
    { understanding, close }: { readonly understanding: Understanding; readonly close: () => Promise<void> },
  ) {
    this.store = store;
    this.tools = tools;
    this.#understanding = understanding;
    this.#closeModel = close;
    this.#services = this.newProcess();
  }

  static async open(tools: readonly AnyTool[] = [fileEntry, withdrawEntry, openCampaign, findEntries]): Promise<City> {
    const store = await freshStore();
    await store.db.department.createMany({ data: city.map((one) => ({ ...one, createdAt: monday })) });
    for (const { departmentId, role, ...person } of people) {
      await store.db.person.create({
        data: {
          ...person,
          createdAt: monday,
          memberships: { create: { departmentId, role, since: monday } },
          identities: { create: { channel: 'test', userId: person.id, boundBy: 'roster', boundAt: monday } },
        },
      });
    }
    const lexical = createLexicalUnderstanding({ ofRules: speaksOfRules(loadRegulations()) });
    const parts = { store, tools: (): readonly AnyTool[] => home.tools };
    const home: City = new City(store, tools, await underModel(inject('transcriptModel'), lexical, parts));
    return home;
  }

  /** As after a restart, or as a second replica. */
  newProcess(): Services {
    const courier = new Courier();
    const core = createDialogue({
      store: this.store,
      demo: true,
      tools: this.tools,
      presenters: [
        ...presenters,
        presenter(fileEntry, ({ output, repeated }) => [
          { text: repeated ? `已有:${output.name}` : `已提交:${output.name}`, actions: [] },
        ]),
        presenter(findEntries, ({ output }) => [
          { text: output.names.length === 0 ? '没有找到。' : `找到:${output.names.join('、')}`, actions: [] },
        ]),
      ].filter(({ tool }) => this.tools.includes(tool)),
      understanding: this.#understanding,
      ask: (question, { previous }) => {
        this.asked.push({ question, previous });
        return answered(`答:${question}`);
      },
      clauseOf: createClauseSource(loadRegulations()),
      courier,
      regulationTitle: '长沙市政务数据资源管理办法',
    });
    const services = createServices({
      store: this.store,
      core,
      courier,
      demo: true,
      log: silentLog(),
      now: () => this.clock,
      turnTimeoutMs: 30_000,
    });
    this.#services = services;
    return services;
  }

  restart(tools: readonly AnyTool[] = this.tools): void {
    this.tools = tools;
    this.newProcess();
  }

  later(days: number): void {
    this.clock = new Date(this.clock.getTime() + days * 86_400_000);
  }

  /** @param place another conversation of the same person */
  as(userId: string, place: string = userId): Speaker {
    return new Speaker(this, userId, place);
  }

  async send(
    { userId, place }: { userId: string; place: string },
    said: { text: string } | { press: string } | { join: true },
    { services = this.#services, messageId = `m${++this.#messages}` }: { services?: Services; messageId?: string } = {},
  ): Promise<readonly Reply[]> {
    const kind = 'text' in said ? 'text' : 'press' in said ? 'action' : 'join';
    const accepted = await services.ingress.accept({
      inbound: {
        channel: 'test',
        userId,
        conversationId: place,
        messageId,
        kind,
        text: 'text' in said ? said.text : '',
        ...('press' in said && { action: { id: said.press } }),
        at: this.clock,
      },
    });
    return (await accepted.replies).map(({ reply }) => reply);
  }

  /** What arrived in somebody's chat without their asking. */
  async told(place: string): Promise<readonly string[]> {
    const rows = await this.store.db.message.findMany({
      where: { conversation: { externalId: place }, direction: 'outbound', answers: null },
      orderBy: { sequence: 'asc' },
    });
    return rows.map(({ text }) => text);
  }

  async close(): Promise<void> {
    await this.#closeModel();
    await this.store.close();
  }
}

export class Speaker {
  readonly #city: City;
  readonly userId: string;
  readonly place: string;
  last: readonly Reply[] = [];

  constructor(home: City, userId: string, place: string) {
    this.#city = home;
    this.userId = userId;
    this.place = place;
  }

  async say(text: string, options?: Parameters<City['send']>[2]): Promise<string> {
    this.last = await this.#city.send(this, { text }, options);
    return this.words;
  }

  async join(): Promise<string> {
    this.last = await this.#city.send(this, { join: true });
    return this.words;
  }

  /** @param title of a button of the last replies, or an id */
  async press(title: string, options?: Parameters<City['send']>[2]): Promise<string> {
    this.last = await this.#city.send(this, { press: this.button(title) ?? title }, options);
    return this.words;
  }

  button(title: string): string | undefined {
    return this.last.flatMap(({ actions }) => actions).find((action) => action.title === title)?.id;
  }

  get words(): string {
    return this.last.map(plainText).join('\n');
  }
}

/** What a draft's row holds in its fields. */
export function valuesOf(draft: { readonly fields: unknown } | null | undefined): Readonly<Record<string, unknown>> {
  return contentSchema.parse(draft?.fields).values;
}

function answered(text: string): Answer {
  return { outcome: 'answered', text, proofs: [], nearest: [], notes: [], nextSteps: [] };
}
