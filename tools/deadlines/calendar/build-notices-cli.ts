/** Writes notices.json anew: `npx tsx tools/deadlines/calendar/build-notices-cli.ts`, then run the tests of this folder. */
import { writeFileSync } from 'node:fs';

import { buildNotices } from './build-notices.ts';

const notices = buildNotices();
const day = (value: unknown): string => `      ${JSON.stringify(value).replace(/(?<=[:,])(?=["tf])/g, ' ')}`;
const printed = notices.map(({ days, ...head }) => {
  const lines = Object.entries(head).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `  {\n${lines.join(',\n')},\n    "days": [\n${days.map(day).join(',\n')}\n    ]\n  }`;
});
writeFileSync(new URL('notices.json', import.meta.url), `[\n${printed.join(',\n')}\n]\n`);
console.log(`${notices.length} notices, ${notices[0]?.year} to ${notices.at(-1)?.year}`);
