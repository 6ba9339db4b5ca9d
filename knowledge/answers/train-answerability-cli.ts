/** `npm run guide:train`: learns anew what the text does not say and keeps the weights beside the regulation. */
import { writeFileSync } from 'node:fs';
import { builtInRegulationsDir, loadRegulations } from '../corpus/load-regulations.ts';
import { trainAnswerability } from './answerability.ts';
import { answerabilityPath, printAnswerability } from './answerability-file.ts';
import { createTrainableParts } from './answer-parts.ts';

for (const regulation of loadRegulations()) {
  const { trainable } = createTrainableParts([regulation]);
  const path = answerabilityPath(builtInRegulationsDir, regulation.id);
  writeFileSync(path, printAnswerability(trainable.index.book, trainAnswerability(trainable)));
  console.log(path);
}
