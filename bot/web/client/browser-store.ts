/** Keeps small things in this browser; where that is not allowed, for as long as the page is open. */
import { parseJson } from './read-value.ts';

const prefix = 'zhengshu.';
const here = new Map<string, string>();

export function keep(name: string, value: unknown): void {
  const json = JSON.stringify(value);
  here.set(name, json);
  try {
    localStorage.setItem(prefix + name, json);
  } catch {
    // Storage is full or switched off: the copy of this page has to do.
  }
}

/** Null when nothing is kept under the name. */
export function kept(name: string): unknown {
  try {
    const json = localStorage.getItem(prefix + name);
    return json === null ? null : parseJson(json);
  } catch {
    return parseJson(here.get(name) ?? 'null');
  }
}

export function forget(name: string): void {
  here.delete(name);
  try {
    localStorage.removeItem(prefix + name);
  } catch {
    // Nothing was kept there either.
  }
}
