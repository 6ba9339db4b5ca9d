import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#tools/refusal.ts';
import { type Happening, happenings, type Lifecycle, type Stage, stages } from './lifecycle.ts';
import { lifecycles } from './lifecycles.ts';
import { type Life, type LifeEvent, live, type Parties } from './live.ts';

/** The drawing of domain.md written a second time, as edges: what the table must come to. */
const edges: Readonly<Record<'share' | 'open' | 'correction', readonly string[]>> = {
  share: [
    'draft submitted submitted',
    'submitted access_given provided',
    'submitted supplement_asked supplement_asked',
    'supplement_asked supplied supplied',
    ...['submitted', 'supplement_asked', 'supplied'].flatMap((from) => [
      `${from} approved approved`,
      `${from} withdrawn withdrawn`,
      `${from} coordination_asked ${from}`,
    ]),
    'submitted refused refused',
    'supplied refused refused',
    'approved provided provided',
    'provided closed closed',
    'refused closed closed',
  ],
  open: [],
  correction: [],
};
const open = edges.share;
const correction = [...edges.share.filter((edge) => !/access_given|provided/.test(edge)), 'approved closed closed'];
/** More time: asked for by the provider, decided by the bureau, under the sharing regulation only. */
const extensions = ['submitted', 'supplement_asked', 'supplied'].flatMap((from) =>
  ['extension_asked', 'extended', 'extension_refused'].map((act) => `${from} ${act} ${from}`),
);
/** Passed on to the department that has the data: by the provider once, by the bureau as often as it takes. */
const passing = ['submitted', 'supplement_asked', 'supplied'].flatMap((from) => [
  `${from} forwarded ${from}`,
  `${from} moved ${from}`,
]);
const late = ['approved moved approved'];
const drawing = {
  share: [...edges.share, ...extensions, ...passing, ...late],
  open: [...open, ...passing, ...late],
  correction: [...correction, ...passing],
};

/** Of each kind of request. */
const sequences = 10_000;

const askers = { share: 'jiaoyu', open: null, correction: 'jiaoyu' } as const;

/** Who acts: filer, colleague, provider's two, the bureau, somebody of both departments, a stranger, the assistant. */
const doers = [
  { actorId: 'filer', departmentId: 'jiaoyu' },
  { actorId: 'filer', departmentId: null },
  { actorId: 'filer', departmentId: 'gongan' },
  { actorId: 'colleague', departmentId: 'jiaoyu' },
  { actorId: 'officer', departmentId: 'gongan' },
  { actorId: 'lead', departmentId: 'gongan' },
  { actorId: 'both', departmentId: 'jiaoyu' },
  { actorId: 'both', departmentId: 'gongan' },
  { actorId: 'bureau', departmentId: 'shuju', bureau: true },
  { actorId: 'colleague', departmentId: 'shuju', bureau: true },
  { actorId: 'lead', departmentId: 'shuju', bureau: true },
  { actorId: 'stranger', departmentId: 'minzheng' },
  { actorId: 'citizen', departmentId: null },
  { actorId: null, departmentId: null },
] as const;

const providerActs: readonly Happening[] = [
  'supplement_asked',
  'extension_asked',
  'forwarded',
  'approved',
  'refused',
  'provided',
];
const bureauActs: readonly Happening[] = ['extended', 'extension_refused', 'moved'];
const decisions: readonly Happening[] = ['extended', 'extension_refused'];

