/** The choice of who to be in the demo city; there only when the server lists people. */
import type { DemoPerson } from './demo-people.ts';
import { listDemoPeople } from './demo-people.ts';
import { el, part } from './element.ts';
import { wording } from './wording.ts';

/** Milliseconds between looks: on its first start the program still fills the sample city while the page is there. */
const pauses = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

async function peopleSoon(): Promise<readonly DemoPerson[]> {
  let people = await listDemoPeople();
  for (const pause of pauses) {
    if (people.length > 0) break;
    await new Promise((done) => setTimeout(done, pause));
    people = await listDemoPeople();
  }
  return people;
}

/** @param become resolves to false when the change did not work out */
export async function setUpPersonChoice(
  current: string | null,
  become: (person: string | null) => Promise<boolean>,
): Promise<void> {
  if (document.body.dataset['demo'] !== 'on') return;
  part('demo', HTMLElement).hidden = false;
  const people = await peopleSoon();
  if (people.length === 0) return;
  const choice = part('person', HTMLSelectElement);
  choice.replaceChildren(el('option', { value: '' }, wording.visitor), ...groups(people));
  let chosen = people.some(({ id }) => id === current) ? (current ?? '') : '';
  choice.value = chosen;
  choice.addEventListener('change', () => {
    const wanted = choice.value;
    choice.disabled = true;
    void become(wanted === '' ? null : wanted).then((done) => {
      if (done) chosen = wanted;
      choice.value = chosen;
      choice.disabled = false;
    });
  });
  part('who', HTMLElement).hidden = false;
}

/** By department, in the order in which the server lists them. */
function groups(people: readonly DemoPerson[]): readonly HTMLElement[] {
  const departments = [...new Set(people.map(({ department }) => department))];
  return departments.map((department) => {
    const options = people
      .filter((person) => person.department === department)
      .map(({ id, name, role }) =>
        el('option', { value: id }, role === '' ? name : `${name}（${wording.role(role)}）`),
      );
    return el('optgroup', { label: department === '' ? '其他' : department }, ...options);
  });
}
