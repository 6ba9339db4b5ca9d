/** Whether a name names an information system instead of what its data are about: the commonest slip in catalogs. */

const systemName = /(?:系统|平台|数据库|APP|App|小程序|网站|门户|软件|子系统|模块)(?:\d{1,3}|[((].*[))])?$/u;

export function nameIsSystem(name: string, systemNames: readonly string[] = []): boolean {
  return systemName.test(name.trim()) || systemNames.some((known) => known !== '' && known === name.trim());
}
