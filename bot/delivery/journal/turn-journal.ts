/** The journal of turns: each is appended to a file before its reply leaves, and struck out once the store has it. */
import { appendFileSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Two files take turns: one is written to while the other's turns are brought into the store. */
const fileNames = ['turns-a.jsonl', 'turns-b.jsonl'] as const;
/** Where turns go that the store refuses, so that nothing is lost and the rest goes on. */
const refusedName = 'refused.jsonl';

export class TurnJournal {
  readonly #folder: string;
  readonly #files: readonly [number, number];
  #active: 0 | 1 = 0;

  /** @param folder made when missing; nobody else writes there */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#folder = folder;
    const [one, other] = fileNames.map((name) => openSync(path.join(folder, name), 'a', 0o600));
    if (one === undefined || other === undefined) throw new Error('two files were to be opened');
    this.#files = [one, other];
  }

  /** What a process that is gone left behind, in no particular order; a line that was cut off was never answered. */
  left(): readonly string[] {
    return fileNames
      .flatMap((name) => readFileSync(path.join(this.#folder, name), 'utf8').split('\n'))
      .filter((line) => line !== '' && isWhole(line));
  }

  /** Nothing of what was left is needed any more. */
  clear(): void {
    for (const file of this.#files) ftruncateSync(file);
  }

  /** In the system's hands when this returns: it survives the end of this process. @param line JSON without line breaks */
  append(line: string): void {
    writeAll(this.#files[this.#active], `${line}\n`);
  }

  /** From now on the other file is written to; the one returned is to be brought into the store and then `strike`n. */
  swap(): 0 | 1 {
    const full = this.#active;
    this.#active = full === 0 ? 1 : 0;
    return full;
  }

  strike(file: 0 | 1): void {
    ftruncateSync(this.#files[file]);
  }

  refuse(line: string): string {
    const place = path.join(this.#folder, refusedName);
    appendFileSync(place, `${line}\n`, { mode: 0o600 });
    return place;
  }
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}

function isWhole(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
