/** Loads the guide of a regulation: every YAML file of its folder, each point checked for shape, ids unique. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

import { builtInRegulationsDir } from '#knowledge/corpus/load-regulations.ts';

import { guideSchema, type Point } from './guide.ts';

/** Says which guide file is wrong, and where. */
export class GuideFileError extends Error {
  override readonly name = 'GuideFileError';
}

function readPoints(file: string): readonly Point[] {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const fault = document.errors[0];
  if (fault) throw new GuideFileError(`${file}: ${fault.message}`);
  const parsed = guideSchema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const node = document.getIn(issue.path.slice(0, 1), true);
    const offset =
      typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? node.range[0] : 0;
    const line = typeof offset === 'number' ? lines.linePos(offset).line : 1;
    return `${file}:${line} ${z.core.toDotPath(issue.path)}: ${issue.message}`;
  });
  throw new GuideFileError(problems.join('\n'));
}

/**
 * @param regulationId its folder is `<id>.guide` beside the regulation's file
 * @returns points in the order of files and lines; none where there is no guide
 */
export function loadGuide(regulationId: string, dir: string = builtInRegulationsDir): readonly Point[] {
  const folder = join(dir, `${regulationId}.guide`);
  if (!existsSync(folder)) return [];
  const fileOf = new Map<string, string>();
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .flatMap((name) =>
      readPoints(join(folder, name)).map((point) => {
        const other = fileOf.get(point.id);
        if (other !== undefined) throw new GuideFileError(`${name}: ${point.id} already stands in ${other}`);
        fileOf.set(point.id, name);
        return point;
      }),
    );
}
