/** The buttons of the dialogue as text and back: what they are about stands in the id, so that an old one can be told. */
import { z } from 'zod';

const shapes = {
  /** The summary with this mark of values. */
  confirm: ['draft', 'mark'],
  edit: ['draft'],
  cancel: ['draft'],
  /** The n-th of a field's own choices. */
  option: ['draft', 'field', 'number'],
  /** The n-th of the readings offered in the question with this mark. */
  pick: ['mark', 'number'],
  skip: ['draft', 'field'],
  keep: ['draft'],
  resume: ['draft'],
  undo: ['draft'],
  /** The n-th of the meanings offered in the question with this mark. */
  meaning: ['mark', 'number'],
  delegated: ['delegation'],
  /** 收到 below a broadcast. */
  received: ['broadcast'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Shapes = typeof shapes;
type Plain = {
  [Kind in keyof Shapes]: { readonly kind: Kind } & { readonly [Part in Shapes[Kind][number]]: string };
}[keyof Shapes];

/** Opens a tool with fields that are known already. */
export interface OpenAction {
  readonly kind: 'open';
  readonly tool: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export type Action = Plain | OpenAction;

const fieldsSchema = z.record(z.string(), z.unknown());

export function actionId(action: Action): string {
  if (action.kind === 'open') return `open:${action.tool}:${JSON.stringify(action.fields)}`;
  const parts: Readonly<Record<string, string>> = action;
  return [action.kind, ...shapes[action.kind].map((part) => parts[part] ?? '')].join(':');
}

/** Null: not a button of the dialogue. */
export function readActionId(id: string): Action | null {
  const [kind = '', ...rest] = id.split(':');
  if (kind === 'open') return readOpen(rest);
  if (!isKind(kind)) return null;
  const names: readonly string[] = shapes[kind];
  if (rest.length !== names.length || rest.includes('')) return null;
  // The parts are those of the kind, by its own row above.
  return { kind, ...Object.fromEntries(names.map((name, index) => [name, rest[index]])) } as Plain;
}

function isKind(kind: string): kind is keyof Shapes {
  return Object.hasOwn(shapes, kind);
}

function readOpen([tool = '', ...json]: readonly string[]): OpenAction | null {
  try {
    const fields = fieldsSchema.safeParse(JSON.parse(json.join(':')));
    return tool !== '' && fields.success ? { kind: 'open', tool, fields: fields.data } : null;
  } catch {
    return null;
  }
}
