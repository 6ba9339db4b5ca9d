import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { ambientViolations } from './ambient-rules.ts';
import { layers, layerViolations } from './layer-rules.ts';
import { packageViolations } from './package-rules.ts';
import { shapeViolations, topLevelViolations } from './shape-rules.ts';
import { readSources, type SourceFile, type Violation } from './source-file.ts';

const report = (violations: readonly Violation[]): readonly string[] =>
  violations.map(({ path, line, rule }) => `${path}:${line} ${rule}`);
const file = (path: string, text: string): SourceFile => ({ path, text });

describe('the project follows its own drawing', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const names = Object.keys(layers);
  const files = readSources(root, names);

  test.each([
    ['layers', layerViolations],
    ['packages', packageViolations],
    ['environment and clock', ambientViolations],
    ['shape', shapeViolations],
  ])('%s', (_, rule) => {
    expect(files.length).toBeGreaterThan(50);
    expect(report(rule(files))).toEqual([]);
  });

  test('top level', () => {
    const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(
      report(
        topLevelViolations(
          folders.map(({ name }) => name),
          names,
        ),
      ),
    ).toEqual([]);
  });
});

describe('a crossing against the drawing is reported', () => {
  test.each([
    [
      'knowledge/answers/a.ts',
      "import { x } from '#tools/people/x.ts';",
      'knowledge must not import tools (#tools/people/x.ts)',
    ],
    [
      'prisma/a.ts',
      "import type { X } from '#knowledge/x/x.ts';",
      'prisma must not import knowledge (#knowledge/x/x.ts)',
    ],
    ['tools/people/a.ts', "export * from '#bot/wording.ts';", 'tools must not import bot (#bot/wording.ts)'],
    ['bot/a.ts', "const x = await import('#evals/x.ts');", 'bot must not import evals (#evals/x.ts)'],
    ['bot/web/a.ts', "import '../channels/x.ts';", '../channels/x.ts leaves its folder: write #bot/channels/x.ts'],
    [
      'tools/people/a.ts',
      "import {\n  x,\n} from '../../prisma/store.ts';",
      '../../prisma/store.ts leaves its folder: write #prisma/store.ts',
    ],
    ['bot/web/a.ts', "import { x } from '#bot/web/x.ts';", '#bot/web/x.ts is in the same folder: write ./x.ts'],
  ])('%s: %s', (path, text, rule) => {
    expect(layerViolations([file(path, text)]).map((violation) => violation.rule)).toEqual([rule]);
  });

  test('the line is the line of the import', () => {
    const text = "/** A. */\n\nimport { a } from './a.ts';\nimport {\n  b,\n} from '#bot/b.ts';\n";
    expect(report(layerViolations([file('tools/x/c.ts', text)]))).toEqual([
      'tools/x/c.ts:6 tools must not import bot (#bot/b.ts)',
    ]);
  });

  test.each([
    ['bot/main.ts', "import { x } from './channels/x.ts';"],
    ['knowledge/corpus/pasted/a.ts', "import { x } from '../x.ts';"],
    ['bot/dialogue/steps/a.ts', "import { x } from '../forms/x.ts';"],
    ['prisma/seed/a.ts', "import { x } from '../generated/x.ts';"],
    ['knowledge/corpus/a.ts', "import { x } from '#knowledge/citations/x.ts';"],
    ['bot/dialogue/a.ts', "import { x } from '#tools/people/x.ts';"],
    ['evals/a.ts', "import { x } from '#bot/x.ts';\n// import '#evals/x.ts'"],
    ['tools/a/b.ts', "/** Never import '#bot/x.ts'. */\nexport const from = 1;"],
  ])('%s: %s is as it should be', (path, text) => {
    expect(report(layerViolations([file(path, text)]))).toEqual([]);
  });
});

