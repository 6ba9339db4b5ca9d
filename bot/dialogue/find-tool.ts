/** Looks into a tool by its name; undefined when it is gone from the list. */
import type { AnyTool } from '#tools/tool.ts';

export function findTool<Found>(
  tools: readonly AnyTool[],
  name: string,
  look: (tool: AnyTool) => Found | undefined,
): Found | undefined {
  const tool = tools.find((one) => one.name === name);
  return tool && look(tool);
}
