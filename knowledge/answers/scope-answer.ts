/** Answers what is no question on the regulation: small talk, other laws and places, tricks, overreach, other matters. */
import type { Intent, IntentCandidate } from '#knowledge/query/intent.ts';
import type { Answer, NextStep } from './answer.ts';
import type { Judged } from './answer-one.ts';
import { plainAnswer } from './plain-answer.ts';
import { wording } from './wording.ts';

/** From this score on a sign of something else is believed, unless the guide knows the very question. */
const SURE = 0.5;
/** In a conversation about the regulation a weaker sign is not believed. */
const SURE_IN_TALK = 0.8;
/** A sign this strong, another law or place by name, is believed whatever the guide knows. */
const FIRM = 0.8;
/** A known question this alike outweighs any sign. */
const KNOWN = 0.82;
const KNOWN_IN_OTHER_WORDS = 0.4;
/** Below this the guide's match is by chance, unless the words are of data work. */
const CHANCE = { best: 0.24, coverage: 0.34 } as const;
/** From here on the words are of data work. */
export const OF_DATA_WORK = 0.3;

/** Things to say next, for one who does not know what to ask. */
export const firstQuestions: readonly NextStep[] = [
  { title: '收到共享申请几天内答复', say: '收到有条件共享的申请，几个工作日内要答复？' },
  { title: '职能变了目录何时更新', say: '部门职能变化后，目录要在多久内更新？' },
  { title: '三张清单是哪三张', say: '三张清单是哪三张，多久更新一次？' },
];

function smalltalk(kind: string): Answer {
  switch (kind) {
    case 'thanks':
    case 'praise':
      return plainAnswer('smalltalk', wording.thanks);
    case 'bye':
      return plainAnswer('smalltalk', wording.bye);
    case 'help':
    case 'identity':
      return plainAnswer('smalltalk', wording.help, firstQuestions);
    case 'complaint':
      return plainAnswer('smalltalk', wording.complaint, firstQuestions);
    default:
      return plainAnswer('smalltalk', wording.greeting, firstQuestions);
  }
}

function worded({ kind, outcome, subject }: IntentCandidate): Answer {
  if (outcome === 'smalltalk') return smalltalk(kind);
  if (outcome === 'not_permitted') return plainAnswer('not_permitted', wording.notPermitted);
  if (kind === 'injection') return plainAnswer('out_of_scope', wording.injection);
  if (kind === 'other_law' && subject !== undefined)
    return plainAnswer('out_of_scope', wording.otherLaw(subject.replace(/[《》]/g, '')));
  if (kind === 'other_place' && subject !== undefined) return plainAnswer('out_of_scope', wording.otherPlace(subject));
  return plainAnswer('out_of_scope', wording.outOfScope, firstQuestions);
}

/**
 * @param best the guide's judgement of the message as a whole; null when nothing came near
 * @param follows something was asked before, so that the message's own words need not show what it is about
 * @returns null when the message is to be answered from the regulation
 */
export function scopeAnswer({ candidates, domain }: Intent, best: Judged | null, follows: boolean): Answer | null {
  const [sign] = candidates;
  // That no word of data work occurs is a guess; a question so like a known one is about it in other words.
  const enough = sign?.kind === 'unrelated' ? KNOWN_IN_OTHER_WORDS : KNOWN;
  const known = best !== null && best.best >= enough;
  const needed = follows && best !== null && best.best >= CHANCE.best ? SURE_IN_TALK : SURE;
  const chance = best === null || (best.best < CHANCE.best && best.coverage < CHANCE.coverage);
  const believed = sign && sign.score >= needed && (!known || sign.score >= FIRM);
  if (believed) return worded(sign);
  if (domain >= OF_DATA_WORK || (follows && best !== null && best.best >= CHANCE.best)) return null;
  return chance ? worded(sign ?? { kind: 'other', outcome: 'out_of_scope', score: 0, reason: '' }) : null;
}
