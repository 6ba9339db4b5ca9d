/** How the results of the people tools are shown. */
import type { Reply, ReplyAction } from '#bot/channels/channel-port.ts';
import { sayAction } from '#bot/delivery/press.ts';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import { approveBinding } from '#tools/people/approve-binding.ts';
import { handOver } from '#tools/people/hand-over.ts';
import { importRosterRows } from '#tools/people/import-roster-rows.ts';
import { issueBindingCode } from '#tools/people/issue-binding-code.ts';
import { listBindingRequests } from '#tools/people/list-binding-requests.ts';
import { redeemBindingCode } from '#tools/people/redeem-binding-code.ts';
import { registerPublic } from '#tools/people/register-public.ts';
import { rejectBinding } from '#tools/people/reject-binding.ts';
import { requestBinding } from '#tools/people/request-binding.ts';
import { showIdentity } from '#tools/people/show-identity.ts';
import { unbindAccount } from '#tools/people/unbind-account.ts';
import { withdrawBindingRequest } from '#tools/people/withdraw-binding-request.ts';
import { actionId } from '../action-id.ts';
import { presenter, type Presenter } from './presenter.ts';

const plain = (text: string, actions: readonly ReplyAction[] = []): readonly Reply[] => [{ text, actions }];
const dayOf = (instant: string): string => printDay(changshaDay(new Date(instant)));

export const peoplePresenters: readonly Presenter[] = [
  presenter(requestBinding, ({ repeated }) =>
    plain(
      repeated
        ? '绑定申请已经提交过了,正在等待确认。'
        : '绑定申请已经提交。部门负责人或市数据资源局确认后,会在这里告诉您;之前您可以照常提问。',
    ),
  ),
  presenter(withdrawBindingRequest, () => plain('绑定申请已经撤回。')),
  presenter(approveBinding, ({ output: { name, created } }) =>
    plain(created ? `已同意:${name}已加入通讯录并绑定账号。` : `已同意:账号已绑定到通讯录里的${name}。`),
  ),
  presenter(rejectBinding, () => plain('已答复申请人:不同意绑定。')),
  presenter(issueBindingCode, ({ output: { name, code, expiresAt } }) =>
    plain(
      code === null
        ? `给${name}的绑定码已经显示过一次,不再重复显示。需要的话请重新发放。`
        : `给${name}的绑定码:${code}\n请当面或电话告诉本人,${dayOf(expiresAt)}前有效,只能用一次。本人在聊天里说“绑定码 ${code}”即可。`,
    ),
  ),
  presenter(redeemBindingCode, ({ output: { name } }) => plain(`绑定成功,${name},您好。现在可以直接办理业务了。`)),
  presenter(registerPublic, ({ output: { name } }) => plain(`登记好了,${name}。您可以申请开放数据,也可以照常提问。`)),
  presenter(unbindAccount, () => plain('这个账号已经解除绑定。要再次使用,请说“我要绑定身份”。')),
  presenter(handOver, ({ output: { to, briefing } }) =>
    plain([`工作已经移交给${to},并已发去移交说明:`, ...briefing].join('\n')),
  ),
  presenter(importRosterRows, ({ output: { created, updated, unchanged, rejected } }) =>
    plain(
      [
        `通讯录已导入:新增 ${created} 人,更新 ${updated} 人,未变 ${unchanged} 人。`,
        ...rejected.slice(0, 20).map(({ row, reason }) => `第 ${row} 行没有导入:${reason}`),
      ].join('\n'),
    ),
  ),
  presenter(showIdentity, ({ output: { bound, name, memberships, waitingFor } }) => {
    if (!bound)
      return plain(
        waitingFor === null
          ? '您的账号还没有绑定身份。可以照常提问;要办理业务,请先绑定。'
          : `您的账号还没有绑定身份,绑定到${waitingFor}的申请正在等待确认。`,
        waitingFor === null ? [sayAction('我要绑定身份', '我要绑定身份')] : [],
      );
    const held = memberships.map(({ department, role }) => [department, role].filter(Boolean).join(' '));
    return plain(`您是${name}(${held.length === 0 ? '目前没有部门身份' : held.join('、')})。身份以通讯录登记为准。`);
  }),
  presenter(listBindingRequests, ({ output: { requests } }) => {
    if (requests.length === 0) return plain('没有等待您确认的绑定申请。');
    const lines = requests.map(
      ({ name, department, role, askedAt }, index) =>
        `${index + 1}. ${name},${department} ${role},${dayOf(askedAt)}提出`,
    );
    return plain(
      [`有 ${requests.length} 份绑定申请等您确认:`, ...lines].join('\n'),
      requests.slice(0, 3).flatMap(({ id, name }): ReplyAction[] => [
        { id: actionId({ kind: 'open', tool: 'approve-binding', fields: { requestId: id } }), title: `同意${name}` },
        { id: actionId({ kind: 'open', tool: 'reject-binding', fields: { requestId: id } }), title: `不同意${name}` },
      ]),
    );
  }),
];
