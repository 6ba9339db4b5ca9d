/** 到哪一步了: where a request stands, what was asked for, which day is the last and why. */
import { z } from 'zod';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import { receiptCard } from '#tools/deadlines/receipt-card.ts';
import { defineTool } from '#tools/tool.ts';
import { cityCalendar } from './city-calendar.ts';
import { eventName } from './event-kinds.ts';
import { mayRead } from './may-read.ts';
import { furtherSteps } from './next-steps.ts';
import { runningClock } from './request-clock.ts';
import { requestField } from './request-field.ts';
import { requestResult, resultOf, sideOfActor } from './request-result.ts';
import { loadRequest } from './request-row.ts';
import { askedFor } from './request-words.ts';

/** The running clock's receipt, as a card and as text to be passed on. */
const receiptSchema = z.object({
  title: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  body: z.string(),
  text: z.string(),
});

export const showRequest = defineTool({
  name: 'show-request',
  title: '查看申请进展',
  purpose: '查看一件共享、开放或者校核申请到哪一步了、期限是哪天、接下来谁来办。',
  effect: 'reads',
  article: null,
  input: z.object({ requestId: requestField('any', '查看哪一件申请?') }),
  output: requestResult.extend({ receipt: receiptSchema.nullable() }),
  permits: { officer: 'own', lead: 'own', bureau: 'any', public: 'own' },
  says: [
    '到|进行到 哪一步|哪步|什么程度|哪儿了|哪里了',
    '申请|事情|件事 进展|进度|状态|怎么样了|办得怎么样|有结果',
    '查看|看看|查 申请',
  ],
  touches: ({ requestId }, context) => mayRead(requestId, context),
  async run({ requestId }, context) {
    const { db, now } = context;
    const row = await loadRequest(db, requestId);
    const calendar = await cityCalendar(db);
    const clock = runningClock(row, { calendar, now });
    const result = await resultOf(row, context);
    const history = row.events.map(({ at, kind, actor, department }) => {
      const who = [department?.name, actor?.name].filter(Boolean).join(' ');
      return `${printDay(changshaDay(at))} ${eventName(kind)}${who === '' ? '' : `(${who})`}`;
    });
    const details = ['', ...askedFor(row).map(([label, value]) => `${label}:${value}`), '', '经过:', ...history];
    const further = furtherSteps(row, sideOfActor(row, context.actor), result.overdue);
    const offers = [...result.offers, ...further.map((offer) => ({ ...offer, fields: { ...offer.fields } }))];
    const receipt = clock && receiptCard(clock, calendar);
    return {
      ...result,
      offers,
      receipt: receipt && receiptSchema.parse(receipt),
      text: [result.text, ...details].join('\n'),
    };
  },
});
