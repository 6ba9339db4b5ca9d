/** Makes the view of a turn for tests of understanding: a form of the filing task at a given question, or none. */
import type { LookContext } from '#tools/tool-context.ts';
import type { Pending } from '../dialogue-state.ts';
import type { Draft } from '../draft.ts';
import { fileEntry, findEntries, openCampaign, withdrawEntry } from '../filing.fixture.ts';
import { fieldOf, formOf, labelsOf } from '../forms/form.ts';
import type { TurnView } from '../understanding.ts';
import { wordsOf } from '../words.ts';

/** `none`: nothing is open; `confirm`: the summary has been shown; else the field that was asked for. */
export type Standing = 'none' | 'confirm' | keyof typeof fileEntry.input.shape;

const filled = {
  departmentId: 'jiaoyu',
  name: '校园体育场地开放信息',
  updateCycle: 'monthly',
  sharingType: 'unconditional',
  summary: '全市中小学体育场地的名称和地址',
  items: [{ name: '场地名称' }],
  personal: false,
};

export function viewAt(text: string, standing: Standing, context: LookContext): TurnView {
  const form = formOf(fileEntry);
  const order = form.fields.map(({ name }) => name);
  const before = standing === 'confirm' ? order : order.slice(0, order.indexOf(standing));
  const values = Object.fromEntries(Object.entries(filled).filter(([name]) => before.includes(name)));
  const draft: Draft = {
    id: 'd1',
    form: 'file-entry',
    definitionVersion: form.version,
    name: typeof values['name'] === 'string' ? values['name'] : '编制目录条目',
    ownerId: 'li',
    conversationId: null,
    departmentId: 'jiaoyu',
    content: { values, skipped: [], trail: Object.keys(values), advised: [], givenBy: {}, labels: labelsOf(form) },
    history: [],
    pendingField: standing === 'confirm' ? null : standing,
    state: standing === 'confirm' ? 'confirming' : 'open',
    toolRunKey: null,
    version: 3,
    createdAt: context.now,
    updatedAt: context.now,
    delegations: [],
    changed: false,
  };
  const pending: Pending | null =
    standing === 'none'
      ? null
      : standing === 'confirm'
        ? { kind: 'confirm', draftId: 'd1', mark: 'm' }
        : { kind: 'field', draftId: 'd1', field: standing };
  return {
    words: wordsOf(text),
    context,
    pending,
    inHand: standing === 'none' ? null : { form, draft, asked: fieldOf(form, standing) ?? null },
    delegated: null,
    subject: null,
    previous: [],
    drafts: standing === 'none' ? [] : [draft],
    tools: [fileEntry, withdrawEntry, openCampaign, findEntries],
    mayUse: ({ permits }) => permits.officer !== undefined,
  };
}
