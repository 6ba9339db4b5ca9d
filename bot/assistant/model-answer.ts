/**
 * Answers worded by a model: the likely clauses go as tokens, sentences come back with the tokens they rest on, and every
 * one of them passes the same proof check as our own; what fails is replaced by the clause, what used no token is dropped.
 */
import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { tool as langchainTool } from 'langchain';
import type { Ask } from '#bot/dialogue/parts.ts';
import type { Answer, Proof } from '#knowledge/answers/answer.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import { checkAnswer } from '#knowledge/proof/check-answer.ts';
import type { Store } from '#prisma/store.ts';
import { type ModelAnswer, answerQuestionText, answerRules, modelAnswerSchema } from './answer-prompt.ts';
import { type TokenedClause, tokened } from './clause-tokens.ts';
import { Mask } from './mask.ts';
import type { ModelGate, ModelHands } from './model-gate.ts';
import { hideRosterNames } from './roster-names.ts';
import { Declined, Nonsense } from './why-nothing.ts';
import { wording } from './wording.ts';

const mostClauses = 10;
const mostTries = 3;
const longestQuestion = 1_000;

export interface ModelAnswerParts {
  /** The answer without a model; it stands whenever the model gives nothing better. */
  readonly ask: Ask;
  /** Whether the clock answers it: its count is no matter of wording. */
  readonly isDated: (question: string, context: Parameters<Ask>[1]) => Promise<boolean>;
  /** The clauses a question may be about. */
  readonly clauses: (question: string, most: number) => Promise<readonly Proof[]>;
  readonly regulations: readonly Regulation[];
  readonly gate: ModelGate;
  readonly store: Pick<Store, 'db'>;
  /** Whether the model may say that what ours found not covered is covered, or the other way round. */
  readonly judges: boolean;
  readonly random: () => number;
}

export function createModelAnswer(parts: ModelAnswerParts): Ask {
  return async (question, context) => {
    const own = await parts.ask(question, context);
    if (!mayBeWorded(own, parts.judges) || question.length > longestQuestion) return own;
    if (await parts.isDated(question, context)) return own;
    const { actor, now } = context;
    const asked = [...context.previous.slice(-2), question].join('\n');
    const clauses = tokened(withOwn(own, await parts.clauses(asked, mostClauses)), parts.random);
    const mask = new Mask();
    await hideRosterNames(mask, asked, parts.store);
    const text = answerQuestionText(mask.hide(asked).text, clauses);
    const result = await parts.gate.ask({ purpose: 'answer', actor, now }, (hands) => worded(text, clauses, hands));
    if (result.kind === 'nothing') return noted(own, wording.withoutModel(result.why));
    return checked(result.value, { own, question, clauses, mask, parts });
  };
}

/** Talk, and what is outside, needs no clause. */
function mayBeWorded({ outcome, proofs }: Answer, judges: boolean): boolean {
  if (outcome === 'not_covered') return judges;
  return (outcome === 'answered' || outcome === 'partly_answered') && proofs.length > 0;
}

/** What our own answer rests on is always among what the model may use. */
function withOwn(own: Answer, likely: readonly Proof[]): readonly Proof[] {
  const others = likely.filter(({ quote }) => !own.proofs.some((proof) => quote.includes(proof.quote)));
  const whole = own.proofs.map((proof) => likely.find(({ quote }) => quote.includes(proof.quote)) ?? proof);
  return [...new Set([...whole, ...others])].slice(0, mostClauses);
}

async function worded(text: string, clauses: readonly TokenedClause[], hands: ModelHands): Promise<ModelAnswer> {
  const answering = langchainTool(() => '', {
    name: 'answer',
    description: '给出依据资料的答复',
    schema: modelAnswerSchema,
  });
  const model = hands.model.bindTools([answering], { tool_choice: 'answer' });
  const messages = [new SystemMessage(answerRules), new HumanMessage(text)];
  const known = new Set(clauses.map(({ token }) => token));
  for (let tries = 1; ; tries += 1) {
    const said = await model.invoke(messages, hands.config);
    if (typeof said.additional_kwargs['refusal'] === 'string') throw new Declined();
    const read = modelAnswerSchema.safeParse(said.tool_calls?.find(({ name }) => name === 'answer')?.args);
    const used = read.success ? read.data.sentences.filter(({ tokens }) => tokens.some((one) => known.has(one))) : [];
    if (read.success && (used.length > 0 || read.data.outcome === 'not_covered'))
      return { ...read.data, sentences: used };
    // An answer that names no clause it was given is thrown away.
    if (tries >= mostTries) throw new Nonsense('no sentence rests on a clause');
    messages.push(new HumanMessage('上一次没有按格式给出带资料代号的句子,请重新调用 answer 工具。'));
  }
}

interface Checking {
  readonly own: Answer;
  readonly question: string;
  readonly clauses: readonly TokenedClause[];
  readonly mask: Mask;
  readonly parts: ModelAnswerParts;
}

function checked(said: ModelAnswer, { own, question, clauses, mask, parts }: Checking): Answer {
  const { regulations, judges } = parts;
  if (said.outcome === 'not_covered') return own;
  if (own.outcome === 'not_covered' && !judges) return own;
  const tokens = new Set(said.sentences.flatMap((sentence) => sentence.tokens));
  const proofs = clauses.filter(({ token }) => tokens.has(token)).map(({ proof }) => finest(proof, own));
  const text = mask.restore(said.sentences.map(({ text: one }) => (/[。;!?]$/u.test(one) ? one : `${one}。`)).join(''));
  const candidate: Answer = { ...own, outcome: said.outcome, text, proofs, nearest: [] };
  const { answer } = checkAnswer(candidate, { regulations, question });
  // Nothing of it could be proved: ours stands.
  if (answer.outcome === 'error') return own;
  return noted(answer, wording.withModel);
}

/** Our own answer quotes the part of a clause that matters. */
function finest(proof: Proof, own: Answer): Proof {
  return own.proofs.find(({ quote }) => proof.quote.includes(quote)) ?? proof;
}

function noted(answer: Answer, text: string): Answer {
  return { ...answer, notes: [...answer.notes, { kind: 'mode', text }] };
}
