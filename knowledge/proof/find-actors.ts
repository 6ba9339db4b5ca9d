/** Finds the actors a text names, under the name the regulation uses or one that people use. */
import { readFileSync } from 'node:fs';

import { parse } from 'yaml';
import { z } from 'zod';

export interface ActorMention {
  /** The actor's own name, whatever name was used. */
  readonly actor: string;
  readonly start: number;
  readonly end: number;
}

const lexiconSchema = z.array(z.strictObject({ actor: z.string().nullable(), names: z.array(z.string()).min(1) }));

const lexicon = lexiconSchema.parse(parse(readFileSync(new URL('actors.yaml', import.meta.url), 'utf8')));
const actorOf = new Map(lexicon.flatMap(({ actor, names }) => names.map((name) => [name, actor] as const)));

/** Every actor of the lexicon. */
export const actors: readonly string[] = lexicon.flatMap(({ actor }) => actor ?? []);

const known = Array.from(actorOf.keys())
  .toSorted((a, b) => b.length - a.length)
  // 提供方便, 使用方法 and 使用方向 name nobody; 使用方向提供部门提出 does.
  .map((name) => name.replace(/[()]/g, '\\$&').replace(/方$/, '方(?![便式法案面针]|向(?!提供|使用|市|各|政务|其他))'))
  .join('|');

/** A body the lexicon does not know is an actor too: an answer must not bring in the finance bureau. */
const unknown =
  '(?:国务院|[省市区县]|长沙市)[\\u4e00-\\u9fff]{1,8}?(?:局|厅|委员会|办公室|法院|检察院|公司)|(?:财政|审计|网信|保密|司法|监察|纪检监察|税务|工信|发改)(?:部门|机关|局|委)';
const pattern = new RegExp(`${known}|${unknown}`, 'g');

/** @param text in plain form */
export function findActors(text: string): readonly ActorMention[] {
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: name, index }) => {
    const actor = actorOf.get(name);
    return actor === null ? [] : [{ actor: actor ?? name, start: index, end: index + name.length }];
  });
}
