/** `npm run -s broadcast -- <command> … --as <person id of the bureau>`: broadcasts from the command line, by the same tools as in the chat. */
import { loadConfig } from '#bot/config.ts';
import { openConfiguredStore } from '#bot/open-store.ts';
import { reasonLines } from '#bot/start-failure.ts';
import { actorOfPerson } from '#tools/people/actor-of-person.ts';
import { type BroadcastCommand, commands, Refused } from './broadcasts/commands.ts';
import { UsageError } from './catalogs/usage-error.ts';

const usage = `用法(都要加 --as <市数据资源局工作人员的 id>):
  npm run -s broadcast -- list
  npm run -s broadcast -- preview "有超期未答复的部门"              只看会发给谁,不保存
  npm run -s broadcast -- draft --to "各区县的负责人" --title <标题> --text <正文> [--act items|receipt|none]
  npm run -s broadcast -- rehearse <编号> | show <编号> | pause <编号> | resume <编号> | cancel <编号> | retry <编号> | release <编号>
  npm run -s broadcast -- send <编号> [--when "明天上午9点10分"] [--canary <人数>]
  npm run -s broadcast -- correct <编号> --kind correction|recall --text <说明>
  npm run -s broadcast -- watch <编号>                             每秒一行进度,发完为止
  npm run -s broadcast -- report <编号> --out <文件.csv|.xlsx>
  npm run -s broadcast -- settings [--release-above <人数>]`;

async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const command: BroadcastCommand | undefined = commands[name];
  const place = args.indexOf('--as');
  const personId = place < 0 ? undefined : args[place + 1];
  if (!command || personId === undefined) throw new UsageError(usage);
  const rest = args.filter((_, index) => index !== place && index !== place + 1);
  const store = await openConfiguredStore(loadConfig(), () => new Date());
  try {
    const actor = await actorOfPerson(store.db, personId, { channel: 'cli', now: new Date() });
    if (!actor.memberships.some(({ role }) => role === 'bureau'))
      throw new Refused(`${personId} 不是市数据资源局的工作人员,不能群发。npm run -s people -- list 可以查看人员。`);
    process.exitCode = await command({ args: rest, store, actor, now: () => new Date() });
  } finally {
    await store.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const expected = error instanceof UsageError || error instanceof Refused;
  console.error(expected ? error.message : reasonLines(error).join('\n'));
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
