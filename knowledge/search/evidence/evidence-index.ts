/** What is kept of each document for weighing evidence: its passages, its opening line, the terms it defines, its kinds. */
import type { SearchDocument } from '../search-document.ts';
import type { Segmenter } from '../segmenter.ts';
import { foldForSearch } from '../fold-for-search.ts';
import { TermViews } from '../term-views.ts';
import { countTerms, emptyCounts } from '../tokenize.ts';
import { findDefinienda } from './find-definienda.ts';
import { statementKinds } from './kinds.ts';
import type { StatementKind } from './kinds.ts';
import { splitPassages } from './split-passages.ts';

/** A sentence names its subject in its first words. */
const openingLength = 14;

export interface DocumentTraits {
  /** Pairs of characters of the first words, its own subject. */
  readonly opening: ReadonlySet<string>;
  /** Folded like a question, to be found in it. */
  readonly defines: readonly string[];
  readonly kinds: ReadonlySet<StatementKind>;
}

const noTraits: DocumentTraits = { opening: new Set(), defines: [], kinds: new Set() };

export class EvidenceIndex {
  readonly passages = new TermViews();
  readonly leads = new TermViews();
  /** Which document a passage belongs to, by the passage's ordinal. */
  readonly owners: number[] = [];
  readonly #traits: DocumentTraits[] = [];

  /** Documents must come in the order of their ordinals. */
  add(document: SearchDocument, segmenter: Segmenter): void {
    const ordinal = this.#traits.length;
    const headings = document.fields.filter((field) => field.role === 'heading').map((field) => field.text);
    const bodies = document.fields.filter((field) => field.role !== 'heading').map((field) => field.text);
    const leads = [...headings];
    for (const body of bodies) {
      const { passages, lead } = splitPassages(body);
      leads.push(lead);
      for (const passage of passages) {
        const counts = emptyCounts();
        countTerms(passage, segmenter, counts);
        this.passages.add(counts);
        this.owners.push(ordinal);
      }
    }
    const counts = emptyCounts();
    for (const lead of leads) countTerms(lead, segmenter, counts);
    this.leads.add(counts);
    const text = bodies.join('\n');
    const opening = emptyCounts();
    countTerms(text.trimStart().slice(0, openingLength), segmenter, opening);
    this.#traits.push({
      opening: new Set(opening.pairs.keys()),
      defines: findDefinienda(text).map(foldForSearch),
      kinds: statementKinds(text),
    });
  }

  /** Takes the document's texts out of the averages; whoever ranks must skip it. */
  remove(ordinal: number): void {
    this.leads.remove(ordinal);
    this.owners.forEach((owner, passage) => {
      if (owner === ordinal) this.passages.remove(passage);
    });
  }

  /** Keeps an ordinal unused. */
  skip(): void {
    const ordinal = this.#traits.push(noTraits) - 1;
    this.leads.add(emptyCounts());
    this.leads.remove(ordinal);
  }

  traits(ordinal: number): DocumentTraits {
    return this.#traits[ordinal] ?? noTraits;
  }
}
