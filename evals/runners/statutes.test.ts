import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fitWeights } from './fit-weights.ts';
import { leadInterval } from './lead-interval.ts';
import { plainBm25 } from './plain-bm25.ts';
import { bestRank, rankingFigures } from './ranking-figures.ts';
import { run } from './statutes.ts';

describe('figures of a ranking', () => {
  test('count how often a right answer comes first, among three, and how far up', () => {
    const figures = rankingFigures([1, 2, 4, 20, Number.POSITIVE_INFINITY]);
    expect(figures).toEqual({ 'hit@1': 0.2, 'hit@3': 0.4, 'MRR@10': (1 + 1 / 2 + 1 / 4) / 5, n: 5 });
  });

  test('the best of several right answers counts', () => {
    expect(bestRank([5, 7, 9], [9, 7])).toBe(2);
    expect(bestRank([5], [9])).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('plain BM25', () => {
  test('ranks by the rarer common words, and texts without any last', () => {
    const rank = plainBm25(['目录应当备案。', '数据应当共享。', '数据应当开放。', '解释权归主管部门']);
    expect(rank('数据开放')).toEqual([2, 1, 0, 3]);
  });
});

describe('the lead over another ranking', () => {
  const compared = (ours: boolean, theirs: boolean, group: string) => ({ ours, theirs, group });

  test('is sure where every law shows it', () => {
    const all = ['甲', '乙', '丙'].flatMap((law) => [compared(true, false, law), compared(true, true, law)]);
    expect(leadInterval(all, 0.05)).toMatchObject({ lead: 0.5, low: 0.5, high: 0.5, sure: 1 });
  });

  test('is unsure where a single law makes it', () => {
    const all = [
      ...Array.from({ length: 9 }, (_, n) => compared(true, true, `law ${n}`)),
      compared(true, false, 'one'),
    ];
    const { lead, low, sure } = leadInterval(all, 0.05);
    expect(lead).toBeCloseTo(0.1);
    expect(low).toBe(0);
    expect(sure).toBeLessThan(0.9);
  });
});

describe('fitting', () => {
  test('gives weight to the signal that tells right from wrong and none to the one that does not', () => {
    const cases = Array.from({ length: 30 }, (_, n) => ({
      group: String(n % 3),
      rows: [0, 1, 2].map((row) => [row === n % 3 ? 1 : 0.2, row === 0 ? 1 : 0]),
      right: new Set([n % 3]),
      weight: 1,
    }));
    const [telling = 0, idle = 1] = fitWeights(cases, 2);
    expect(telling).toBeGreaterThan(2);
    expect(Math.abs(idle)).toBeLessThan(0.1);
  });
});

describe('npm run eval -- statutes', () => {
  let dir: string;
  const printed: string[] = [];
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'zhengshu-statutes-'));
    printed.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
    vi.spyOn(console, 'error').mockImplementation((line: string) => void printed.push(line));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(dir, { recursive: true });
  });

  function write(name: string, rows: readonly unknown[]): string {
    const path = join(dir, name);
    writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
    return path;
  }
  const law = { law: '某市共享办法', version: '2024-01-01' };
  const laws = [
    { ...law, id: 1, article: '第一条', text: '为了推进数据共享，制定本办法。' },
    { ...law, id: 2, article: '第二条', text: '提供部门应当在十个工作日内答复共享申请。' },
    { ...law, id: 3, article: '第三条', text: '擅自转让共享数据的，责令改正。' },
    { ...law, law: '另一部法', id: 9, article: '第一条', text: '提供部门应当在十个工作日内答复共享申请。' },
  ];
  const questions = [
    { ...law, id: 1, q: '申请共享几天答复', gold: [2] },
    { ...law, id: 2, q: '把数据转让给别人会怎么处理', gold: [3] },
  ];

  test('prints exactly one line of JSON, ranking only the articles of the named law', async () => {
    const code = await run([
      '--laws',
      write('laws.jsonl', laws),
      '--queries',
      write('queries.jsonl', questions),
      '--json',
    ]);
    expect(code).toBe(0);
    expect(printed.map((line) => JSON.parse(line) as unknown)).toEqual([{ 'hit@1': 1, 'hit@3': 1, 'MRR@10': 1, n: 2 }]);
  });

  test('without --json shows plain BM25 of the same run beside it', async () => {
    await run(['--laws', write('laws.jsonl', laws), '--queries', write('queries.jsonl', questions)]);
    expect(printed.some((line) => /^plain BM25.*\d\.\d{3}/.test(line))).toBe(true);
    expect(printed.some((line) => /^our search\s+1\.000/.test(line))).toBe(true);
  });

  test('a law that is not in the file, or a missing argument, is an error of use', async () => {
    const other = [{ ...questions[0], law: '没有这部法' }];
    expect(await run(['--laws', write('laws.jsonl', laws), '--queries', write('other.jsonl', other)])).toBe(2);
    expect(await run(['--laws', write('laws.jsonl', laws)])).toBe(2);
  });

  test('a malformed line is named', async () => {
    const path = join(dir, 'broken.jsonl');
    writeFileSync(path, `${JSON.stringify(laws[0])}\n{"law":`);
    await expect(run(['--laws', path, '--queries', write('queries.jsonl', questions)])).rejects.toThrow(
      'broken.jsonl:2',
    );
  });
});
