/** Careful reading of values that came over the wire. */

export type Fields = Readonly<Record<string, unknown>>;

/** Null for what is not an object with named fields. */
export function fields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
}

/** The elements that `read` makes sense of. */
export function each<T>(value: unknown, read: (element: unknown) => T | null): readonly T[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((element: unknown) => {
    const made = read(element);
    return made === null ? [] : [made];
  });
}

export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
