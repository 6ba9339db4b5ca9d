/** A small conversation core for tests of the channels: it repeats, offers buttons, and breaks or stalls when asked to. */
import type { Core, Inbound, Reply } from '#bot/channels/channel-port.ts';

export class EchoCore implements Core {
  /** What reached the core, in order. */
  readonly seen: Inbound[] = [];
  /** How many turns ran at the same time at most, by conversation and over all. */
  mostAtOnce = { inOneConversation: 0, overall: 0 };
  readonly #running = new Map<string, number>();
  readonly #held: (() => void)[] = [];

  async handle(inbound: Inbound): Promise<readonly Reply[]> {
    this.seen.push(inbound);
    const running = (this.#running.get(inbound.conversationId) ?? 0) + 1;
    this.#running.set(inbound.conversationId, running);
    const overall = [...this.#running.values()].reduce((sum, count) => sum + count, 0);
    this.mostAtOnce = {
      inOneConversation: Math.max(this.mostAtOnce.inOneConversation, running),
      overall: Math.max(this.mostAtOnce.overall, overall),
    };
    try {
      if (inbound.text === '慢慢来') await new Promise<void>((resolve) => this.#held.push(resolve));
      return reply(inbound);
    } finally {
      this.#running.set(inbound.conversationId, (this.#running.get(inbound.conversationId) ?? 1) - 1);
    }
  }

  /** Lets the turns that were asked to take their time end. */
  release(): void {
    for (const go of this.#held.splice(0)) go();
  }
}

function reply(inbound: Inbound): readonly Reply[] {
  if (inbound.kind === 'join') return [{ text: '您好,请直接提问。', actions: [] }];
  if (inbound.kind === 'action') {
    const value = inbound.action?.value ? ` ${JSON.stringify(inbound.action.value)}` : '';
    return [{ text: `按了:${inbound.action?.id}${value}`, actions: [] }];
  }
  if (inbound.text === '出错') throw new Error('broken on purpose, password=hunter2');
  if (inbound.text === '选择') {
    return [
      {
        text: '请选择:',
        actions: [
          { id: 'confirm', title: '确认提交' },
          { id: 'change', title: '修改' },
        ],
      },
    ];
  }
  return [{ text: `收到:${inbound.text}`, actions: [] }];
}
