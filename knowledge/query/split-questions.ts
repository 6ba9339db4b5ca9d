/** Takes a message apart: the questions in it, each to be answered by itself, and the story around them. */
import { z } from 'zod';
import type { WantedKind } from '#knowledge/guide/guide.ts';
import { createMatterWords, theRegulation } from './matter-words.ts';
import { createQuestionTyper } from './question-type.ts';
import { readData } from './read-data.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface SplitMessage {
  /** In the order asked; the whole message where no single question can be made out. */
  readonly questions: readonly string[];
  /** What was told besides: the story, greetings and thanks left out. */
  readonly context: string;
}

const pattern = z.string().transform((source) => new RegExp(source, 'u'));
const schema = z.strictObject({
  pleasantry: pattern,
  connective: pattern,
  tag: pattern,
  continues: pattern,
  pointing: pattern,
  ends: pattern,
  starts: pattern,
  anew: pattern,
});

interface Clause {
  readonly text: string;
  /** A sentence ends here. */
  readonly closes: boolean;
}

const mostQuestions = 8;
/** A question shorter than this needs what stands before it to be understood. */
const shortQuestion = 8;
/** Longest telling kept in front of its question within one sentence, and behind it. */
const longestLead = 40;
const longestTail = 24;
/** Wants that a clause either meets or does not. */
const MEASURED: ReadonlySet<WantedKind> = new Set(['days', 'date', 'amount', 'number', 'form', 'contact', 'person']);
/** How far around a place a clause is looked at for a question ending and another beginning. */
const looked = 40;
const asking =
  /谁|什么|啥|哪|几|多少|多久|多长|怎|如何|咋|为何|[吗呢]|([一-龥])不\1|有没有|是否|能否|可否|可不可以|需不需要/u;
const listMark =
  /(?:^|(?<=[\s,。;!?…]))(?:\d{1,2}[.、)]|\(\d{1,2}\)|[一二三四五六七八九]、)(?!\d)|(?<=^|[\s,:。;!?…])(?:[一二三四]是|其[一二三])(?=.{4})/gu;

/** @returns a function from cleaned text (see read-query) to its questions. */
export function createQuestionSplitter({
  vocabulary,
}: {
  readonly vocabulary: Vocabulary;
}): (text: string) => SplitMessage {
  const rules = readData('split-questions.yaml', schema);
  const typeOf = createQuestionTyper();
  const matter = createMatterWords({ vocabulary });
  const asks = (clause: string): boolean => {
    if (/[呢?]$/u.test(clause)) return true;
    const [shape] = typeOf(clause).shapes;
    return shape !== 'statement' && (shape !== 'open' || /什么|啥|哪|怎|如何|介绍|讲讲|说说|解读/u.test(clause));
  };

  /** Says more of the question before it: it points back, or names no matter of its own. */
  const goesOn = (clause: string): boolean =>
    rules.continues.test(clause) ||
    /^(?:这|那|它|其)/u.test(clause) ||
    matter.topics(clause).every((word) => word === theRegulation);

  /** 要备份吗,多久备一次: the second asks for a measure that the first does not ask for. */
  const measures = (clause: string, before: readonly string[]): boolean => {
    if (rules.continues.test(clause)) return false;
    const wanted = new Set(typeOf(before.at(-1) ?? '').wants);
    return typeOf(clause).wants.some((want) => MEASURED.has(want) && !wanted.has(want));
  };

  /** A clause without marks may hold several questions: 答复要几天不同意怎么办谁负责备案. */
  const unglue = (clause: string): string[] => {
    const pieces: string[] = [];
    let from = 0;
    for (let at = 4; at <= clause.length - 3; at += 1) {
      const left = clause.slice(Math.max(from, at - looked), at);
      const right = clause.slice(at, at + looked);
      const pause = clause.charAt(at) === ' ';
      if (
        at - from < 4 ||
        !(
          pause ||
          rules.ends.test(left) ||
          (rules.starts.test(right) && !/[、由归向给找和是让被等问叫的对跟与同从"]$/u.test(left))
        )
      )
        continue;
      // 谁主管谁提供谁负责 is one saying, and so is what stands between quotation marks.
      if (/谁.{0,5}$/u.test(left) && right.startsWith('谁')) continue;
      if ((left.match(/"/g)?.length ?? 0) % 2 === 1 || rules.continues.test(right.trim())) continue;
      if (!asking.test(left) || !asking.test(right) || !asks(left) || !asks(right)) continue;
      pieces.push(clause.slice(from, at));
      from = at;
    }
    return [...pieces, clause.slice(from)].map((piece) => piece.trim());
  };

  const clausesOf = (text: string): Clause[] =>
    (text.match(/[^,。;!?…\n]+[,。;!?…\n]*|[,。;!?…\n]+/gu) ?? []).flatMap((part) => {
      const closes = /[。;!?…\n]/u.test(part);
      const pieces = unglue(part.replace(/[,。;!?…\n]+$/u, '').trim());
      return pieces.map((piece, index): Clause => {
        const last = index === pieces.length - 1;
        return { text: last && part.includes('?') ? `${piece}?` : piece, closes: last ? closes : true };
      });
    });

  return (text) => {
    const questions: string[] = [];
    const told: string[] = [];
    /** Told in the sentence at hand, and the last sentence told before it. */
    let lead: string[] = [];
    let before = '';
    let askedHere = false;
    const extend = (parts: readonly string[]): void => {
      questions.splice(-1, 1, [(questions.at(-1) ?? '').replace(/[?]$/u, ''), ...parts].join(','));
    };
    const closeSentence = (): void => {
      if (askedHere && lead.length > 0 && lead.join(',').length <= longestTail) extend(lead);
      else if (lead.length > 0) {
        before = keepLead(lead, []).join(',');
        told.push(...lead);
      }
      lead = [];
      askedHere = false;
    };
    for (const { text: raw, closes } of clausesOf(text.replace(listMark, '\n'))) {
      const clause = raw.replace(rules.connective, '').trim();
      if (clause !== '' && clause !== '?' && !rules.pleasantry.test(clause)) {
        const dependent =
          askedHere && lead.length === 0 && !rules.anew.test(clause) && goesOn(clause) && !measures(clause, questions);
        if (rules.tag.test(clause) && (lead.length > 0 || askedHere)) {
          if (askedHere && lead.length === 0) extend([clause]);
          else questions.push([...lead, clause].join(','));
          lead = [];
          askedHere = true;
        } else if (!asks(clause)) {
          lead.push(clause);
        } else if (dependent) {
          extend([clause]);
        } else {
          const near = keepLead(lead, told);
          const points =
            near.length === 0 &&
            questions.length === 0 &&
            (clause.length < shortQuestion || rules.pointing.test(clause));
          questions.push([...(points ? [before] : near), clause].filter((part) => part !== '').join(','));
          lead = [];
          askedHere = true;
        }
      }
      if (closes) closeSentence();
    }
    closeSentence();
    const asked = questions.slice(0, mostQuestions);
    return { questions: asked.length === 0 ? [text.trim()] : asked, context: asked.length === 0 ? '' : told.join(',') };
  };
}

/** The end of the telling stays with its question; what is longer belongs to the story. */
function keepLead(lead: readonly string[], told: string[]): readonly string[] {
  let from = lead.length;
  for (let length = 0; from > 0; from -= 1) {
    length += (lead[from - 1] ?? '').length;
    if (length > longestLead) break;
  }
  told.push(...lead.slice(0, from));
  return lead.slice(from);
}
