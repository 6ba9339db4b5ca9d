/** Reads the labelled messages under `cases/` that this folder's tests and measurements run on. */
import { readLines } from './read-lines.ts';

export interface LabelledLine {
  /** The `[group]` the line stands under. */
  readonly group: string;
  readonly line: string;
}

export function readCases(file: string): LabelledLine[] {
  let group = '';
  const cases: LabelledLine[] = [];
  for (const line of readLines(`cases/${file}`)) {
    const heading = /^\[([^\]]+)\]$/.exec(line)?.[1];
    if (heading !== undefined) group = heading;
    else cases.push({ group, line });
  }
  return cases;
}