/** Written from the words of the rule, not from the table. */
function allowed(kind: keyof typeof drawing, life: Life, event: LifeEvent): Stage | null {
  const { requesterDepartmentId } = life.parties;
  const act = event.kind;
  if (act === 'access_given' ? event.actorId !== null : event.actorId === null) return null;
  if (bureauActs.includes(act)) {
    if (event.bureau !== true || event.actorId === 'filer') return null;
    if (life.events.some((one) => one.actorId === event.actorId && !bureauActs.includes(one.kind))) return null;
    const asked = life.events.filter((one) => one.kind === 'extension_asked').length;
    const decided = life.events.filter((one) => decisions.includes(one.kind)).length;
    if (decisions.includes(act) && asked <= decided) return null;
  } else if (providerActs.includes(act)) {
    if (event.departmentId !== 'gongan' || event.actorId === 'filer') return null;
    if (life.events.some((one) => one.actorId === event.actorId && one.departmentId === requesterDepartmentId))
      return null;
  } else if (act !== 'access_given') {
    const mine =
      requesterDepartmentId === null
        ? event.actorId === 'filer' && event.departmentId === null
        : event.departmentId === requesterDepartmentId;
    if (!mine) return null;
    if (life.events.some((one) => one.actorId === event.actorId && one.departmentId === 'gongan')) return null;
  }
  const once =
    act === 'supplement_asked' || act === 'coordination_asked' || act === 'extension_asked' || act === 'forwarded';
  if (once && life.events.some((one) => one.kind === act)) return null;
  const edge = drawing[kind].find((one) => one.startsWith(`${life.stage} ${act} `));
  return (edge?.split(' ')[2] as Stage | undefined) ?? null;
}

type Attempt = { life: Life; stage: Stage } | { life: null; stage: null; code: string };

function attempt(lifecycle: Lifecycle, before: Life, event: LifeEvent): Attempt {
  try {
    const life = live(lifecycle, before, event);
    return { life, stage: life.stage };
  } catch (error) {
    if (error instanceof Refusal) return { life: null, stage: null, code: error.code };
    throw error;
  }
}

describe.each(['share', 'open', 'correction'] as const)('the life of a %s request', (kind) => {
  const lifecycle = lifecycles[kind];
  const parties: Parties = {
    requesterId: 'filer',
    requesterDepartmentId: askers[kind],
    providerDepartmentId: 'gongan',
  };

  test('the table is the drawing and nothing more', () => {
    const drawn = happenings.flatMap((act) => {
      const transition = lifecycle.table[act];
      return (transition?.from ?? []).map(
        (from) => `${from} ${act} ${transition?.to === 'same' ? from : transition?.to}`,
      );
    });
    expect(drawn.toSorted()).toEqual([...drawing[kind]].toSorted());
  });

  test('random sequences of legal and illegal acts never leave the table, lose an event or let a non-party act', () => {
    const seen = new Set<Stage>();
    const refused = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...happenings), fc.constantFrom(...doers)), { minLength: 1, maxLength: 24 }),
        fc.boolean(),
        (acts, filed) => {
          let life: Life = { stage: 'draft', events: [], parties };
          const first = { kind: 'submitted', actorId: 'filer', departmentId: parties.requesterDepartmentId } as const;
          const happened: LifeEvent[] = [];
          for (const event of [
            ...(filed ? [first] : []),
            ...acts.map(([act, doer]): LifeEvent => ({ kind: act, ...doer })),
          ]) {
            const expected = allowed(kind, life, event);
            const before = structuredClone(life);
            const next = attempt(lifecycle, life, event);
            expect([event, life.stage, next.stage]).toEqual([event, life.stage, expected]);
            expect(life).toEqual(before);
            if (next.life) {
              happened.push(event);
              life = next.life;
            } else refused.add(next.code);
            expect(stages).toContain(life.stage);
            expect(life.events).toEqual(happened);
            seen.add(life.stage);
          }
        },
      ),
      { numRuns: sequences, seed: 4 },
    );
    // The run is worth something only if it went everywhere.
    expect(seen.size).toBe(kind === 'correction' ? 8 : 9);
    expect([...refused].toSorted()).toEqual([
      'ALREADY_HAPPENED',
      'FOUR_EYES',
      ...(kind === 'share' ? ['NOTHING_TO_DECIDE'] : []),
      'NOT_A_PARTY',
      'STAGE_PASSED',
    ]);
  });
});
