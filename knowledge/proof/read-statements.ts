/** Takes a text apart into statements: what is said, of whom, with which modal and which numbers. */
import { actorRoles, type Role } from './actor-role.ts';
import { type ActorMention, findActors } from './find-actors.ts';
import { type Amount, findAmounts } from './find-amounts.ts';
import { findModals, type ModalGroup, type ModalMention } from './find-modals.ts';
import { withoutQuoted } from './plain-text.ts';

export interface NamedActor extends ActorMention {
  readonly role: Role;
  /** Joined to the actor before it by 和, 、 or the like. */
  readonly joined: boolean;
}

/** What lies between two commas. */
export interface Statement {
  /** Plain form. */
  readonly text: string;
  /** Offset within the text it was read from. */
  readonly start: number;
  /** Number of the sentence (up to 。) and of its part (up to ;) within the text. */
  readonly sentence: number;
  readonly part: number;
  readonly actors: readonly NamedActor[];
  /** Agents named here or, where none is, taken over from the statement before, or from the one after. */
  readonly agents: readonly string[];
  readonly modals: readonly ModalMention[];
  /** The modal of the sentence that still governs when this statement has none of its own. */
  readonly governing: ModalGroup | undefined;
  readonly amounts: readonly Amount[];
}

/** Positions at which statements end: punctuation outside quotation marks and brackets, and the marks of items. */
function cuts(text: string): readonly { at: number; mark: string }[] {
  const hidden = withoutQuoted(text).replace(/\([^()]{2,}\)/g, (inside) => '·'.repeat(inside.length));
  return Array.from(hidden.matchAll(/[,;:。!?]|\([一二三四五六七八九十]\)/g), (match) => ({
    at: match.index,
    mark: match[0],
  }));
}

function readActors(bare: string): readonly NamedActor[] {
  const mentions = findActors(bare);
  const roles = actorRoles(bare, mentions);
  return mentions.flatMap((mention, index): NamedActor[] => {
    const found = roles[index];
    return found ? [{ ...mention, ...found }] : [];
  });
}

/** 由相关职能部门牵头 also says who acts in the words before it, when nobody else does. */
function lookAhead(statements: readonly Statement[]): readonly Statement[] {
  return statements.map((statement, index) => {
    if (statement.agents.length > 0) return statement;
    const later = statements.slice(index + 1).find(({ agents }) => agents.length > 0);
    return later?.sentence === statement.sentence ? { ...statement, agents: later.agents } : statement;
  });
}

/**
 * @param plain text in plain form
 * @param inherited agents taken over from an earlier text: the lead of a list for its items
 */
export function readStatements(plain: string, inherited: readonly string[] = []): readonly Statement[] {
  const statements: Statement[] = [];
  let agents = inherited;
  let governing: ModalGroup | undefined;
  let sentence = 0;
  let part = 0;
  let start = 0;
  for (const { at, mark } of [...cuts(plain), { at: plain.length, mark: '。' }]) {
    const from = start;
    const text = plain.slice(from, at);
    start = at + mark.length;
    if (text !== '') {
      const bare = withoutQuoted(text);
      const actors = readActors(bare);
      const own = actors.filter(({ role }) => role.kind === 'agent').map(({ actor }) => actor);
      const modals = findModals(bare);
      if (own.length > 0) agents = own;
      statements.push({
        text,
        start: from,
        sentence,
        part,
        actors,
        agents,
        modals,
        governing,
        amounts: findAmounts(bare),
      });
      governing = modals.at(-1)?.group ?? governing;
    }
    if (/[;。!?:]/.test(mark)) part += 1;
    if (/[。!?]/.test(mark)) {
      sentence += 1;
      governing = undefined;
    }
  }
  return lookAhead(statements);
}
