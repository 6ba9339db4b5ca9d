/** An obstacle as a remark that stops the form: the same words as the refusal it would end in. */
import type { Refusal } from '#tools/refusal.ts';
import type { Advice } from '#tools/tool.ts';

export function obstacleAdvice({ code, message, remedy, article }: Refusal): Advice {
  return { id: code, text: `${message}${remedy}`, ...(article !== null && { article }), blocks: true };
}
