/** Takes a regulation file or a pasted text into the data folder, after everything about it has been checked. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

import { addedRegulationsDir, builtInRegulationsDir, loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { type Doubt, type GivenFacts, readPasted } from '#knowledge/corpus/pasted/read-pasted.ts';
import { printRegulation } from '#knowledge/corpus/print-regulation.ts';
import { readRegulation } from '#knowledge/corpus/read-regulation.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import { RegulationFileError } from '#knowledge/corpus/regulation-file-error.ts';

export interface RegulationToAdd extends Omit<GivenFacts, 'id'> {
  /** Path of a .txt or .md file. */
  readonly file: string;
  /** Taken from the file's name when absent. */
  readonly id?: string | undefined;
  /** Whether a regulation added before under the same id may be overwritten. */
  readonly replace: boolean;
}

export interface AddedRegulation {
  readonly regulation: Regulation;
  readonly doubts: readonly Doubt[];
  readonly path: string;
}

/** UTF-8, or what older office programs write: GB18030. */
function readText(file: string): string {
  const bytes = readFileSync(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function idFor({ file, id }: RegulationToAdd): string {
  const own = id ?? basename(file, extname(file));
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(own)) return own;
  throw new RegulationFileError(file, null, `“${own}”不能作编号,请用 --id 给出,例如 --id changsha-2021-80`);
}

/**
 * @param dataDir the folder everything is written under
 * @throws RegulationFileError when the text cannot be read as a regulation or its id is taken
 */
export function addRegulation(toAdd: RegulationToAdd, dataDir: string): AddedRegulation {
  if (!existsSync(toAdd.file)) throw new RegulationFileError(toAdd.file, null, '文件不存在');
  const text = readText(toAdd.file);
  const own = /^\ufeff?---\r?\n/.test(text);
  const { regulation, doubts } = own
    ? { regulation: readRegulation(text.replace(/^\ufeff/, ''), toAdd.file), doubts: [] }
    : readPasted(text, toAdd.file, { ...toAdd, id: idFor(toAdd) });

  const dir = addedRegulationsDir(dataDir);
  const path = join(dir, `${regulation.id}.md`);
  if (loadRegulations([builtInRegulationsDir]).some(({ id }) => id === regulation.id))
    throw new RegulationFileError(toAdd.file, null, `${regulation.id} 是随程序提供的规章,请换一个 --id`);
  if (existsSync(path) && !toAdd.replace)
    throw new RegulationFileError(toAdd.file, null, `${path} 已存在;确认要覆盖请加 --replace`);

  const printed = printRegulation(regulation);
  // What is written has to be readable at the next start: the check comes before the file is touched.
  readRegulation(printed, path);
  mkdirSync(dir, { recursive: true });
  writeFileSync(`${path}.new`, printed);
  renameSync(`${path}.new`, path);
  return { regulation, doubts, path };
}