describe('a package out of place is reported', () => {
  test.each([
    ['bot/dialogue/a.ts', 'botbuilder'],
    ['bot/dialogue/a.ts', 'botframework-connector'],
    ['tools/people/a.ts', 'langchain'],
    ['knowledge/search/ranking.ts', '@langchain/openai'],
    ['knowledge/search/openai-embedder.ts', '@langchain/core/tools'],
    ['bot/web/a.ts', 'hnswlib-node'],
    ['tools/catalogs/a.ts', '@prisma/client'],
    ['bot/delivery/a.ts', '@electric-sql/pglite'],
    ['knowledge/search/a.ts', 'minisearch'],
  ])('%s: %s', (path, name) => {
    expect(packageViolations([file(path, `import x from '${name}';`)])).toHaveLength(1);
  });

  test.each([
    ['bot/channels/framework/adapter.ts', 'botbuilder'],
    ['evals/bench/echo-bot.ts', 'botbuilder'],
    ['bot/assistant/agent.ts', 'langchain'],
    ['knowledge/search/openai-embedder.ts', '@langchain/openai'],
    ['knowledge/search/vector-index.ts', 'hnswlib-node'],
    ['prisma/store.ts', '@prisma/adapter-pg'],
    ['tools/catalogs/a.ts', 'zod'],
  ])('%s: %s is as it should be', (path, name) => {
    expect(report(packageViolations([file(path, `import x from '${name}';`)]))).toEqual([]);
  });

  test('only one file of the search may load the vector library', () => {
    const files = ['vector-index.ts', 'hnsw-index.ts'].map((name) =>
      file(`knowledge/search/${name}`, "import hnsw from 'hnswlib-node';"),
    );
    expect(packageViolations(files)).toHaveLength(1);
  });
});

describe('the environment and the clock', () => {
  test.each([
    ['tools/people/a.ts', 'const now = new Date();'],
    ['tools/people/a.test.ts', 'const now = Date.now();'],
    ['bot/dialogue/a.ts', 'const key = process.env.KEY;'],
    ['bot/console/chat-cli.ts', 'const key = process.env.KEY;'],
    ['bot/console/chat-cli.ts', "const key = process.env['KEY'];"],
    ['bot/a.ts', 'spawn(x, { env: { ...process.env } });'],
    ['bot/a.ts', 'const text = `at ${Date.now()}`;'],
  ])('%s must not: %s', (path, text) => {
    expect(ambientViolations([file(path, text)])).toHaveLength(1);
  });

  test.each([
    ['tools/people/a.ts', "// new Date()\nconst day = new Date('2026-02-10'); const words = 'Date.now()';"],
    ['bot/main.ts', 'const now = () => new Date();'],
    ['bot/console/chat-cli.ts', 'const config = readConfig(process.env); const now = new Date();'],
    ['bot/config.ts', 'readConfig(process.env.PORT);'],
    ['prisma/test-config.ts', 'environment.parse(process.env);'],
    ['bot/a.test.ts', 'spawn(x, { env: { ...process.env, PORT: 0 } });'],
    ['evals/bench/a.ts', 'const started = Date.now();'],
  ])('%s may: %s', (path, text) => {
    expect(report(ambientViolations([file(path, text)]))).toEqual([]);
  });
});

describe('shape', () => {
  const opened = (lines: number): string => `/** What it is for. */\n${'x();\n'.repeat(lines - 1)}`;

  test.each([
    ['bot/a.ts', opened(201), '201 lines: 200 are the most'],
    ['bot/text-utils.ts', opened(2), '“utils” says nothing about what is inside'],
    ['bot/helpers/a.ts', opened(2), '“helpers” says nothing about what is inside'],
    ['bot/sendCard.ts', opened(2), 'file names are kebab-case'],
    ['bot/a.ts', 'export const a = 1;\n', 'a file opens with a /** sentence */ on what it is for'],
  ])('%s is reported', (path, text, rule) => {
    expect(shapeViolations([file(path, text)]).map((violation) => violation.rule)).toEqual([rule]);
  });

  test.each([
    ['bot/a.ts', opened(200)],
    ['bot/a.test.ts', 'x();\n'.repeat(300)],
    ['bot/commonplace-book.ts', opened(2)],
  ])('%s is as it should be', (path, text) => {
    expect(report(shapeViolations([file(path, text)]))).toEqual([]);
  });

  test('a folder too many and a folder missing at the top level are reported', () => {
    expect(report(topLevelViolations(['bot', 'lib', '.git', 'node_modules', 'docs'], ['bot', 'tools']))).toEqual([
      'lib/:1 no such top-level folder',
      'tools/:1 this folder is missing',
    ]);
  });
});
