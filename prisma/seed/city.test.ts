/** The demo city's files say what they are meant to say: believable where nothing is marked, wrong where a finding is. */
import { expect, test } from 'vitest';
import { dataItems, legalBases, versionAttributes } from './attributes.ts';
import { catalogRows, departmentRows, peopleRows } from './city-rows.ts';
import { dayOf } from './day.ts';
import { dutyRows } from './duty-rows.ts';
import { linesOf } from './list-lines.ts';
import { listRows } from './list-rows.ts';
import { readCity, type CityEntry } from './read-city.ts';
import { requestRows } from './request-rows.ts';

const city = readCity();
const entries = [...city.catalogs].flatMap(([department, list]) => list.map((entry) => ({ department, entry })));
const now = new Date('2026-03-02T02:00:00Z');

function findingsOf(entry: CityEntry): string[] {
  const { sharingType, sharingBasis, openingType, openingBasis, ...version } = versionAttributes(entry);
  const items = dataItems(entry, 'v');
  const open = openingType === 'unconditional';
  const checks: Record<string, boolean> = {
    'conditional-without-condition':
      (sharingType === 'conditional' && !sharingBasis) || (openingType === 'conditional' && !openingBasis),
    'withheld-without-basis':
      (sharingType === 'withheld' && !sharingBasis) || (openingType === 'withheld' && !openingBasis),
    'personal-items-openly-shared': open && items.some(({ personal, sensitive }) => personal || sensitive),
    'missing-source': !version.source,
    'missing-standard-and-level': !version.standard || !version.securityLevel,
    'name-is-a-system': /系统$|平台$/.test(entry.name),
    'format-mismatch': version.formatCategory === 'database' && version.formatType === 'xlsx',
    'cycle-missed': (entry.updated ?? 0) > 250,
    'duplicate-of-another-department': entry.name === '企业登记基本信息' && entry.finding !== undefined,
  };
  return Object.keys(checks).filter((finding) => checks[finding]);
}

test.each(entries)('$department: $entry.name has the findings it is marked with and no other', ({ entry }) => {
  const marked = entry.finding?.split(', ') ?? [];
  expect(findingsOf(entry).toSorted()).toEqual(marked.toSorted());
  expect(dataItems(entry, 'v').length).toBeGreaterThanOrEqual(3);
  expect(legalBases(entry, 'v').length).toBeGreaterThanOrEqual(1);
});

test('has departments, districts and entries of every kind to look at', () => {
  expect(city.departments.filter(({ kind }) => kind === 'municipal').length).toBeGreaterThanOrEqual(26);
  expect(new Set(city.departments.flatMap(({ district }) => district ?? []))).toHaveLength(9);
  expect(entries.length).toBeGreaterThanOrEqual(160);
  const { versions } = catalogRows(city, now);
  const seen = (pick: (version: (typeof versions)[number]) => unknown) => new Set(versions.map(pick));
  expect(seen(({ sharingType }) => sharingType)).toHaveLength(3);
  expect(seen(({ openingType }) => openingType)).toHaveLength(3);
  expect(seen(({ updateCycle }) => updateCycle)).toHaveLength(9);
  expect(seen(({ state }) => state)).toHaveLength(6);
});

test('gives every department an entry, an officer who is its contact, and a lead', () => {
  const people = new Set(peopleRows(city, now).people.map(({ id }) => id));
  for (const { key } of city.departments) {
    expect(city.catalogs.get(key) ?? []).not.toHaveLength(0);
    expect(people).toContain(`demo-officer-${key}`);
    expect(people).toContain(`demo-lead-${key}`);
  }
  expect(new Set(peopleRows(city, now).people.map(({ name }) => name))).toHaveLength(people.size);
});

test('repeats a name only within the marked duplicate', () => {
  const names = entries.map(({ entry }) => entry.name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual(['企业登记基本信息']);
});

test('a request asks for data items that its entry has', () => {
  for (const { entry: place, items } of city.requests) {
    const [name, department] = place.split('@');
    const entry = entries.find((candidate) => candidate.department === department && candidate.entry.name === name);
    const offered = entry ? dataItems(entry.entry, 'v').map((item) => item.name) : [];
    expect(offered).toEqual(expect.arrayContaining(items));
  }
});

test('shows a request in every state', () => {
  const states = new Set(requestRows(city, now).requests.map(({ state }) => state));
  const all = ['approved', 'closed', 'provided', 'refused', 'submitted', 'supplement_asked', 'supplied', 'withdrawn'];
  expect(states).toEqual(new Set(all));
});

test('tells a story that is in order and in the past, on whatever day and hour it is loaded', () => {
  for (let hour = 0; hour < 24 * 380; hour += 31) {
    const loaded = new Date(Date.UTC(2026, 0, 1, hour));
    const { requests, events, clocks } = requestRows(city, loaded);
    const { versions } = catalogRows(city, loaded);
    const times = [
      ...events.map(({ at }) => at),
      ...clocks.map(({ at }) => at),
      ...versions.map(({ createdAt }) => createdAt),
    ];
    expect(Math.max(...times.map(Number))).toBeLessThanOrEqual(loaded.getTime());
    for (const { id, submittedAt } of requests) {
      const story = events.filter(({ requestId }) => requestId === id).map(({ at }) => Number(at));
      expect(story).toEqual(story.toSorted((a, b) => a - b));
      expect(story[0]).toBe(Number(submittedAt));
    }
  }
});

test('the three lists are in order and in the past, on whatever day and hour they are loaded', () => {
  for (let hour = 0; hour < 24 * 380; hour += 97) {
    const loaded = new Date(Date.UTC(2026, 0, 1, hour));
    const lines = linesOf(city, catalogRows(city, loaded), requestRows(city, loaded));
    const { campaigns, submissions, events } = listRows(city, lines, loaded);
    expect(Math.max(...events.map(({ at }) => Number(at)))).toBeLessThanOrEqual(loaded.getTime());
    for (const { year, dueOn, openedAt } of campaigns) {
      expect(dueOn.slice(0, 4)).toBe(String(year));
      expect([dueOn, dayOf(new Date(openedAt))].toSorted()[0]).not.toBe(dueOn);
    }
    for (const { id } of submissions) {
      const story = events.filter(({ submissionId }) => submissionId === id).map(({ at }) => Number(at));
      expect(story).toEqual(story.toSorted((a, b) => a - b));
    }
    const [, current] = campaigns;
    const late = submissions.filter(
      ({ departmentId, campaignId }) => departmentId === 'demo-shangwu' && campaignId === current?.id,
    );
    expect(late).toHaveLength(3);
    for (const { signedAt } of late) expect(dayOf(new Date(signedAt ?? 0)) > (current?.dueOn ?? '')).toBe(true);
  }
});

test('every row refers to a department and a person of the city', () => {
  const departments = new Set(departmentRows(city, now).map(({ id }) => id));
  const people = new Set(peopleRows(city, now).people.map(({ id }) => id));
  const duties = dutyRows(city, now).duties;
  for (const { departmentId } of duties) expect(departments).toContain(departmentId);
  for (const { requesterId } of requestRows(city, now).requests) expect(people).toContain(requesterId);
});
