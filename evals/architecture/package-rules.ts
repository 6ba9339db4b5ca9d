/** Which package may appear where, so that a channel, a model or a database can be exchanged in one place. */
import { importsOf, packageOf } from './imports-of.ts';
import { isTest, type SourceFile, type Violation } from './source-file.ts';

interface PackageRule {
  readonly packages: RegExp;
  readonly where: RegExp;
  readonly words: string;
}

/** `evals/` may also use a package as the peer it measures against. */
const rules: readonly PackageRule[] = [
  { packages: /^(?:botbuilder|botframework)/, where: /^bot\/channels\/|^evals\//, words: 'bot/channels/' },
  {
    packages: /^@langchain\/openai$/,
    where: /^bot\/assistant\/|^knowledge\/search\/[^/]*embed[^/]*\.ts$/,
    words: 'bot/assistant/ and the embeddings file of knowledge/search/',
  },
  { packages: /^(?:langchain|@langchain\/.+)$/, where: /^bot\/assistant\//, words: 'bot/assistant/' },
  {
    packages: /^hnswlib-node$/,
    where: /^knowledge\/search\/[^/]*(?:vector|hnsw)[^/]*\.ts$|^evals\//,
    words: 'the vector index file of knowledge/search/',
  },
  { packages: /^@(?:prisma|electric-sql)\/|^pg-boss$/, where: /^prisma\//, words: 'prisma/' },
  { packages: /^(?:minisearch|@orama\/.+|playwright-core)$/, where: /^evals\/|\.test\.ts$/, words: 'evals/ and tests' },
];

export function packageViolations(files: readonly SourceFile[]): readonly Violation[] {
  const violations: Violation[] = [];
  const vectorFiles = new Set<string>();
  for (const file of files) {
    for (const { specifier, line } of importsOf(file)) {
      const name = packageOf(specifier);
      const rule = name === undefined ? undefined : rules.find(({ packages }) => packages.test(name));
      if (!rule || name === undefined) continue;
      if (!rule.where.test(file.path))
        violations.push({ path: file.path, line, rule: `${name} belongs in ${rule.words} only` });
      if (name === 'hnswlib-node' && file.path.startsWith('knowledge/') && !isTest(file.path))
        vectorFiles.add(file.path);
    }
  }
  for (const path of Array.from(vectorFiles).slice(1))
    violations.push({ path, line: 1, rule: 'hnswlib-node is already imported by another file' });
  return violations;
}
