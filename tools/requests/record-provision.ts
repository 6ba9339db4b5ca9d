/** The provider records how the data were provided, on the city's platform (Art. 22), within the twenty days of higher law. */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import { defineTool } from '#tools/tool.ts';
import { advanceRequest } from './advance-request.ts';
import { requestField, touchesProvider } from './request-field.ts';
import { requestResult, resultOf } from './request-result.ts';
import { loadRequest } from './request-row.ts';
import { tellAbout } from './tell-about.ts';

export const recordProvision = defineTool({
  name: 'record-provision',
  title: '登记提供情况',
  purpose: '提供部门登记同意之后怎样提供了数据。',
  effect: 'writes',
  article: '第二十二条第四款',
  input: z.object({
    requestId: requestField('to_provide', '哪一件申请已经提供?'),
    provision: z
      .string()
      .trim()
      .min(4)
      .max(1_000)
      .register(fieldMeta, {
        label: '提供情况',
        kind: 'long_text',
        aliases: ['提供方式'],
        ask: '怎样提供的?请写明平台上的接口、库表或者文件。',
        example: '已在市数据资源管理平台开通核验接口',
        article: '第二十二条第四款',
        why: '共享交换应在市数据资源管理平台进行,不得新建通道。',
      }),
  }),
  output: requestResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: ['登记 提供', '已|已经 提供|推送|开通 数据|接口', '数据 已经提供|提供了'],
  touches: touchesProvider,
  summary: () => ['共享数据未经批准不得转给公民、法人或者其他组织使用(第二十二条第四款)。'],
  async run({ requestId, provision }, context) {
    const row = await loadRequest(context.db, requestId);
    const after = await advanceRequest(
      row,
      { kind: 'provided', payload: { text: provision }, data: { provision, providedAt: context.now } },
      context,
    );
    await tellAbout(after, 'requester', '提供部门已经提供数据。', context);
    return await resultOf(after, context, ['提供情况已经登记。']);
  },
});
