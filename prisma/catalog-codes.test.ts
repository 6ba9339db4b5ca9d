import { afterAll, beforeAll, expect, test } from 'vitest';
import * as codes from './catalog-codes.ts';
import { freshStore } from './test-store.ts';
import type { Store } from './store.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const enumerations = Object.entries({
  CatalogKind: codes.catalogKinds,
  SharingType: codes.sharingTypes,
  OpeningType: codes.openingTypes,
  SharingMethod: codes.sharingMethods,
  OpeningMethod: codes.openingMethods,
  UpdateCycle: codes.updateCycles,
  FormatCategory: codes.formatCategories,
  ResourceForm: codes.resourceForms,
  ProvisionNetwork: codes.provisionNetworks,
  BasisKind: codes.basisKinds,
});

test.each(enumerations)('%s is stored as the official code, or by name where there is none', async (type, values) => {
  const { rows } = await store.pool.query<{ label: string }>(
    'SELECT enumlabel AS label FROM pg_enum JOIN pg_type t ON t.oid = enumtypid WHERE typname = $1 ORDER BY enumsortorder',
    [type],
  );
  expect(rows.map(({ label }) => label)).toEqual(Object.entries(values).map(([name, { code }]) => code ?? name));
});

test.each(enumerations)('no two values of %s have the same label', (_type, values) => {
  const labels = Object.values(values).map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
});
