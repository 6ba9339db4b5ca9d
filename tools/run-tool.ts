/** The one way to run a tool: permission, input, transaction, audit, and the same key never twice. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Store } from '#prisma/store.ts';
import { auditChanges, auditRefusal } from './audit.ts';
import { KeyReuseFault } from './key-reuse-fault.ts';
import type { Notice } from './notice.ts';
import type { Actor, ActorMembership } from './people/actor.ts';
import { mayUse, permit } from './permission.ts';
import { Refusal } from './refusal.ts';
import { storedJson } from './stored-json.ts';
import type { Tool } from './tool.ts';
import type { ToolOutcome } from './tool-outcome.ts';
import type { Change, Db, LookContext } from './tool-context.ts';
import { wording } from './wording.ts';

export interface RunOptions<Output> {
  readonly store: Pick<Store, 'db'>;
  readonly actor: Actor;
  readonly now: Date;
  /** Runs of a writing tool under one key happen once; null: this call stands for itself. */
  readonly idempotencyKey: string | null;
  /**
   * Written in the same transaction, after the tool: what must be true exactly when the run is, e.g. that the draft is
   * filed and that the notices wait to be sent. Not called for a repeated run.
   */
  readonly within?: (db: Db, output: Output, notices: readonly Notice[]) => Promise<void>;
}

/** Refusals and wrong input come back as outcomes; everything else that goes wrong is a fault and is thrown. */
export async function runTool<Input extends z.ZodObject, Output>(
  tool: Tool<Input, Output>,
  rawInput: unknown,
  options: RunOptions<Output>,
): Promise<ToolOutcome<Output>> {
  try {
    if (!mayUse(tool.permits, options.actor)) throw notPermitted(tool, 'role');
    const parsed = tool.input.strict().safeParse(rawInput);
    if (!parsed.success) return { kind: 'malformed', issues: parsed.error.issues };
    // `.strict()` changes what is refused and nothing of what comes out.
    const input = parsed.data as z.infer<Input>;
    return tool.effect === 'reads' ? await look(tool, input, options) : await write(tool, input, options);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (tool.effect === 'writes') await auditRefusal(options.store.db, tool, error, options);
    return { kind: 'refused', refusal: error };
  }
}

async function look<Input extends z.ZodObject, Output>(
  tool: Tool<Input, Output>,
  input: z.infer<Input>,
  { store, actor, now }: RunOptions<Output>,
): Promise<ToolOutcome<Output>> {
  const context: LookContext = { actor, now, db: store.db };
  const acting = await requirePermission(tool, input, context);
  const nothing = (): void => {
    throw new Error(`${tool.name} is declared to read only`);
  };
  const output = await tool.run(input, { ...context, acting, record: nothing, tell: nothing });
  return { kind: 'done', output: tool.output.parse(output), repeated: false };
}

async function write<Input extends z.ZodObject, Output>(
  tool: Tool<Input, Output>,
  input: z.infer<Input>,
  { store, actor, now, idempotencyKey, within }: RunOptions<Output>,
): Promise<ToolOutcome<Output>> {
  const key = idempotencyKey ?? randomUUID();
  return await store.db.$transaction(async (db): Promise<ToolOutcome<Output>> => {
    // Whoever comes second waits here until the first has committed, and then finds the row.
    const { count } = await db.toolRun.createMany({
      data: [{ key, tool: tool.name, personId: actor.personId, input: storedJson(input), startedAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const before = await db.toolRun.findUniqueOrThrow({ where: { key } });
      if (before.tool !== tool.name || before.personId !== actor.personId) throw new KeyReuseFault(key);
      return { kind: 'done', output: tool.output.parse(before.output), repeated: true };
    }
    const context: LookContext = { actor, now, db };
    const acting = await requirePermission(tool, input, context);
    const changes: Change[] = [];
    const notices: Notice[] = [];
    const output = tool.output.parse(
      await tool.run(input, {
        ...context,
        acting,
        record: (change) => void changes.push(change),
        tell: (notice) => void notices.push(notice),
      }),
    );
    if (changes.length === 0) throw new Error(`${tool.name} wrote without recording a change for the audit trail`);
    await auditChanges(db, tool, changes, { actor, acting, now, toolRunKey: key });
    await db.toolRun.update({
      where: { key },
      data: { output: storedJson(tool.keep?.(output) ?? output), finishedAt: now },
    });
    await within?.(db, output, notices);
    return { kind: 'done', output, repeated: false };
  });
}

async function requirePermission<Input extends z.ZodObject, Output>(
  tool: Tool<Input, Output>,
  input: z.infer<Input>,
  context: LookContext,
): Promise<ActorMembership | null> {
  const permission = permit(tool.permits, context.actor, await tool.touches(input, context));
  if (!permission.granted) throw notPermitted(tool, permission.because);
  return permission.acting;
}

function notPermitted(tool: Pick<Tool, 'title' | 'permits'>, because: 'role' | 'department'): Refusal {
  return because === 'role'
    ? new Refusal('NOT_YOUR_ROLE', wording.notYourRole(tool.title), { remedy: wording.whoMay(tool.permits) })
    : new Refusal('NOT_YOUR_DEPARTMENT', wording.notYourDepartment(tool.title), {
        remedy: wording.askThatDepartment,
      });
}
