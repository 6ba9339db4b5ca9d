/** A conversation core for tests of the page: realistic answers with quotes taken from the regulation itself, by keyword. */
import type { Core, Inbound, Reply } from '#bot/channels/channel-port.ts';
import { answerReply } from '#bot/delivery/plain-text.ts';
import type { Answer, Proof } from '#knowledge/answers/answer.ts';
import type { ClausePlace } from '#knowledge/corpus/clause-text.ts';
import { clauseText } from '#knowledge/corpus/clause-text.ts';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';

const [regulation] = loadRegulations();
if (!regulation) throw new Error('there is no regulation');
const { id, title } = regulation;

function proof(place: ClausePlace, pattern = /[^]+/): Proof {
  const quote = regulation && pattern.exec(clauseText(regulation, place) ?? '')?.[0];
  if (!quote) throw new Error(`no such words in ${JSON.stringify(place)}`);
  const { article, paragraph, item } = place;
  return { regulation: id, title, article, quote, ...(paragraph && { paragraph }), ...(item && { item }) };
}

const ask = (...questions: readonly string[]): Answer['nextSteps'] =>
  questions.map((question) => ({ title: question, say: question }));
const nothing: Answer = { outcome: 'answered', text: '', proofs: [], nearest: [], notes: [], nextSteps: [] };

const greeting: Answer = {
  ...nothing,
  outcome: 'smalltalk',
  text: '您好，我是政数助手。共享、开放、编目、归集、安全方面的规定都可以直接问，每个回答都附条文原文。',
  nextSteps: ask('共享申请几天内要答复？', '数据安全工作包括哪些内容？', '逾期不答复罚多少钱？', '哪些数据不予共享？'),
};

const answers: readonly (readonly [keyword: string, answer: Answer])[] = [
  [
    '几天内',
    {
      ...nothing,
      text: '10 个工作日内答复。不同意的，要给出充足的理由和依据。',
      proofs: [proof({ article: 22, paragraph: 2 }, /[^。]*10个工作日[^。]*。/)],
      notes: [
        {
          kind: 'higher_law',
          text: '《政务数据共享条例》第二十一条：有条件共享的 10 个工作日内答复，经同意可以延长，延长最多 10 个工作日；属于无条件共享的 1 个工作日内答复。',
        },
      ],
      nextSteps: ask('不同意要说明哪些理由？', '从哪天开始算？', '提交申请要写什么？'),
    },
  ],
  [
    '安全工作',
    {
      ...nothing,
      text: `数据安全工作包括九项：\n${clauseText(regulation, { article: 32 })?.split('\n').slice(1).join('\n') ?? ''}`,
      proofs: [proof({ article: 32, paragraph: 1 })],
      nextSteps: ask('谁负责数据安全？'),
    },
  ],
  [
    '罚',
    {
      ...nothing,
      outcome: 'not_covered',
      text: '办法没有规定罚款。逾期不答复的后果，办法里最接近的是责令改正和处分。',
      nearest: [proof({ article: 38, paragraph: 1 }, /[^:]+:/), proof({ article: 37, paragraph: 2 })],
      notes: [{ kind: 'contact', text: '具体怎样处理，可以向市数据资源局询问。' }],
      nextSteps: ask('哪些行为会被责令改正？'),
    },
  ],
  [
    '到期',
    {
      ...nothing,
      outcome: 'partly_answered',
      text: '办法有效期 5 年；到期以后适用什么，办法没有写。',
      proofs: [proof({ article: 41 })],
      notes: [
        { kind: 'understood_as', text: '按“这个办法什么时候到期，到期之后怎么办”理解' },
        { kind: 'expiry', text: '办法的最后一天是 2027 年 1 月 31 日，之后请先确认是否有新的规定。' },
      ],
    },
  ],
  ['天气', { ...nothing, outcome: 'out_of_scope', text: '天气不在我能回答的范围内。我只回答政务数据管理方面的问题。' }],
];

const card: Reply = {
  text: '请核对后确认：\n名称：校园体育场地开放信息\n提供部门：市教育局',
  card: {
    title: '确认登记这条数据目录',
    facts: [
      { label: '名称', value: '校园体育场地开放信息' },
      { label: '提供部门', value: '市教育局' },
      { label: '更新周期', value: '每季度' },
      { label: '共享类型', value: '无条件共享' },
    ],
    body: '确认后报市数据资源局备案；确认前随时可以修改任何一项。',
  },
  actions: [
    { id: 'confirm', title: '确认提交' },
    { id: 'change', title: '修改' },
  ],
};

export class AnswerCore implements Core {
  /** What reached the core, in order; joins left out. */
  readonly seen: Inbound[] = [];
  readonly #held: (() => void)[] = [];

  async handle(inbound: Inbound): Promise<readonly Reply[]> {
    if (inbound.kind === 'join') return [answerReply(greeting)];
    this.seen.push(inbound);
    if (inbound.kind === 'action') return [{ text: `已收到:${inbound.action?.id ?? ''}`, actions: [] }];
    if (inbound.text.includes('慢慢来')) await new Promise<void>((resolve) => this.#held.push(resolve));
    if (inbound.text.includes('出错')) throw new Error('broken on purpose');
    if (inbound.text.includes('登记')) return [card];
    const answer = answers.find(([keyword]) => inbound.text.includes(keyword))?.[1];
    return [answer ? answerReply(answer) : { text: `您说的是:${inbound.text}`, actions: [] }];
  }

  /** Lets the turns that were asked to take their time end. */
  release(): void {
    for (const go of this.#held.splice(0)) go();
  }
}
