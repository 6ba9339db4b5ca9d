/** The port by which a file that a tool made reaches the person who asked for it: a link on the server, a folder in the terminal. */
import type { LookContext } from '#tools/tool-context.ts';

export interface MadeFile {
  /** The reading tool that made it and makes it again, with what it was asked for. */
  readonly tool: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Which of the tool's files: xlsx, md, ics. */
  readonly part: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** @returns one line that says where it is, complete in itself */
export type DeliverFile = (file: MadeFile, context: LookContext) => Promise<string>;
