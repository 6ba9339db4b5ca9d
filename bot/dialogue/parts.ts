/** What the dialogue is put together from; everything it reaches outside itself. */
import type { Reply } from '#bot/channels/channel-port.ts';
import type { DeliverFile } from '#bot/files/deliver-file.ts';
import type { Answer, Proof } from '#knowledge/answers/answer.ts';
import type { Store } from '#prisma/store.ts';
import type { Notice } from '#tools/notice.ts';
import type { Actor } from '#tools/people/actor.ts';
import type { AnyTool } from '#tools/tool.ts';
import type { Db } from '#tools/tool-context.ts';
import type { Presenter } from './present/presenter.ts';
import type { Understanding } from './understanding.ts';

/** Answers questions about the rules. */
export type Ask = (
  question: string,
  context: { readonly previous: readonly string[]; readonly now: Date; readonly actor: Actor },
) => Promise<Answer> | Answer;

/** The words of a clause such as 第十六条第一款; null when there is no such clause. */
export type ClauseOf = (article: string) => Proof | null;

/** Carries messages to people who are not in the conversation. */
export interface Courier {
  /** Records the message in the transaction; what it resolves with sends it on, to be called once that is safe. */
  post(db: Db, notice: Notice, reply: Reply, now: Date): Promise<() => void>;
}

export interface DialogueParts {
  readonly store: Store;
  readonly demo: boolean;
  readonly tools: readonly AnyTool[];
  readonly presenters: readonly Presenter[];
  readonly understanding: Understanding;
  readonly ask: Ask;
  readonly clauseOf: ClauseOf;
  readonly courier: Courier;
  /** How a file reaches who asked for it; absent: they get its text. */
  readonly deliverFile?: DeliverFile;
  /** What a newcomer is told this is about. */
  readonly regulationTitle: string;
}
