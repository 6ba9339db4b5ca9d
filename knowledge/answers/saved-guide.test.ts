import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { type CutGuide, openCutGuide } from './saved-guide.ts';

const regulations = loadRegulations();
const guide: CutGuide = {
  book: { topics: [], texts: [] },
  cut: { texts: [new Map([['w:共享', 1]])], clauses: [new Map([['p:答复', 0.55]])], clauseOf: [0] },
};
let dir = '';
let made = 0;
const open = (of = regulations): CutGuide =>
  openCutGuide(of, dir, dir, () => {
    made += 1;
    return guide;
  });

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'saved-guide-'));
  made = 0;
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('the guide kept between starts', () => {
  it('is read back as it was made', () => {
    open();
    expect(open()).toEqual(guide);
    expect(made).toBe(1);
  });

  it('is made anew when a regulation has changed', () => {
    open();
    const [main] = regulations;
    if (main) open([{ ...main, title: '另一部办法' }]);
    expect(made).toBe(2);
  });

  it('is made anew when the file was damaged', () => {
    open();
    const path = join(dir, 'guide.jsonl');
    writeFileSync(path, readFileSync(path, 'utf8').replace('共享', '开放'));
    expect(open()).toEqual(guide);
    expect(made).toBe(2);
  });
});
