/** The life of a share request (Arts. 21, 22), with the supplements of the State Council's regulation on sharing. */
import { type Lifecycle, unanswered } from './lifecycle.ts';

const supplement = '《政务数据共享条例》第二十一条第二款';
/** Only the State Council's regulation gives an extension, with the bureau's consent. */
const extension = '《政务数据共享条例》第二十一条第一款';

export const shareLifecycle: Lifecycle = {
  kind: 'share',
  answerLimit: 'share-answer',
  provisionLimit: 'share-provision',
  table: {
    submitted: { from: ['draft'], to: 'submitted', by: 'requester', article: '第二十一条第三款' },
    /** Unconditional: nobody approves, access is given at once. */
    access_given: { from: ['submitted'], to: 'provided', by: 'assistant', article: '第二十二条第一款' },
    supplement_asked: {
      from: ['submitted'],
      to: 'supplement_asked',
      by: 'provider',
      article: supplement,
      once: true,
    },
    supplied: { from: ['supplement_asked'], to: 'supplied', by: 'requester', article: supplement },
    /** The provider need not wait for supplements to say yes. */
    approved: { from: unanswered, to: 'approved', by: 'provider', article: '第二十二条第二款' },
    /** What is missing must not be a refusal while it has been asked for and is awaited. */
    refused: { from: ['submitted', 'supplied'], to: 'refused', by: 'provider', article: '第二十二条第二款' },
    provided: { from: ['approved'], to: 'provided', by: 'provider', article: '第二十二条第四款' },
    closed: { from: ['provided', 'refused'], to: 'closed', by: 'requester', article: null },
    withdrawn: { from: unanswered, to: 'withdrawn', by: 'requester', article: null },
    coordination_asked: { from: unanswered, to: 'same', by: 'requester', article: '第六条第二款', once: true },
    extension_asked: { from: unanswered, to: 'same', by: 'provider', article: extension, once: true },
    extended: { from: unanswered, to: 'same', by: 'bureau', article: extension, decides: 'extension_asked' },
    extension_refused: { from: unanswered, to: 'same', by: 'bureau', article: extension, decides: 'extension_asked' },
    /** No law lets the clock stand still or begin anew for it. The provider passes it on once, the bureau settles who it is for. */
    forwarded: { from: unanswered, to: 'same', by: 'provider', article: null, once: true },
    moved: { from: [...unanswered, 'approved'], to: 'same', by: 'bureau', article: '第六条第二款' },
  },
};
