/** The regulation answerer that needs no model: reads, splits and resolves the message, answers each question, and merges. */
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import { createIntentReader } from '#knowledge/query/intent.ts';
import { createFollowUpResolver } from '#knowledge/query/follow-up.ts';
import { createQueryReader, type ReadQuery } from '#knowledge/query/read-query.ts';
import { createQuestionSplitter } from '#knowledge/query/split-questions.ts';
import { createVagueReader } from '#knowledge/query/vague-message.ts';
import { createVocabulary } from '#knowledge/query/vocabulary.ts';
import { remembered } from '#knowledge/remembered.ts';
import type { Answer } from './answer.ts';
import { type AnswerParts, answerOne, type Judged } from './answer-one.ts';
import { type AnswerPartsOptions, createAnswerParts } from './answer-parts.ts';
import { chapterAnswer } from './chapter-answer.ts';
import { clarifyAnswer } from './clarify-answer.ts';
import { clauseAnswer } from './clause-answer.ts';
import { mergeAnswers } from './merge-answers.ts';
import { namedClause } from './named-clause.ts';
import { namedTitles } from './named-titles.ts';
import { plainAnswer } from './plain-answer.ts';
import { quotedWordsAnswer } from './quoted-words.ts';
import { OF_DATA_WORK, scopeAnswer } from './scope-answer.ts';
import { type JudgedPart, worthKeeping } from './worth-keeping.ts';
import { wording } from './wording.ts';

export interface AskContext {
  /** Earlier questions of the same conversation, oldest first. */
  readonly previous: readonly string[];
  readonly now: Date;
}

export interface Answerer {
  readonly answer: (question: string, context: AskContext) => Promise<Answer>;
  /** A message cleaned up: slips, pinyin, traditional characters and English put into simplified Chinese. */
  readonly read: (message: string) => string;
  readonly parts: AnswerParts;
}

/** Questions of one message that are answered one by one; more than that is a list nobody reads in a chat. */
const MOST_QUESTIONS = 5;

/** A message longer than this tells a story around its question. */
const STORY = 60;
/** Vague words that the guide knows as a question of its own are answered. */
const KNOWN_VAGUE = 0.7;
/** A question this like a known one needs no help from the one before. */
const KNOWN_ALONE = 0.5;

const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

function textsOf(regulations: readonly Regulation[]): string[] {
  return regulations.flatMap(({ articles }) =>
    articles.map(
      ({ title, paragraphs }) =>
        `${title ?? ''}${paragraphs.map(({ text, items }) => text + items.map((item) => item.text).join('')).join('')}`,
    ),
  );
}

/** 1.… 2.… become sentences of their own. */
function withoutNumbering(text: string): string {
  const mark = /(?:^|(?<=[^\d.]))([1-9])[.、)](?=\s*\p{Script=Han})/gu;
  return [...text.matchAll(mark)].length < 2 ? text : text.replace(mark, '。').replace(/^。/, '');
}

/** English words give way to the Chinese ones they stand for. */
function inChinese({ text, terms }: ReadQuery): string {
  return terms
    .toSorted((a, b) => b.from.length - a.from.length)
    .reduce((out, { from, term }) => out.replaceAll(from, term), text);
}

function certain(answer: Answer): Judged {
  return { answer, best: 1, score: 3, coverage: 1, topic: null, far: false };
}

