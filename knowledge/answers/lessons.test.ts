import { describe, expect, it } from 'vitest';
import { builtInRegulationsDir, loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { gatherTopics } from './guided-topics.ts';
import { lessonsPath, readLessons } from './lessons.ts';

describe('the lessons kept beside the regulation', () => {
  it.each(loadRegulations().map(({ id }) => [id]))('were learnt from the guide of %s as it stands now', (id) => {
    const regulations = loadRegulations().filter((one) => one.id === id);
    const kept = readLessons(lessonsPath(builtInRegulationsDir, id), gatherTopics(regulations));
    expect(kept?.fresh, 'the guide has changed: run `npm run guide:train` and commit the lessons').toBe(true);
  });
});
