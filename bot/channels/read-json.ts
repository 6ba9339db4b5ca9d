/** Reads a JSON body from outside: refuses what is broken, nested without end, or aims at the prototypes of our objects. */
import { HttpError } from './http-error.ts';

/** Deeper than any Adaptive Card's data. */
const deepest = 32;

export function readJson(body: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(body.startsWith('\uFEFF') ? body.slice(1) : body);
  } catch {
    throw new HttpError(400, 'BadJson', 'the body is not JSON');
  }
  inspect(value);
  return value;
}

/** Level by level rather than recursively: the nesting is the caller's. */
function inspect(value: unknown): void {
  let level: object[] = isObject(value) ? [value] : [];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > deepest) throw new HttpError(400, 'BadJson', `the body is nested more than ${deepest} levels deep`);
    const next: object[] = [];
    for (const node of level) {
      if (Object.hasOwn(node, '__proto__') || aimsAtPrototype(node)) {
        throw new HttpError(400, 'BadJson', 'the body uses a reserved key');
      }
      for (const child of Object.values(node)) if (isObject(child)) next.push(child);
    }
    level = next;
  }
}

function aimsAtPrototype(node: object): boolean {
  if (!Object.hasOwn(node, 'constructor')) return false;
  const { constructor } = node;
  return isObject(constructor) && Object.hasOwn(constructor, 'prototype');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