export async function createAnswerer(
  regulations: readonly Regulation[],
  options: AnswerPartsOptions = { embedder: 'built-in' },
): Promise<Answerer> {
  const [main] = regulations;
  if (!main) throw new Error('no regulation is loaded');
  const parts = await createAnswerParts(regulations, options);
  const vocabulary = createVocabulary({ texts: textsOf(regulations) });
  const read = remembered(createQueryReader({ vocabulary }), (raw) => raw);
  const split = createQuestionSplitter({ vocabulary });
  const resolve = createFollowUpResolver({ vocabulary });
  const intentOf = createIntentReader({ vocabulary, ownTitles: regulations.map(({ title }) => title) });

  const typeOf = parts.typeOf;
  const sideBySide = (text: string): boolean => {
    const { shapes } = typeOf(text);
    return shapes[0] !== 'yes_no' && (shapes.includes('compare') || /各|分别|两条/.test(text));
  };
  const judgeAnew = async (text: string, context: string, now: Date): Promise<Judged | null> => {
    const chapter = chapterAnswer(main, text);
    if (chapter) return certain(chapter);
    const named = namedClause(text);
    const exists = named?.places.some(({ article }) => main.articles.some(({ number }) => number === article));
    if (named && (named.only || exists === false)) return certain(clauseAnswer(main, named.places));
    const quoted = named ? null : quotedWordsAnswer(main, text);
    if (quoted) return certain(quoted);
    const { domain } = intentOf({ text, folded: text, terms: [] });
    const places = named?.places ?? (sideBySide(text) ? namedTitles(main, text) : []);
    const one = await answerOne(parts, {
      text,
      context,
      places,
      ofDataWork: domain >= OF_DATA_WORK,
      day: dayOf(now),
    });
    if (!one) return named ? certain(clauseAnswer(main, named.places)) : null;
    // Clauses set side by side are all shown, and no others: by a point of the guide, or as they stand.
    const shown = [...new Set(one.answer.proofs.map(({ article }) => article))];
    const together =
      shown.every((article) => places.some((place) => place.article === article)) &&
      places.every(({ article }) => shown.includes(article));
    return places.length > 1 && sideBySide(text) && !together ? certain(clauseAnswer(main, places)) : one;
  };

  const judge = remembered(judgeAnew, (text, context, now) => JSON.stringify([text, context, dayOf(now)]));

  /** A question that leans on earlier ones is also tried by itself; the reading that the guide knows better wins. */
  const judgeFollowing = async (
    text: string,
    previous: readonly string[],
    context: string,
    now: Date,
  ): Promise<Judged | null> => {
    const resolved = resolve(text, previous);
    // Words that name nothing of the matter are about what was asked last.
    const bare = intentOf({ text, folded: text, terms: [] }).domain < OF_DATA_WORK;
    const last = previous.at(-1);
    const alone = await judge(text, context, now);
    if (!resolved.dependsOnPrevious) {
      const clear = alone !== null && alone.best >= KNOWN_ALONE;
      return bare && !clear && last !== undefined ? judge(text, last, now) : alone;
    }
    const leaning = await judge(resolved.text, context, now);
    if (!leaning) return alone;
    if (resolved.how === 'counting') return leaning;
    const knownAlone =
      alone !== null && alone.best > leaning.best && (alone.best > 0.75 || (alone.best > 0.6 && alone.coverage > 0.95));
    return knownAlone ? alone : leaning;
  };

  const isVague = createVagueReader();
  const isSmalltalk = (text: string): boolean =>
    intentOf({ text, folded: text, terms: [] }).candidates[0]?.outcome === 'smalltalk';

  /** Asks back where neither the message nor anything said before names what it is about. */
  const askBack = (text: string, earlier: readonly string[], whole: Judged | null): Answer | null => {
    const offers = isVague(text);
    if (offers === null || (whole !== null && whole.best >= KNOWN_VAGUE)) return null;
    const named = earlier.findLastIndex((one) => isVague(one) === null && !isSmalltalk(one));
    return named >= 0 ? null : clarifyAnswer(offers, earlier.filter((one) => !isSmalltalk(one)).length);
  };

  return {
    parts,
    read: (message) => inChinese(read(message)),
    answer: async (question, { previous, now }) => {
      const query = read(question);
      const text = inChinese(query);
      if (text === '') return plainAnswer('clarify', wording.empty);
      const earlier = previous.map((one) => inChinese(read(one)));
      const whole = await judgeFollowing(text, earlier, '', now);
      const intent = intentOf(query);
      const back = intent.candidates[0]?.outcome === 'smalltalk' ? null : askBack(text, earlier, whole);
      const beside = back ?? scopeAnswer(intent, whole, earlier.length > 0);
      if (beside) return beside;
      const { questions, context } = split(withoutNumbering(text));
      if (whole?.topic === null || (questions.length < 2 && context === ''))
        return whole?.answer ?? plainAnswer('out_of_scope', wording.outOfScope);
      const asked = [...earlier];
      const judged: (JudgedPart | null)[] = [];
      for (const one of questions.slice(0, MOST_QUESTIONS)) {
        const leans = questions.length > 1 && asked.length > 0;
        const part = leans ? await judgeFollowing(one, asked, context, now) : await judge(one, context, now);
        judged.push(part && { ...part, type: typeOf(one) });
        asked.push(one);
      }
      const marked = [...text.matchAll(/[?？]/g)].length > 1;
      const kept = worthKeeping(judged, marked ? null : whole, context !== '' || Array.from(text).length > STORY);
      return mergeAnswers(kept.map(({ answer }) => answer)) ?? plainAnswer('out_of_scope', wording.outOfScope);
    },
  };
}
