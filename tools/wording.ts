/** What the framework itself says when it says no. */
import { roles, type Role } from './people/actor.ts';
import type { Permits } from './tool.ts';

export const roleNames: Readonly<Record<Role, string>> = {
  officer: '部门数据专员',
  lead: '部门负责人',
  bureau: '市数据资源局工作人员',
  public: '公众用户',
  newcomer: '尚未绑定身份的用户',
};

export const wording = {
  notYourRole: (title: string): string => `您现在的身份不能办理“${title}”。`,
  whoMay: (permits: Permits): string => {
    const names = roles.filter((role) => (permits[role] ?? 'none') !== 'none').map((role) => roleNames[role]);
    return `可以办理的是:${names.join('、')}。身份以通讯录登记为准;如果登记有误,请联系本部门负责人或市数据资源局。`;
  },
  notYourDepartment: (title: string): string => `“${title}”只能办理本部门的事项,这一项属于其他部门。`,
  askThatDepartment: '请联系该部门的数据专员办理,或者换成本部门的事项。',
} as const;
