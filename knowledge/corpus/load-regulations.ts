/** Loads every regulation the program knows: those that come with it and those an operator added. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { readRegulation } from './read-regulation.ts';
import type { Regulation } from './regulation.ts';
import { RegulationFileError } from './regulation-file-error.ts';

/** The regulations that come with the program. */
export const builtInRegulationsDir = fileURLToPath(new URL('../regulations/', import.meta.url));

/** Where an operator's own regulations lie within the data folder. */
export function addedRegulationsDir(dataDir: string): string {
  return join(dataDir, 'regulations');
}

function regulationFiles(dir: string): readonly string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .toSorted()
    .map((name) => join(dir, name));
}

/**
 * @param dirs folders of `<id>.md` files, earlier ones first; a folder that is not there holds none
 * @returns in the order of the folders, by id within each
 * @throws RegulationFileError for a bad file, an id unlike its file's name, or an id met twice
 */
export function loadRegulations(dirs: readonly string[] = [builtInRegulationsDir]): readonly Regulation[] {
  const fileOf = new Map<string, string>();
  return dirs.flatMap(regulationFiles).map((file) => {
    const regulation = readRegulation(readFileSync(file, 'utf8'), file);
    if (regulation.id !== basename(file, '.md'))
      throw new RegulationFileError(file, null, `文件名应与 id 相同:${regulation.id}.md`);
    const other = fileOf.get(regulation.id);
    if (other !== undefined) throw new RegulationFileError(file, null, `id ${regulation.id} 已被 ${other} 使用`);
    fileOf.set(regulation.id, file);
    return regulation;
  });
}
