/** A citizen or an enterprise gives a name and an address, to ask for data that are opened to the public. */
import { z } from 'zod';
import { fieldMeta } from '../field-meta.ts';
import { defineTool } from '../tool.ts';
import { bindIdentity } from './bind-identity.ts';

export const registerPublic = defineTool({
  name: 'register-public',
  title: '登记公众身份',
  purpose: '公民、法人和其他组织登记姓名和联系方式,之后可以申请开放数据。',
  effect: 'writes',
  article: '第二十四条第二款',
  input: z.object({
    name: z
      .string()
      .trim()
      .min(2)
      .max(60)
      .register(fieldMeta, {
        label: '姓名或单位名称',
        kind: 'text',
        aliases: ['姓名', '单位名称', '名称'],
        ask: '请问您的姓名或者单位名称是?',
        example: '陈小燕',
      }),
    contact: z
      .string()
      .trim()
      .min(5)
      .max(100)
      .register(fieldMeta, {
        label: '联系方式',
        kind: 'text',
        aliases: ['电话', '手机', '邮箱'],
        ask: '请留一个联系方式(电话或邮箱),答复时会用到。',
        example: '13800000000',
      }),
  }),
  output: z.object({ personId: z.string(), name: z.string() }),
  permits: { newcomer: 'any' },
  says: ['登记|注册 公众|市民|个人|企业 身份|账号|用户', '我是 市民|群众|企业|公司|个人 登记|注册'],
  touches: () => null,
  async run({ name, contact }, { actor, db, now, record }) {
    const { channel, channelUserId: userId } = actor;
    const { id } = await db.person.create({
      data: {
        name,
        ...(contact.includes('@') ? { email: contact } : { phone: contact }),
        createdAt: now,
        memberships: { create: { role: 'public', since: now } },
      },
    });
    await bindIdentity(db, { channel, userId }, id, 'request', now);
    record({ subjectKind: 'person', subjectId: id, after: { role: 'public', channel, userId } });
    return { personId: id, name };
  },
});
