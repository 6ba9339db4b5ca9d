/** Makes the file of a link, as the person it was made for and with what they may see now. */
import type { Store } from '#prisma/store.ts';
import { actorOfPerson } from '#tools/people/actor-of-person.ts';
import { runTool } from '#tools/run-tool.ts';
import type { MadeFile } from './deliver-file.ts';
import type { FileLinks } from './file-links.ts';
import { filesOf, filesOfTools } from './tool-files.ts';
import { wording } from './wording.ts';

export type FetchedFile =
  | { readonly kind: 'file'; readonly file: MadeFile }
  /** A status of HTTP and a sentence for the person. */
  | { readonly kind: 'none'; readonly status: 403 | 404 | 410; readonly text: string };

export interface FetchParts {
  readonly store: Store;
  readonly links: FileLinks;
  readonly now: () => Date;
}

export async function fetchFile(token: string, { store, links, now }: FetchParts): Promise<FetchedFile> {
  const check = await links.check(token);
  if (check.standing === 'expired') return { kind: 'none', status: 410, text: wording.expired };
  if (check.standing === 'invalid') return { kind: 'none', status: 404, text: wording.invalid };
  const { personId, tool: name, fields, part } = check.file;
  const tool = filesOfTools.find((one) => one.tool.name === name)?.tool;
  if (!tool) return { kind: 'none', status: 404, text: wording.gone };
  const at = now();
  const actor = await actorOfPerson(store.db, personId, { channel: 'link', now: at });
  const outcome = await runTool(tool, fields, { store, actor, now: at, idempotencyKey: null });
  if (outcome.kind === 'refused')
    return { kind: 'none', status: 403, text: `${outcome.refusal.message}${outcome.refusal.remedy}` };
  const output = outcome.kind === 'done' ? outcome.output : null;
  const file = output === null ? undefined : filesOf(tool, fields, output).find((one) => one.part === part);
  return file ? { kind: 'file', file } : { kind: 'none', status: 404, text: wording.gone };
}
