/** What each statement of a sentence is about, seen with the statements around it. */
import { contentGrams } from './content-grams.ts';
import type { Asked, EvidenceRanking } from './rank-evidence.ts';
import type { Statement } from './read-statements.ts';

type Grams = ReadonlySet<string>;

const union = (sets: readonly Grams[]): Grams => new Set(sets.flatMap((set) => Array.from(set)));

/** The words of a sentence, gathered once for all its statements. */
export class SentenceContext {
  readonly #own: ReadonlyMap<Statement, Grams>;
  readonly #parts: ReadonlyMap<number, Grams>;
  readonly #all: Grams;
  readonly #next: Grams;
  readonly #last: ReadonlyMap<number, Statement>;
  readonly #onlyActor: string | undefined;

  /** @param next statements of the sentence after it */
  constructor(statements: readonly Statement[], next: readonly Statement[]) {
    this.#own = new Map(statements.map((statement) => [statement, contentGrams(statement)]));
    const parts = new Map<number, Grams[]>();
    for (const [{ part }, grams] of this.#own) parts.set(part, [...(parts.get(part)?.splice(0) ?? []), grams]);
    this.#parts = new Map(Array.from(parts, ([part, sets]) => [part, union(sets)]));
    this.#all = union(Array.from(this.#parts.values()));
    this.#next = union(next.map((statement) => contentGrams(statement)));
    this.#last = new Map(statements.map((statement) => [statement.part, statement]));
    const actors = new Set(next.flatMap((one) => one.actors.map(({ actor }) => actor)));
    this.#onlyActor = actors.size === 1 ? Array.from(actors)[0] : undefined;
  }

  asked(statement: Statement, ranking: EvidenceRanking): Asked {
    const part = this.#parts.get(statement.part) ?? this.#all;
    const own = ranking.touches(part) ? part : this.#all;
    // 不是市政府,是市数据资源局。 is about what the next sentence says.
    const corrects = this.#next.size > 0 && !ranking.touches(own);
    const context = corrects ? this.#next : own;
    const grams = this.#own.get(statement) ?? context;
    // A lead-in like 应做好以下工作 says nothing of its own: the words around it tell what it is about.
    const vague = !ranking.touches(grams);
    return {
      grams: vague ? context : grams,
      context,
      vague,
      goesOn: corrects || this.#last.get(statement.part) !== statement,
      onlyActor: corrects ? this.#onlyActor : undefined,
    };
  }
}
