/** What the lexical understanding is sure of: such a turn needs no model. */
import type { Command } from '#bot/dialogue/command.ts';
import { readerOf } from '#bot/dialogue/kinds/kinds.ts';
import type { TurnView } from '#bot/dialogue/understanding.ts';

/** Bare words that steer: nobody means anything else by them. */
const steering: ReadonlySet<Command['kind']> = new Set([
  'confirm',
  'reject',
  'cancel',
  'cancel_named',
  'undo',
  'back',
  'keep',
  'skip',
  'choose',
  'none_of_these',
  'continue',
  'later',
  'list_drafts',
  'repeat',
  'help',
  'take_back',
  'progress',
  'why',
  'smalltalk',
  'delegate',
  'about',
  'answer_about',
  'copy',
]);

/** 第二十二条, 22条第三款 and nothing beside. */
const bareArticle = /^第?[〇零一二三四五六七八九十百\d]{1,4}条(?:第?[一二三四五六七八九十\d]{1,2}[款项])*[.?!吧]?$/u;

export function isSure(commands: readonly Command[], { inHand, words }: TurnView): boolean {
  const [first] = commands;
  if (!first) return false;
  if (commands.every(({ kind }) => steering.has(kind))) return true;
  if (bareArticle.test(words.plain)) return true;
  // One of a few values, and nothing but it.
  const asked = inHand?.asked;
  return (
    first.kind === 'answer' && commands.length === 1 && asked !== undefined && asked !== null && closed(asked.meta.kind)
  );
}

function closed(kind: Parameters<typeof readerOf>[0]): boolean {
  return !readerOf(kind).open;
}
