/** scratch */
import { readFileSync } from 'node:fs';
import { City } from './chat.fixture.ts';
const city = await City.open();
const speakers = new Map<string, ReturnType<City['as']>>();
for (const line of readFileSync(0, 'utf8').split('\n')) {
  if (line.trim() === '') continue;
  const m = /^(\w+)(?:@(\w+))?(>|!)(.*)$/s.exec(line);
  if (!m) {
    console.log('??', line);
    continue;
  }
  const key = `${m[1]}@${m[2] ?? m[1]}`;
  const who = speakers.get(key) ?? city.as(m[1] ?? '', m[2] ?? m[1]);
  speakers.set(key, who);
  const text = (m[4] ?? '').replaceAll('\\n', '\n').replaceAll('\\t', '\t');
  console.log(`\n${key}: ${text}`);
  const out = m[3] === '>' ? await who.say(text) : await who.press(text);
  console.log(
    out
      .split('\n')
      .map((l) => '    ' + l)
      .join('\n'),
  );
}
const drafts = await city.store.db.draft.findMany();
for (const d of drafts) console.log(d.state, d.name, JSON.stringify(d.fields));
await city.close();
