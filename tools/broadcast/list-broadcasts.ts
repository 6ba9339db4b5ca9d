/** The latest broadcasts with their state. */
import { z } from 'zod';
import { defineTool } from '#tools/tool.ts';
import { nameOf } from './broadcast-result.ts';
import { wording } from './wording.ts';

const shown = 10;

export const listBroadcasts = defineTool({
  name: 'list-broadcasts',
  title: '群发列表',
  purpose: '列出最近的群发和各自的状态。',
  effect: 'reads',
  article: null,
  input: z.object({}),
  output: z.object({
    broadcasts: z.array(z.object({ id: z.string(), number: z.number().int(), name: z.string(), state: z.string() })),
  }),
  permits: { bureau: 'any' },
  says: ['群发|广播 列表|记录|有哪些|清单', '哪些|最近|发过 群发|广播', '查看|看看|列出 所有|全部|最近 群发|广播'],
  touches: () => null,
  async run(_, { db }) {
    const rows = await db.broadcast.findMany({ orderBy: { number: 'desc' }, take: shown });
    return {
      broadcasts: rows.map((row) => ({
        id: row.id,
        number: row.number,
        name: nameOf(row),
        state: wording.states[row.state],
      })),
    };
  },
});
