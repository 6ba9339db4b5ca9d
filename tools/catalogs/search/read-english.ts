/** Puts English words for what catalogs hold into Chinese: “list of hospitals” looks for 医疗机构. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const schema = z.array(z.record(z.string(), z.string()));
const longest = 4;

/** Words between the ones that matter; they name the sort of thing or only ask. */
const passing = new Set(
  (
    'a an the of for in on at to from by with and or is are was were be do does did has have had who what which where when how many much i we you me us my our your it its this that these those ' +
    'any all some please show find search get give want need looking look data dataset datasets database information info list lists record records registry register directory catalog catalogue ' +
    'city changsha municipal local public government official number numbers name names details basic there can could would'
  ).split(' '),
);

const meanings: ReadonlyMap<string, string> = new Map(
  schema
    .parse(parse(readFileSync(new URL('english-words.yaml', import.meta.url), 'utf8')))
    .flatMap((line) => Object.entries(line))
    .flatMap(([words, meaning]) => words.split(',').map((word): [string, string] => [word.trim(), meaning])),
);

/** A run without a known word is left as it is: it may be pinyin or a code. Formats (API, PDF) stay for the filters. */
export function readEnglish(text: string): string {
  return text.replace(/[A-Za-z]+(?:[ '’-]+[A-Za-z]+)*/gu, (run) => {
    const words = run.toLowerCase().split(/[^a-z]+/u);
    const said: string[] = [];
    let known = 0;
    let read = 0;
    for (let at = 0; at < words.length;) {
      const word = words[at] ?? '';
      const length = expressionAt(words, at);
      if (length > 0) known += 1;
      if (length > 0) said.push(meanings.get(words.slice(at, at + length).join(' ')) ?? '');
      else if (!passing.has(word)) said.push(word);
      if (length > 0 || passing.has(word)) read += Math.max(1, length);
      at += Math.max(1, length);
    }
    return known === 0 || 2 * read < words.length ? run : ` ${said.join(' ')} `;
  });
}

function expressionAt(words: readonly string[], at: number): number {
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1)
    if (meanings.has(words.slice(at, at + length).join(' '))) return length;
  return 0;
}
