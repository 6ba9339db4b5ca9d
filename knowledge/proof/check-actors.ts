/** Whether each actor of a statement does, or undergoes, what the cited clause says it does. */
import type { Role } from './actor-role.ts';
import type { Freedom } from './exempt-spans.ts';
import type { Failure } from './finding.ts';
import type { Evidence } from './gather-evidence.ts';
import { type Asked, best, type EvidenceRanking, type Ranked } from './rank-evidence.ts';
import type { NamedActor, Statement } from './read-statements.ts';

/** The statements of the clauses that are meant, the sentences and paragraphs they stand in, and all there are. */
interface Meant {
  readonly statements: readonly Evidence[];
  readonly sentences: readonly Evidence[];
  readonly paragraphs: readonly Evidence[];
  readonly all: readonly Evidence[];
}

const actorsOf = (
  evidence: readonly Evidence[],
  ...kinds: readonly NamedActor['role']['kind'][]
): readonly NamedActor[] =>
  evidence.flatMap(({ statement }) => statement.actors.filter(({ role }) => kinds.includes(role.kind)));
const agentsOf = (evidence: readonly Evidence[]): readonly string[] =>
  evidence.flatMap(({ statement }) => statement.agents);
const named = (among: readonly NamedActor[], actor: string): boolean => among.some((one) => one.actor === actor);

function actsThere(actor: string, { statements, sentences }: Meant, text: string): boolean {
  const agents = agentsOf(statements);
  const pivots = actorsOf(statements, 'pivot');
  // Without 引导 or 严禁 the answer speaks of the second act, which is the pivot's.
  const ofPivots = pivots.filter(({ role }) => role.kind === 'pivot' && !new RegExp(`${role.verb}(?!下)`).test(text));
  if (ofPivots.length > 0) return named(ofPivots, actor);
  if (agents.length > 0) return agents.includes(actor);
  // Nobody acts in a definition or in a description: there it is enough that the sentence names the actor.
  return named(actorsOf(sentences, 'named', 'other', 'attribute', 'pivot'), actor);
}

/** Whether two actors stand at the same kind of place: behind the same word, before the same words. */
function sameWords(one: Role, other: Role): boolean {
  if (one.kind === 'other') return other.kind === 'other' && one.word === other.word;
  return one.kind === 'attribute' && other.kind === 'attribute' && one.key === other.key;
}

/** Stands in the clause beside the act without doing it. */
function standsBeside({ actor, role }: NamedActor, { statements, sentences, paragraphs, all }: Meant): boolean {
  const beside = (evidence: readonly Evidence[]) => actorsOf(evidence, 'other', 'attribute', 'named');
  // 其办公室设在…, in words the clauses have not: the word before the actor is all there is to go by.
  const besides = [statements, sentences, statements.length === 0 ? all : []].map(beside);
  for (const among of besides) {
    const same = among.filter((one) => sameWords(role, one.role));
    if (same.length > 0) return named(same, actor);
  }
  for (const among of besides.slice(0, 2)) if (among.length > 0) return named(among, actor);
  if (agentsOf(statements).includes(actor)) return true;
  // 政务部门的数据采集, where the sentence has nobody: the paragraph may.
  return agentsOf(sentences).length === 0 && named(actorsOf(paragraphs, 'agent', 'other', 'attribute', 'named'), actor);
}

function isNamed(actor: string, { statements, sentences }: Meant, before: string): boolean {
  const patients = actorsOf(statements, 'other').filter(
    ({ role }) => role.kind === 'other' && /^[对向]$/.test(role.word),
  );
  // 处分的是…: whom the act is done to, when the clause names somebody like that.
  if (before.endsWith('的是') && patients.length > 0) return named(patients, actor);
  const anyone = actorsOf(statements, 'agent', 'named', 'other', 'attribute', 'pivot');
  const agents = agentsOf(statements);
  if (agents.length > 0 || anyone.length > 0) return agents.includes(actor) || named(anyone, actor);
  return named(actorsOf(sentences, 'named', 'other', 'attribute', 'pivot'), actor);
}

