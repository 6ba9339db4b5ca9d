/** What a message may be if it is no question on the regulation: small talk, another matter, a trick, an overreach; scored, with reasons. */
import { z } from 'zod';
import { createTermExpander } from './expand-terms.ts';
import { createMatterWords } from './matter-words.ts';
import { createOtherLaws } from './other-laws.ts';
import { createOtherPlaces } from './other-places.ts';
import { createQuestionTyper } from './question-type.ts';
import { readData } from './read-data.ts';
import type { ReadQuery } from './read-query.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface IntentCandidate {
  /** E.g. greeting, weather, coding, injection, other_place, other_law, personal_matter, overreach. */
  readonly kind: string;
  /** The outcome it leads to if the search finds nothing better. */
  readonly outcome: 'smalltalk' | 'out_of_scope' | 'not_permitted';
  /** 0 to 1; from 0.5 on it is likelier that than a question on the regulation. */
  readonly score: number;
  /** The words that gave it away. */
  readonly reason: string;
  /** The place or the law, where it is about one. */
  readonly subject?: string;
}

export interface Intent {
  /** Likeliest first; empty for a plain question. */
  readonly candidates: readonly IntentCandidate[];
  /** 0 to 1: how much in the message speaks of data work. */
  readonly domain: number;
}

export type IntentReader = (query: Pick<ReadQuery, 'text' | 'folded' | 'terms'>) => Intent;

const pattern = z.string().transform((source) => new RegExp(source, 'u'));
const schema = z.strictObject({
  domain: z.strictObject({
    strong: z.string().transform((source) => new RegExp(source, 'gu')),
    weak: z.string().transform((source) => new RegExp(source, 'gu')),
  }),
  pleasantries: z.strictObject({
    greeting: z.string(),
    thanks: z.string(),
    bye: z.string(),
    acknowledgement: z.string(),
    particles: z.string(),
  }),
  kinds: z.array(
    z.strictObject({
      kind: z.string(),
      outcome: z.enum(['smalltalk', 'out_of_scope', 'not_permitted']),
      score: z.number().positive().max(1),
      whole: z
        .string()
        .transform((source) => new RegExp(`^(?:${source})$`, 'u'))
        .optional(),
      part: pattern.optional(),
      unless: pattern.optional(),
      firm: z.boolean().default(false),
    }),
  ),
});

const strongSign = 0.6;
const weakSign = 0.25;
/** How far words of data work weaken a sign of something else. */
const domainDamping = 0.85;
const unlessDamping = 0.25;
/** A synonym this weak proves nothing. */
const unsure = 0.5;
const longestPleasantry = 24;

/** Words about rules, by which naming a place asks about that place's rules. */
const rulesAsked =
  /数据|规定|办法|条例|政策|共享|开放|目录|清单|平台|备案|申请|几天|多久|怎么|如何|要求|处罚|部门|局|哪|吗|呢|适用|经验|做法|标准/u;

export interface IntentSources {
  readonly vocabulary: Vocabulary;
  /** Titles of the regulations held here: what they say is no other law's matter. */
  readonly ownTitles?: readonly string[];
}

