import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./client/styles/theme.css', import.meta.url), 'utf8');
/** The colours that one rule sets. */
function colors(selector: string): ReadonlyMap<string, string> {
  const rule = css.slice(css.indexOf(`${selector} {`));
  const body = rule.slice(0, rule.indexOf('}'));
  return new Map(
    Array.from(body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g), ([, name, value]) => [name ?? '', value ?? '']),
  );
}
const light = colors(':root');
const dark = new Map([...light, ...colors(":root[data-theme='dark']")]);
const bySystem = new Map([...light, ...colors(":root:not([data-theme='light'])")]);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

/** Which words stand on which ground. */
const pairs = [
  ...['page', 'surface', 'sunken', 'accent-soft', 'marked'].map((ground) => ['text', ground] as const),
  ...['page', 'surface', 'sunken', 'accent-soft'].map((ground) => ['quiet', ground] as const),
  ...['page', 'surface', 'sunken', 'accent-soft'].map((ground) => ['accent-text', ground] as const),
  ...['good', 'warning', 'bad'].flatMap((word) => [[word, 'surface'] as const, [word, 'sunken'] as const]),
  ['bad', 'page'] as const,
  ['on-accent', 'accent'] as const,
  ['on-accent', 'accent-press'] as const,
];

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_, theme) => {
  test.each(pairs)('%s on %s can be read by weak eyes (4.5 to 1)', (word, ground) => {
    expect(contrast(theme.get(word) ?? '#000000', theme.get(ground) ?? '#000000')).toBeGreaterThanOrEqual(4.5);
  });
});

test('the dark theme is the same, whether the system or the person chose it', () => {
  expect(dark.size).toBeGreaterThan(12);
  expect(bySystem).toEqual(dark);
});