/** 追究责任的对象是…, in words the clause has not: whom the paragraph is about from its first words on. */
function isSubject(actor: string, ranking: EvidenceRanking): boolean {
  const paragraphs = new Map<string, Evidence>();
  for (const evidence of ranking.all) {
    const { article, paragraph } = evidence.citation;
    const key = `${article}.${paragraph}`;
    const { agents, actors } = evidence.statement;
    if (!paragraphs.has(key) && agents.length + actors.length > 0) paragraphs.set(key, evidence);
  }
  const first = Array.from(paragraphs.values());
  return agentsOf(first).includes(actor) || named(actorsOf(first, 'named'), actor);
}

/** What stands before the actor, or before the first of those it is joined to. */
function wordsBefore({ text, actors }: Statement, index: number): string {
  let first = index;
  while (actors[first]?.joined) first -= 1;
  return text.slice(0, actors[first]?.start ?? 0);
}

function holds(mention: NamedActor, meant: Meant, statement: Statement): boolean {
  const { actor, role } = mention;
  switch (role.kind) {
    case 'agent':
      return actsThere(actor, meant, statement.text);
    case 'named':
      return isNamed(actor, meant, wordsBefore(statement, statement.actors.indexOf(mention)));
    case 'apposition':
      return role.of === actor;
    case 'pivot': {
      const pivots = [meant.statements, meant.sentences].map((evidence) => actorsOf(evidence, 'pivot'));
      return named(pivots.find((among) => among.length > 0) ?? [], actor);
    }
    case 'leads':
      return agentsOf(meant.statements).includes(actor);
    case 'except':
      return !agentsOf(meant.statements).includes(actor) && agentsOf(meant.paragraphs).includes(actor);
    case 'other':
    case 'attribute':
      return standsBeside(mention, meant);
  }
}

/** 由市人民政府或者市人民政府: a name met twice stands in another's place. */
function isTwice(statement: Statement, index: number): boolean {
  for (let at = index; statement.actors[at]?.joined; at -= 1)
    if (statement.actors[at - 1]?.actor === statement.actors[index]?.actor) return true;
  return false;
}

function meantBy(ranked: readonly Ranked[], ranking: EvidenceRanking): Meant {
  const statements = ranked.map(({ evidence }) => evidence);
  const ids = new Set(statements.map(({ sentenceId }) => sentenceId));
  const places = new Set(statements.map(({ citation: { article, paragraph } }) => `${article}.${paragraph}`));
  return {
    all: ranking.all,
    statements,
    sentences: ranking.all.filter(({ sentenceId }) => ids.has(sentenceId)),
    paragraphs: ranking.all.filter(({ citation: { article, paragraph } }) => places.has(`${article}.${paragraph}`)),
  };
}

export function checkActors(
  statement: Statement,
  asked: Asked,
  ranking: EvidenceRanking,
  freedom: Freedom,
): readonly Failure[] {
  if (statement.actors.length === 0) return [];
  const meant = meantBy(best(ranking.statements(asked)), ranking);
  return statement.actors.flatMap((mention, index): readonly Failure[] => {
    const words = statement.text.slice(mention.start, mention.end);
    const free = freedom(mention.start);
    // 主体不是政务部门, where it is.
    if (free === 'denied')
      return !asked.vague && agentsOf(meant.statements).includes(mention.actor) ? [{ words: `不是${words}` }] : [];
    if (free === 'unsaid') return [];
    const vague = asked.vague && !asked.goesOn && mention.role.kind === 'named';
    const held = vague
      ? isSubject(mention.actor, ranking)
      : asked.onlyActor === mention.actor || holds(mention, meant, statement);
    if (held && !isTwice(statement, index)) return [];
    const expected = agentsOf(meant.statements)[0];
    return [{ words, ...(expected ? { expected } : {}) }];
  });
}
