/** The statements of the cited clauses, ready to be compared with what an answer says. */
import type { Citation } from '#knowledge/citations/citation.ts';
import type { Paragraph, Regulation } from '#knowledge/corpus/regulation.ts';

import { contentGrams } from './content-grams.ts';
import type { ModalGroup } from './find-modals.ts';
import { plainText } from './plain-text.ts';
import { readStatements, type Statement } from './read-statements.ts';

/** A stretch of a clause under one modal, or under none. */
export interface Piece {
  readonly group: ModalGroup | undefined;
  readonly grams: ReadonlySet<string>;
}

export interface Evidence {
  readonly citation: Citation;
  readonly statement: Statement;
  /** Equal for statements of one sentence. */
  readonly sentenceId: string;
  readonly grams: ReadonlySet<string>;
  readonly pieces: readonly Piece[];
}

function piecesOf(statement: Statement): readonly Piece[] {
  const [first] = statement.modals;
  if (!first) return [{ group: statement.governing, grams: contentGrams(statement) }];
  const whole = contentGrams(statement);
  const before = contentGrams(statement, 0, first.start);
  return [
    // Before its modal a statement names the case or the actor: an act stands there only in a topic.
    ...(before.size > 0 ? [{ group: first.group, grams: before }] : []),
    ...statement.modals.map(({ group, end }, index) => {
      const next = statement.modals[index + 1];
      const grams = contentGrams(statement, end, next?.start);
      return { group, grams: statement.modals.length === 1 ? new Set([...grams, ...whole]) : grams };
    }),
  ];
}

function evidenceOf(citation: Citation, text: string, id: string, agents: readonly string[] = []): readonly Evidence[] {
  return readStatements(plainText(text), agents).map((statement) => ({
    citation,
    statement,
    sentenceId: `${id}.${statement.sentence}`,
    grams: contentGrams(statement),
    pieces: piecesOf(statement),
  }));
}

/** Whom the items speak of: who stands in the sentence that says 下列, or else everyone in the lead. */
function itemAgents(lead: readonly Statement[]): readonly string[] {
  const announcing = lead.findLast(({ text }) => /下列|以下|如下/.test(text));
  const own = lead.some(
    ({ sentence, actors }) => sentence === announcing?.sentence && actors.some(({ role }) => role.kind === 'agent'),
  );
  return announcing && own ? announcing.agents : Array.from(new Set(lead.flatMap(({ agents }) => agents)));
}

/** The lead belongs to each item: it says who acts and how. */
function paragraphEvidence(
  regulation: string,
  article: number,
  paragraph: Paragraph,
  item?: number,
): readonly Evidence[] {
  const citation: Citation = { regulation, article, paragraph: paragraph.number };
  const id = `${article}.${paragraph.number}`;
  const lead = evidenceOf(citation, paragraph.text, id);
  const agents = itemAgents(lead.map(({ statement }) => statement));
  const items = paragraph.items.filter(({ number }) => item === undefined || number === item);
  return [
    ...lead,
    ...items.flatMap(({ number, text }) => evidenceOf({ ...citation, item: number }, text, `${id}.i${number}`, agents)),
  ];
}

/** Statements of all clauses named, each once, in the order of the text. */
export function gatherEvidence(
  regulations: readonly Regulation[],
  citations: readonly Citation[],
): readonly Evidence[] {
  const found = new Map<string, Evidence>();
  for (const { regulation: id, article: number, paragraph, item } of citations) {
    const article = regulations.find((one) => one.id === id)?.articles.find((one) => one.number === number);
    for (const one of article?.paragraphs ?? []) {
      if (paragraph !== undefined && one.number !== paragraph) continue;
      if (paragraph === undefined && item !== undefined && one.items.length === 0) continue;
      for (const evidence of paragraphEvidence(id, number, one, item))
        found.set(`${id}.${evidence.sentenceId}.${evidence.statement.start}`, evidence);
    }
  }
  return Array.from(found.values());
}
