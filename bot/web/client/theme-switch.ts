/** Light or dark: what the system says, until the person chooses. */
import { keep } from './browser-store.ts';
import { part } from './element.ts';
import { wording } from './wording.ts';

export function setUpThemeSwitch(): void {
  const page = document.documentElement;
  const toggle = part('theme', HTMLButtonElement);
  const systemDark = matchMedia('(prefers-color-scheme: dark)');
  const dark = (): boolean => (page.dataset['theme'] ?? (systemDark.matches ? 'dark' : 'light')) === 'dark';
  const label = (): void => toggle.setAttribute('aria-label', dark() ? wording.themeLight : wording.themeDark);
  toggle.addEventListener('click', () => {
    const chosen = dark() ? 'light' : 'dark';
    page.dataset['theme'] = chosen;
    keep('theme', chosen);
    label();
  });
  systemDark.addEventListener('change', label);
  label();
}
