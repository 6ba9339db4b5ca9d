/** A regulation as data: front matter, chapters, and articles with addressable paragraphs (款) and items (项). */

export interface Item {
  /** 1-based: （一） is 1. */
  readonly number: number;
  /** Verbatim text without its （一） mark. */
  readonly text: string;
}

export interface Paragraph {
  /** 1-based within its article. */
  readonly number: number;
  /** Verbatim text; where items follow it is the lead sentence that ends in a colon. */
  readonly text: string;
  readonly items: readonly Item[];
}

export interface Article {
  readonly number: number;
  /** Null where the article carries no title (Arts. 39–41). */
  readonly title: string | null;
  /** Number of the chapter it stands in; 0 for a regulation without chapters. */
  readonly chapter: number;
  /** Number of the section (节) within its chapter, where the chapter has any. */
  readonly section?: number;
  readonly paragraphs: readonly Paragraph[];
}

export interface Section {
  /** 1-based within its chapter. */
  readonly number: number;
  readonly title: string;
}

export interface Chapter {
  readonly number: number;
  readonly title: string;
  readonly sections?: readonly Section[];
}

/** How a regulation prints its item marks: (一) or （一）. */
export type ItemMarks = 'half' | 'full';

export interface Regulation {
  /** File name without extension, e.g. `changsha-2021-80`. */
  readonly id: string;
  readonly title: string;
  /** 文号, e.g. `长政办发〔2021〕80号`; null when the source names none. */
  readonly documentNumber: string | null;
  /** Registration of a normative document, e.g. `CSCR—2021—01069`. */
  readonly registration?: string;
  readonly issuer: string | null;
  /** ISO dates. */
  readonly issued: string | null;
  readonly inForceFrom: string | null;
  /** Last day in force, inclusive; null when the text sets no end. */
  readonly validUntil: string | null;
  /** The article that sets the validity. */
  readonly validityArticle: number | null;
  /** Id of the regulation that takes its place. */
  readonly supersededBy: string | null;
  /** `half` unless the file says otherwise. */
  readonly itemMarks?: ItemMarks;
  /** Where the text comes from and what was done to it; for readers, not for rules. */
  readonly source?: string;
  readonly chapters: readonly Chapter[];
  readonly articles: readonly Article[];
}
