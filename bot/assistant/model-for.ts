/** Puts the model beside the understanding and the answers that need none, where one is configured. */
import type { Config } from '#bot/config.ts';
import type { Ask } from '#bot/dialogue/parts.ts';
import type { Understanding } from '#bot/dialogue/understanding.ts';
import type { Log } from '#bot/log.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import type { Store } from '#prisma/store.ts';
import { createModelAnswer, type ModelAnswerParts } from './model-answer.ts';
import { ModelGate } from './model-gate.ts';
import { createModelUnderstanding } from './model-understanding.ts';
import { defaultLimits } from './turn-budget.ts';

export interface WithoutModel {
  readonly understanding: Understanding;
  readonly ask: Ask;
}

export interface ModelParts extends Pick<ModelAnswerParts, 'isDated' | 'clauses'> {
  readonly store: Pick<Store, 'db'>;
  readonly log: Log;
  readonly clock: () => number;
  readonly random: () => number;
  readonly regulations: readonly Regulation[];
}

/** As it was, where no model is configured. */
export function withModel(
  plain: WithoutModel,
  { model: endpoint, modelUse }: Pick<Config, 'model' | 'modelUse'>,
  parts: ModelParts,
): WithoutModel {
  if (endpoint === null) return plain;
  const { turnMs, tokensPerTurn, tokensPerPersonAndDay, tokensPerDay, sharesRecords, judges } = modelUse;
  const turn = { ...defaultLimits, milliseconds: turnMs, tokens: tokensPerTurn };
  const gate = new ModelGate({ endpoint, turn, tokensPerPersonAndDay, tokensPerDay }, parts);
  const { store, isDated, clauses, regulations, random } = parts;
  return {
    understanding: createModelUnderstanding({ lexical: plain.understanding, gate, store, shares: sharesRecords }),
    ask: createModelAnswer({ ask: plain.ask, isDated, clauses, regulations, gate, store, judges, random }),
  };
}
