/** The explicit list of everything the assistant may do. Adding a tool is one file and one line. */
import { requestBinding } from './people/request-binding.ts';
import type { AnyTool } from './tool.ts';

export const tools: readonly AnyTool[] = [requestBinding];
