import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#tools/refusal.ts';
import { campaignHappenings, campaignLifecycle, happenings, listLifecycle, stages } from './lifecycle.ts';
import type { Happening } from './lifecycle.ts';
import { type Doer, type Life, live } from './live.ts';

/** The drawing written a second time, as edges: what the table must come to. */
const edges = [
  'unopened opened draft',
  'draft edited draft',
  'returned edited returned',
  'prepared edited draft',
  'draft prepared prepared',
  'returned prepared prepared',
  'prepared sent_back draft',
  'prepared signed signed',
  'signed returned returned',
  'confirmed returned returned',
  'signed confirmed confirmed',
];
const campaignEdges = [
  'unopened opened open',
  'open due_moved open',
  'consolidated changed open',
  'published changed open',
  'open consolidated consolidated',
  'consolidated published published',
];

const doers: readonly Doer[] = [
  { actorId: 'li', role: 'officer', departmentId: 'jiaoyu' },
  { actorId: 'xiao', role: 'officer', departmentId: 'jiaoyu' },
  { actorId: 'wang', role: 'lead', departmentId: 'jiaoyu' },
  { actorId: 'zhang', role: 'lead', departmentId: 'jiaoyu' },
  { actorId: 'chen', role: 'lead', departmentId: 'minzheng' },
  { actorId: 'zhou', role: 'bureau', departmentId: 'shuju' },
  { actorId: 'shen', role: 'bureau', departmentId: 'shuju' },
  // Of both houses: an officer of the department who works for the bureau as well.
  { actorId: 'li', role: 'bureau', departmentId: 'shuju' },
  { actorId: 'wang', role: 'bureau', departmentId: 'shuju' },
  { actorId: 'citizen', role: 'public', departmentId: null },
  { actorId: null, role: null, departmentId: null },
];

/** The straight way, of which a run may begin anywhere. */
const way: readonly (readonly [Happening, Doer, boolean])[] = [
  ['opened', doer('zhou'), false],
  ['prepared', doer('xiao'), false],
  ['signed', doer('zhang'), false],
  ['confirmed', doer('shen'), false],
];

function doer(id: string): Doer {
  const found = doers.find(({ actorId }) => actorId === id);
  if (!found) throw new Error(`nobody is called ${id}`);
  return found;
}

/** Written from the words of the rule, not from the table. */
function expected(life: Life, kind: Happening, { actorId, role, departmentId }: Doer): string {
  const own = departmentId === 'jiaoyu' && (role === 'officer' || role === 'lead');
  const turn =
    kind === 'edited' || kind === 'prepared'
      ? own
      : kind === 'signed' || kind === 'sent_back'
        ? own && role === 'lead'
        : role === 'bureau';
  if (!turn) return 'LIST_NOT_YOURS';
  let worked: (string | null)[] = [];
  let signer: string | null = null;
  for (const event of life.events) {
    if (event.kind === 'opened' || event.kind === 'returned') {
      worked = [];
      signer = null;
    }
    if (event.kind === 'edited' || event.kind === 'prepared') worked.push(event.actorId);
    if (event.kind === 'signed') signer = event.actorId;
  }
  if (kind === 'signed' && worked.includes(actorId)) return 'FOUR_EYES';
  if ((kind === 'confirmed' || kind === 'returned') && (worked.includes(actorId) || signer === actorId))
    return 'FOUR_EYES';
  if (kind === 'returned' && life.stage === 'confirmed' && life.published) return 'LIST_PUBLISHED';
  return edges.find((edge) => edge.startsWith(`${life.stage} ${kind} `))?.split(' ')[2] ?? 'LIST_STAGE';
}

describe('the life of a list', () => {
  test('the tables are the drawings and nothing more', () => {
    const drawn = happenings.flatMap((kind) =>
      Object.entries(listLifecycle[kind].moves).map(([from, to]) => `${from} ${kind} ${to}`),
    );
    expect(drawn.toSorted()).toEqual(edges.toSorted());
    const campaign = campaignHappenings.flatMap((kind) =>
      Object.entries(campaignLifecycle[kind].moves).map(([from, to]) => `${from} ${kind} ${to}`),
    );
    expect(campaign.toSorted()).toEqual(campaignEdges.toSorted());
  });

  test('random sequences of legal and illegal acts never leave the table or let the wrong person act', () => {
    const seen = new Set<string>();
    const acts = fc.array(fc.tuple(fc.constantFrom(...happenings), fc.constantFrom(...doers), fc.boolean()), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(acts, fc.nat(way.length), (sequence, begun) => {
        let life: Life = { stage: 'unopened', departmentId: 'jiaoyu', published: false, events: [] };
        for (const [kind, doer, published] of [...way.slice(0, begun), ...sequence] satisfies readonly (readonly [
          Happening,
          Doer,
          boolean,
        ])[]) {
          const before: Life = { ...life, published };
          const kept = structuredClone(before);
          const outcome = attempt(before, kind, doer);
          const came = typeof outcome === 'string' ? outcome : outcome.stage;
          expect([before.stage, kind, doer, came]).toEqual([before.stage, kind, doer, expected(before, kind, doer)]);
          expect(before).toEqual(kept);
          const after = typeof outcome === 'string' ? life : outcome;
          const happened = typeof outcome === 'string' ? [] : [{ kind, actorId: doer.actorId }];
          expect(after.events).toEqual([...before.events, ...happened]);
          life = after;
          seen.add(came);
        }
      }),
      { numRuns: 3_000, seed: 25 },
    );
    // The run is worth something only if it went everywhere.
    const codes = ['FOUR_EYES', 'LIST_NOT_YOURS', 'LIST_PUBLISHED', 'LIST_STAGE'];
    const reached = stages.filter((stage) => stage !== 'unopened');
    expect([...seen].toSorted()).toEqual([...reached, ...codes].toSorted());
  });
});

function attempt(life: Life, kind: Happening, doer: Doer): Life | string {
  try {
    return live(life, kind, doer);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
