/** A newcomer says who they are; nothing follows from it until the department's lead or the bureau has said yes. */
import { z } from 'zod';
import { fieldMeta } from '../field-meta.ts';
import { Refusal } from '../refusal.ts';
import { defineTool } from '../tool.ts';
import { bindingApprovers } from './binding-approvers.ts';
import { wording } from './wording.ts';

const input = z.object({
  claimedName: z
    .string()
    .trim()
    .min(2)
    .max(30)
    .register(fieldMeta, {
      label: '姓名',
      kind: 'text',
      aliases: ['名字'],
      ask: '请问您的姓名是?',
      example: '李明',
      why: '确认人要拿它和通讯录核对',
      spot: ['我(?:叫|是|名叫)([\\p{Script=Han}·]{2,4}?)(?=[,、. ]|在|$)'],
    }),
  departmentId: z.string().register(fieldMeta, {
    label: '所在部门',
    kind: 'department',
    aliases: ['部门', '单位', '工作单位'],
    ask: '您在哪个部门工作?',
    example: '市教育局',
    why: '您能办理哪些事项,由所在部门决定',
    article: '第七条第一款',
  }),
  role: z.enum(['officer', 'lead', 'bureau']).register(fieldMeta, {
    label: '身份',
    kind: 'choice',
    aliases: ['角色', '岗位'],
    ask: '您是数据专员,还是部门负责人?',
    example: '数据专员',
    why: '不同身份能办理的事项不同',
    choices: {
      officer: ['数据专员', '专员', '经办人', '联络员', '数据管理员', '普通工作人员'],
      lead: ['部门负责人', '负责人', '分管领导', '领导', '主任', '局长', '处长'],
      bureau: ['市数据资源局工作人员', '数据资源局工作人员', '数据局工作人员'],
    },
  }),
});

export const requestBinding = defineTool({
  name: 'request-binding',
  title: '申请绑定身份',
  purpose: '还没有绑定身份的人说明姓名、部门和身份,由部门负责人或市数据资源局确认。',
  effect: 'writes',
  article: null,
  input,
  output: z.object({ requestId: z.string(), approvers: z.number().int() }),
  permits: { newcomer: 'any' },
  says: [
    '绑定|登记|注册|认证 身份|账号|帐号|部门|单位',
    '我要|想|申请 绑定',
    '我是|我叫 局|委|办|中心|区 专员|负责人|经办人|联络员',
  ],
  touches: () => null,
  async run({ claimedName, departmentId, role }, { actor, db, now, record, tell }) {
    const { channel, channelUserId: userId } = actor;
    const pending = await db.bindingRequest.findFirst({ where: { channel, tenant: '', userId, state: 'pending' } });
    if (pending) throw new Refusal('ALREADY_ASKED', wording.alreadyAsked, { remedy: wording.alreadyAskedRemedy });
    const approvers = await bindingApprovers(db, { departmentId, role }, now);
    if (approvers.length === 0)
      throw new Refusal('NOBODY_TO_APPROVE', wording.nobodyToApprove, { remedy: wording.nobodyToApproveRemedy });
    const request = await db.bindingRequest.create({
      data: { channel, userId, claimedName, departmentId, role, askedAt: now },
      include: { department: { select: { name: true } } },
    });
    record({ subjectKind: 'binding_request', subjectId: request.id, departmentId, after: { claimedName, role } });
    for (const personId of approvers) {
      tell({
        personId,
        key: `binding-request:${request.id}`,
        text: wording.bindingAsked(claimedName, request.department.name, role),
        offers: [
          { title: wording.offerApprove, tool: 'approve-binding', fields: { requestId: request.id } },
          { title: wording.offerReject, tool: 'reject-binding', fields: { requestId: request.id } },
        ],
      });
    }
    return { requestId: request.id, approvers: approvers.length };
  },
});
