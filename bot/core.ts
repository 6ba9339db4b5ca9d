/** The one place where the conversation's core is put together from what the program knows and may do. */
import type { Embedder } from '#knowledge/search/embedder.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { Store } from '#prisma/store.ts';
import { cityCalendar } from '#tools/requests/city-calendar.ts';
import { tools } from '#tools/tools.ts';
import { type ModelParts, type WithoutModel, withModel } from './assistant/model-for.ts';
import { warnOfSecrets } from './assistant/warn-of-secrets.ts';
import type { Core } from './channels/channel-port.ts';
import type { Config } from './config.ts';
import { Courier } from './delivery/courier.ts';
import { createClauseSource } from './dialogue/clause-source.ts';
import { createDialogue } from './dialogue/dialogue.ts';
import { createLexicalUnderstanding } from './dialogue/lexical/lexical-understanding.ts';
import { speaksOfRules } from './dialogue/lexical/rule-language.ts';
import type { DeliverFile } from './files/deliver-file.ts';
import { presenters } from './dialogue/present/presenters.ts';
import { answererFor } from './open-answerer.ts';

export interface CoreParts {
  readonly regulations: readonly Regulation[];
  /** Whether a person chosen on the demo page counts as that person. */
  readonly demo: boolean;
  /** Where the indexes are kept; without it they are made each time. */
  readonly dataDir?: string;
  /** Vectors of an endpoint, where one is configured. */
  readonly embedder?: Embedder;
  /** Where a model may be configured. */
  readonly model?: Pick<ModelParts, 'log' | 'clock' | 'random'> & {
    readonly config: Pick<Config, 'model' | 'modelUse'>;
  };
}

/**
 * @param courier carries messages to people who are not speaking; it is to be connected to the way out
 * @param deliverFile how a file reaches who asked for it; without it they get its text
 */
export type CoreFor = (store: Store, courier?: Courier, deliverFile?: DeliverFile) => Core;

/** Takes a second or so, for which no store is needed: the index is built here. */
export async function openCore({ regulations, demo, dataDir, embedder, model }: CoreParts): Promise<CoreFor> {
  const asking = await answererFor(regulations, dataDir ?? null, {
    ...(embedder && { embedder }),
    ...(model && { log: model.log }),
  });
  const clauseOf = createClauseSource(regulations);
  const ofRules = speaksOfRules(regulations);
  return (store, courier = new Courier(), deliverFile) => {
    const calendar = () => cityCalendar(store.db);
    const plain: WithoutModel = {
      understanding: createLexicalUnderstanding({ readLatin: asking.read, ofRules }),
      ask: (question, { previous, now }) => asking(question, { previous, now, calendar }),
    };
    const { isDated, clauses } = asking;
    const { understanding, ask } = model
      ? withModel(plain, model.config, { ...model, store, regulations, isDated, clauses })
      : plain;
    return createDialogue({
      store,
      demo,
      tools,
      presenters,
      understanding: warnOfSecrets(understanding),
      ask,
      clauseOf,
      courier,
      ...(deliverFile && { deliverFile }),
      regulationTitle: regulations[0]?.title ?? '',
    });
  };
}
