import { expect, test } from 'vitest';
import { findSubstitutes, layTerms, nearWords } from './substitutes.ts';

test('an everyday word leads to the word of legislation', () => {
  const found = findSubstitutes('老板拖着工钱不给', layTerms);
  expect(found.find(({ said }) => said === '老板')?.written).toContain('用人单位');
  expect(found.find(({ said }) => said === '工钱')?.written).toContain('劳动报酬');
});

test('words of one register stand for one another, whichever is said', () => {
  expect(findSubstitutes('能否退还', nearWords).flatMap(({ written }) => written)).toContain('返还');
  expect(findSubstitutes('能否返还', nearWords).flatMap(({ written }) => written)).toContain('退还');
});

test('a word that already stands in the question is not put in its place again', () => {
  for (const { written } of findSubstitutes('退还还是返还', nearWords)) {
    expect(written).not.toContain('返还');
    expect(written).not.toContain('退还');
  }
});

test('a word inside a longer one that was found is not meant', () => {
  const list = [
    { said: ['车'], written: ['机动车'] },
    { said: ['车位'], written: ['停车场所'] },
  ];
  expect(findSubstitutes('小区车位归谁', list).map(({ said }) => said)).toEqual(['车位']);
});

test('every line of both lists says something and leads somewhere', () => {
  expect(layTerms.length).toBeGreaterThanOrEqual(400);
  expect(nearWords.length).toBeGreaterThanOrEqual(100);
  for (const { said, written } of [...layTerms, ...nearWords]) {
    expect(said.length).toBeGreaterThan(0);
    expect(written.length).toBeGreaterThan(0);
  }
  for (const { said } of nearWords) expect(said.length).toBeGreaterThan(1);
});
