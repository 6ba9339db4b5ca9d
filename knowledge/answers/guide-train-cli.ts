/** `npm run guide:train`: learns anew from the guide and keeps the lessons beside the regulation. */
import { writeFileSync } from 'node:fs';
import { builtInRegulationsDir, loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import { createTrainable, learn } from './answer-parts.ts';
import { lessonsPath, printLessons } from './lessons.ts';

for (const regulation of loadRegulations()) {
  const trainable = createTrainable([regulation]);
  const path = lessonsPath(builtInRegulationsDir, regulation.id);
  writeFileSync(path, printLessons(trainable.answerability.index.book, learn(trainable)));
  console.log(path);
}