export function createIntentReader({ vocabulary, ownTitles = [] }: IntentSources): IntentReader {
  const { domain: signs, pleasantries, kinds } = readData('intents.yaml', schema);
  const { particles, ...pleasing } = pleasantries;
  const onlyPleasant = new RegExp(`^(?:${Object.values(pleasing).join('|')}|${particles}|[-,。!?~;…\\s"])+$`, 'u');
  const pleasantKinds = Object.entries(pleasing).map(([kind, words]) => ({ kind, words: new RegExp(words, 'u') }));
  const matter = createMatterWords({ vocabulary });
  const expand = createTermExpander();
  const typeOf = createQuestionTyper();
  const otherPlaces = createOtherPlaces({ vocabulary });
  const otherLaws = createOtherLaws({
    ownTitles: [...ownTitles, '长沙市政务数据资源管理办法', '政务数据资源管理办法'],
  });

  const domainOf = (text: string): number => {
    const strong = new Set(text.match(signs.strong));
    const weak = new Set(text.match(signs.weak));
    return 1 - (1 - strongSign) ** strong.size * (1 - weakSign) ** weak.size;
  };

  return ({ text, folded, terms }) => {
    const domain = domainOf([text, ...terms.map(({ term }) => term)].join(' '));
    const bare = text.replace(/[-,。!?~;…\s]+$/u, '').trim();
    const candidates: IntentCandidate[] = [];

    for (const { kind, outcome, score, whole, part, unless, firm } of kinds) {
      const entire = whole !== undefined && (bare === '' ? whole.test(text) : whole.test(bare));
      // Patterns are tried on the text before corrections too: code and commands are no place for them.
      const found = part?.exec(text)?.[0] ?? part?.exec(folded)?.[0];
      if (entire) candidates.push({ kind, outcome, score, reason: bare });
      else if (found !== undefined) {
        const damping = firm ? 1 : 1 - domainDamping * domain;
        candidates.push({
          kind,
          outcome,
          score: score * damping * (unless?.test(text) === true ? unlessDamping : 1),
          reason: found,
        });
      }
    }
    if (candidates.length === 0 && bare !== '' && bare.length <= longestPleasantry && onlyPleasant.test(bare)) {
      const kind = pleasantKinds.find(({ words }) => words.test(bare))?.kind ?? 'acknowledgement';
      candidates.push({ kind, outcome: 'smalltalk', score: 0.85, reason: bare });
    }
    if (bare === '' && candidates.length === 0)
      candidates.push({ kind: 'empty', outcome: 'smalltalk', score: 0.9, reason: '' });
    candidates.push(...placesIn(text), ...lawsIn(text), ...strangeIn(text, domain));
    return { candidates: candidates.filter(({ score }) => score >= 0.1).toSorted((a, b) => b.score - a.score), domain };
  };

  function placesIn(text: string): IntentCandidate[] {
    const places = otherPlaces(text);
    const [place] = places.toSorted((a, b) => Number(a.inPassing) - Number(b.inPassing));
    if (place === undefined) return [];
    const compared = /长沙/u.test(text);
    if (/本办法|(?:这个|该|长沙.{0,4})办法/u.test(text))
      return [{ kind: 'other_place', outcome: 'out_of_scope', score: 0.4, reason: place.name, subject: place.name }];
    const score = place.inPassing ? 0.25 : compared ? 0.6 : rulesAsked.test(text) ? 0.88 : 0.55;
    return [{ kind: 'other_place', outcome: 'out_of_scope', score, reason: place.name, subject: place.name }];
  }

  function lawsIn(text: string): IntentCandidate[] {
    const [law] = otherLaws(text);
    if (law === undefined) return [];
    return [
      {
        kind: 'other_law',
        outcome: 'out_of_scope',
        score: law.asRelation ? 0.3 : 0.86,
        reason: law.name,
        subject: law.name,
      },
    ];
  }

  /** No word of data work, none that people use for one: a sign, not a proof, since 死活不给咋整 has none either. */
  function strangeIn(text: string, domain: number): IntentCandidate[] {
    const words = matter.words(text).filter((word) => vocabulary.isTarget(word) || !vocabulary.isListed(word));
    if (
      domain > 0.2 ||
      words.length === 0 ||
      words.some((word) => vocabulary.isTarget(word) || vocabulary.isInTexts(word))
    )
      return [];
    if (expand(text).some(({ weight }) => weight > unsure)) return [];
    const score = typeOf(text).shapes.some((shape) => shape !== 'statement' && shape !== 'open') ? 0.6 : 0.4;
    return [{ kind: 'unrelated', outcome: 'out_of_scope', score, reason: words.join(' ') }];
  }
}
