/** What to try first, by role: shown in the greeting and with help. */
import { type Actor, type Role, rolesOf } from '#tools/people/actor.ts';

const byRole: Readonly<Record<Role, readonly string[]>> = {
  bureau: ['谁超期了', '我有什么要办的', '三张清单每年什么时候更新'],
  lead: ['我有什么要办的', '共享申请几个工作日内答复', '不同意共享要提供什么'],
  officer: ['我有什么要办的', '我要编一条数据目录', '共享申请几个工作日内答复'],
  public: ['哪些数据可以申请开放', '开放申请几个工作日内答复', '个人隐私数据会开放吗'],
  newcomer: ['共享申请几个工作日内答复', '哪些数据不予共享', '我要绑定身份'],
};

export function suggestionsFor(actor: Actor): readonly string[] {
  const held = rolesOf(actor);
  const roles: readonly Role[] = ['bureau', 'lead', 'officer', 'public', 'newcomer'];
  return byRole[roles.find((role) => held.includes(role)) ?? 'newcomer'];
}
