/** The life of a correction request (校核) on data received by sharing; the clause is the State Council's, the city has none. */
import { type Lifecycle, unanswered } from './lifecycle.ts';

const article = '《政务数据共享条例》第二十六条第二款';

export const correctionLifecycle: Lifecycle = {
  kind: 'correction',
  answerLimit: 'correction',
  provisionLimit: null,
  table: {
    submitted: { from: ['draft'], to: 'submitted', by: 'requester', article },
    supplement_asked: { from: ['submitted'], to: 'supplement_asked', by: 'provider', article: null, once: true },
    supplied: { from: ['supplement_asked'], to: 'supplied', by: 'requester', article: null },
    /** Corrected: what was wrong is put right, so there is nothing left to provide. */
    approved: { from: unanswered, to: 'approved', by: 'provider', article },
    /** Found to be right as it is. */
    refused: { from: ['submitted', 'supplied'], to: 'refused', by: 'provider', article },
    closed: { from: ['approved', 'refused'], to: 'closed', by: 'requester', article: null },
    withdrawn: { from: unanswered, to: 'withdrawn', by: 'requester', article: null },
    coordination_asked: { from: unanswered, to: 'same', by: 'requester', article: '第六条第二款', once: true },
    /** No law lets the clock stand still or begin anew for it. The provider passes it on once, the bureau settles who it is for. */
    forwarded: { from: unanswered, to: 'same', by: 'provider', article: null, once: true },
    moved: { from: unanswered, to: 'same', by: 'bureau', article: '第六条第二款' },
  },
};
