/** `catalogs search`: one question, or one a line from stdin, against what is published. */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { prepareCatalogSearch } from '#tools/catalogs/search/catalog-search-of.ts';
import type { CatalogFindings, CatalogSearch } from '#tools/catalogs/search/catalog-search.ts';
import { findingsText, hitLine } from '#tools/catalogs/search/findings-text.ts';
import type { CatalogCommand } from './command.ts';
import { UsageError } from './usage-error.ts';

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), q: z.string() });

export const command: CatalogCommand = async ({ args, store, dataDir }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      jsonl: { type: 'boolean', default: false },
      limit: { type: 'string', default: '10' },
    },
  });
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) throw new UsageError('--limit 应是 1 到 1000 的整数。');
  const words = positionals.join(' ');
  if (!values.jsonl && words === '') throw new UsageError('请写出要找什么,例如:catalogs search "谁有婚姻登记的数据"');
  const search = await prepareCatalogSearch(store.db, dataDir);
  if (values.jsonl) await searchLines(search, limit);
  else {
    const { findings, ms } = await timed(search, words, limit);
    console.log(values.json ? JSON.stringify({ ...printed(findings), ms }) : findingsText(findings));
  }
  return 0;
};

async function searchLines(search: CatalogSearch, limit: number): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const parsed = lineSchema.safeParse(parsedOr(line));
    if (!parsed.success) {
      console.log(
        JSON.stringify({ id: null, hits: [], none: true, text: '这一行不是 {"id","q"} 形式的 JSON。', ms: 0 }),
      );
      continue;
    }
    const { findings, ms } = await timed(search, parsed.data.q, limit);
    console.log(JSON.stringify({ id: parsed.data.id, ...printed(findings), ms }));
  }
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function timed(
  search: CatalogSearch,
  words: string,
  limit: number,
): Promise<{ findings: CatalogFindings; ms: number }> {
  const started = performance.now();
  const findings = await search.search(words, { limit });
  return { findings, ms: Math.round((performance.now() - started) * 100) / 100 };
}

function printed(findings: CatalogFindings): object {
  const { hits, total, none, relaxed, said, corrections } = findings;
  return {
    hits: hits.map(hitLine),
    total,
    none,
    relaxed,
    filters: said,
    corrections: corrections.map(({ from, to }) => `${from}→${to}`),
    text: findingsText(findings),
  };
}
