/** What the people tools say: refusals, remedies and the notices they send. */
import type { ActorMembership } from './actor.ts';

const roleTitles: Readonly<Record<ActorMembership['role'], string>> = {
  officer: '数据专员',
  lead: '部门负责人',
  bureau: '市数据资源局工作人员',
  public: '公众用户',
};

export const wording = {
  roleTitles,
  offerApprove: '同意',
  offerReject: '不同意',

  alreadyBound: '这个账号已经绑定过身份。',
  alreadyBoundRemedy: '需要更换部门或角色时,请联系本部门负责人或市数据资源局。',
  alreadyAsked: '您的绑定申请已经提交,正在等待确认。',
  alreadyAskedRemedy: '请等待部门负责人或市数据资源局确认;填错了可以说“撤回绑定申请”。',
  nobodyToApprove: '目前没有可以确认这项申请的人。',
  nobodyToApproveRemedy: '请联系市数据资源局,由管理员导入通讯录或发放绑定码。',
  noRequest: '没有正在等待确认的绑定申请。',
  noRequestRemedy: '要申请绑定,请说“我要绑定身份”。',
  requestSettled: '这份绑定申请已经处理过了。',
  requestSettledRemedy: '如果还需要绑定,请对方重新提出申请。',
  onlyBureau: '这个身份只能由市数据资源局确认。',
  onlyBureauRemedy: '请转告市数据资源局办理。',
  severalPeople: (name: string): string => `通讯录里这个部门有不止一个叫${name}的人。`,
  severalPeopleRemedy: '请指明是通讯录里的哪一位。',
  notThatDepartment: (name: string): string => `${name}不在申请的这个部门。`,
  notThatDepartmentRemedy: '请核对人员和部门。',

  bindingAsked: (name: string, department: string, role: ActorMembership['role']): string =>
    `${name} 申请绑定为${department}的${roleTitles[role]}。请核实是本人后再同意。`,
  bindingApproved: (name: string, department: string, role: ActorMembership['role']): string =>
    `您的身份已经绑定:${name},${department},${roleTitles[role]}。现在可以直接办理业务了。`,
  bindingRejected: (reason: string): string => `您的绑定申请没有通过。原因:${reason}`,

  badCode: '绑定码不正确、已经用过或者已经过期。',
  badCodeRemedy: '请核对后再试,或者请管理员重新发放。',
  tooManyTries: '尝试次数太多,请一小时后再试。',
  tooManyTriesRemedy: '也可以说“我要绑定身份”,由部门负责人确认。',
  notOnRoster: '通讯录里没有这个人,或者已经离开。',
  notOnRosterRemedy: '请先把人员加入通讯录。',

  notYourOwn: '只能移交自己的工作。',
  notYourOwnRemedy: '同事的工作请本人或部门负责人移交。',
  emptyRoster: '没有读到可以导入的人员。',
  emptyRosterRemedy: '每行写:编号,姓名,部门,角色。',
  rosterSummary: (count: number, rejected: readonly { readonly row: number; readonly reason: string }[]): string =>
    `共 ${count} 行可以导入${
      rejected.length === 0
        ? ''
        : `,${rejected.length} 行有问题:${rejected
            .slice(0, 5)
            .map(({ row, reason }) => `第 ${row} 行${reason}`)
            .join(';')}`
    }。名册里没有的部门不会新建。`,

  samePerson: '移交的双方不能是同一个人。',
  samePersonRemedy: '请另选接手人。',
  successorElsewhere: (name: string): string => `${name}不是本部门的人。`,
  successorElsewhereRemedy: '接手人要先在通讯录里属于同一个部门。',
  handOverToYou: (from: string, briefing: readonly string[]): string =>
    [`${from}的工作已经移交给您。`, ...briefing, '说“我有什么要办的”可以查看。'].join('\n'),
  handOverDone: (to: string): string => `您的工作已经移交给${to}。`,
  nothingToHandOver: '没有未办完的事项。',
  briefing: {
    drafts: (names: readonly string[]): string => `没有办完的草稿:${names.join('、')}`,
    delegations: (count: number): string => `等着填写的内容:${count} 项`,
    asked: (lines: readonly string[]): string => `提出的申请:${lines.join('、')}`,
    answering: (lines: readonly string[]): string => `经办的申请:${lines.join('、')}`,
    duties: (lines: readonly string[]): string => `本部门有期限的任务:${lines.join('、')}`,
    reminders: (count: number): string => `提醒:${count} 条`,
    contact: (department: string): string => `${department}的联系人改为您`,
  },

  notBound: '您还没有绑定身份。',
  notBoundRemedy: '要办理业务请说“我要绑定身份”。',
} as const;
