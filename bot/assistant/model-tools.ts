/** The project's tools as the model sees them, from the same definitions: a writing one only opens a draft, a reading one looks. */
import type { StructuredToolInterface } from '@langchain/core/tools';
import { tool as langchainTool } from 'langchain';
import { z } from 'zod';
import type { FieldWords } from '#bot/dialogue/command.ts';
import { readerOf } from '#bot/dialogue/kinds/kinds.ts';
import type { TurnView } from '#bot/dialogue/understanding.ts';
import { wordsOf } from '#bot/dialogue/words.ts';
import type { Store } from '#prisma/store.ts';
import type { FieldKind } from '#tools/field-meta.ts';
import { type Field, fieldsOf } from '#tools/fields-of.ts';
import { runTool } from '#tools/run-tool.ts';
import type { AnyTool } from '#tools/tool.ts';
import type { Mask } from './mask.ts';
import { hideRosterNames } from './roster-names.ts';

/** Of what a reading tool found, that much goes to the model. */
const longestResult = 4_000;

/** What the model called, in order. */
export interface CalledTool {
  readonly tool: AnyTool;
  readonly fields: readonly FieldWords[];
}

export interface ModelToolsParts {
  readonly store: Pick<Store, 'db'>;
  readonly view: TurnView;
  readonly mask: Mask;
  readonly called: CalledTool[];
  /** Whether what catalogs and requests hold may leave the house: without it the model looks nothing up. */
  readonly shares: boolean;
}

/** Who acts and for whom is the conversation's to say: such fields are no arguments. */
function isArgument({ meta }: Field): boolean {
  return !meta.fixed && meta.known === undefined && !whoActs.has(meta.kind);
}

const whoActs: ReadonlySet<FieldKind> = new Set(['person', 'department', 'binding_request']);

/** Every argument is what the person said for the field; the field's own reader makes a value of it. */
export function argumentsOf(tool: AnyTool): z.ZodObject {
  const shape = fieldsOf(tool.input)
    .filter(isArgument)
    .map(({ name, meta }) => {
      const choices = meta.choices
        ? `;可选:${Object.values(meta.choices)
            .map(([label]) => label)
            .join('、')}`
        : '';
      const hint = meta.hint ? `;${meta.hint}` : '';
      return [name, z.string().max(4_000).optional().describe(`${meta.label}${choices}${hint}`)] as const;
    });
  return z.strictObject(Object.fromEntries(shape));
}

export function modelToolsFor({ store, view, mask, called, shares }: ModelToolsParts): StructuredToolInterface[] {
  return view.tools
    .filter((tool) => view.mayUse(tool) && (shares || tool.effect === 'writes'))
    .map((tool) =>
      langchainTool(
        async (args: unknown) => {
          const fields = givenIn(args, mask);
          called.push({ tool, fields });
          return tool.effect === 'reads'
            ? await look(tool, fields, { store, view, mask })
            : '草稿已备好,由用户在表单里补全并确认。';
        },
        { name: tool.name, description: `${tool.title}:${tool.purpose}`, schema: argumentsOf(tool) },
      ),
    );
}

const givenArguments = z.record(z.string(), z.string().optional());

function givenIn(args: unknown, mask: Mask): readonly FieldWords[] {
  return Object.entries(givenArguments.parse(args)).flatMap(([field, words]) =>
    words === undefined || words.trim() === '' ? [] : [{ field, words: mask.restore(words) }],
  );
}

/** In the person's own name and reach, through the same runner as everything. */
async function look(
  tool: AnyTool,
  given: readonly FieldWords[],
  { store, view, mask }: Pick<ModelToolsParts, 'store' | 'view' | 'mask'>,
): Promise<string> {
  const values: Record<string, unknown> = {};
  for (const field of fieldsOf(tool.input)) {
    const words = given.find((one) => one.field === field.name)?.words;
    const known = words === undefined ? field.meta.known?.(view.context.actor) : undefined;
    if (known !== undefined) values[field.name] = known;
    if (words === undefined) continue;
    const reading = await readerOf(field.meta.kind).read(wordsOf(words), { ...view.context, field, given: values });
    if (reading.kind !== 'value') return `字段“${field.meta.label}”没有看懂,请用 ask 或让用户补充。`;
    values[field.name] = reading.value;
  }
  const { actor, now } = view.context;
  const outcome = await runTool(tool, values, { store, actor, now, idempotencyKey: null });
  if (outcome.kind === 'malformed') return '还缺必填内容,由系统向用户询问。';
  if (outcome.kind === 'refused') return `不能查看:${outcome.refusal.message}`;
  const found = JSON.stringify(outcome.output);
  await hideRosterNames(mask, found, store);
  return mask.hide(found).text.slice(0, longestResult);
}
