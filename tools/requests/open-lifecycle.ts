/** The life of an open request of a citizen, a legal person or another organisation (Art. 24). */
import { type Lifecycle, unanswered } from './lifecycle.ts';

export const openLifecycle: Lifecycle = {
  kind: 'open',
  answerLimit: 'open-answer',
  provisionLimit: null,
  table: {
    submitted: { from: ['draft'], to: 'submitted', by: 'requester', article: '第二十四条第二款' },
    access_given: { from: ['submitted'], to: 'provided', by: 'assistant', article: '第二十四条第一款' },
    supplement_asked: { from: ['submitted'], to: 'supplement_asked', by: 'provider', article: null, once: true },
    supplied: { from: ['supplement_asked'], to: 'supplied', by: 'requester', article: null },
    approved: { from: unanswered, to: 'approved', by: 'provider', article: '第二十四条第二款' },
    refused: { from: ['submitted', 'supplied'], to: 'refused', by: 'provider', article: '第二十四条第二款' },
    provided: { from: ['approved'], to: 'provided', by: 'provider', article: '第二十四条第一款' },
    closed: { from: ['provided', 'refused'], to: 'closed', by: 'requester', article: null },
    withdrawn: { from: unanswered, to: 'withdrawn', by: 'requester', article: null },
    coordination_asked: { from: unanswered, to: 'same', by: 'requester', article: '第六条第二款', once: true },
    /** No law lets the clock stand still or begin anew for it. The provider passes it on once, the bureau settles who it is for. */
    forwarded: { from: unanswered, to: 'same', by: 'provider', article: null, once: true },
    moved: { from: [...unanswered, 'approved'], to: 'same', by: 'bureau', article: '第六条第二款' },
  },
};
