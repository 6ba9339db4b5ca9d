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
  alreadyBound: '您的账号已经绑定过身份。',
  alreadyBoundRemedy: '需要更换部门或角色时,请联系本部门负责人或市数据资源局。',
  alreadyAsked: '您的绑定申请已经提交,正在等待确认。',
  alreadyAskedRemedy: '请等待部门负责人或市数据资源局确认;填错了可以说“撤回绑定申请”。',
  nobodyToApprove: '目前没有可以确认这项申请的人。',
  nobodyToApproveRemedy: '请联系市数据资源局,由管理员导入通讯录或发放绑定码。',
  bindingAsked: (name: string, department: string, role: ActorMembership['role']): string =>
    `${name} 申请绑定为${department}的${roleTitles[role]}。请核实本人后再同意。`,
} as const;
