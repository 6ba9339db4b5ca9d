/** Files a finished update with the bureau (备案, Art. 16): every entry of the task is changed, or looked at and unaffected. */
import { z } from 'zod';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { fieldMeta } from '../field-meta.ts';
import { Refusal } from '../refusal.ts';
import { defineTool } from '../tool.ts';
import type { Db } from '../tool-context.ts';
import { catalogResult } from './catalog-result.ts';
import { bureauPeople } from './people-to-tell.ts';
import { updateArticle, updateLimit } from './update-clock.ts';
import { refusals } from './wording.ts';

const input = z.object({
  number: z.number().int().min(1).register(fieldMeta, {
    label: '任务编号',
    kind: 'number',
    ask: '是哪一个目录更新任务?请写编号。',
    example: '3',
  }),
  restUnaffected: z.boolean().optional().register(fieldMeta, {
    label: '其余目录不受影响',
    kind: 'yes_no',
    ask: '任务里没有修改过的目录,是否都核对过、不受影响?都改过的可以跳过。',
    article: updateArticle,
  }),
});

export const reportCatalogUpdate = defineTool({
  name: 'report-catalog-update',
  title: '目录更新备案',
  purpose: '法规或职能变化后的目录都更新好了,报市数据资源局备案,结束任务。',
  effect: 'writes',
  article: updateArticle,
  input,
  output: catalogResult,
  permits: { officer: 'own', lead: 'own', bureau: 'own' },
  says: ['目录|更新|任务 备案', '目录更新 办完|完成|改好|做完'],
  touches: async ({ number }, { db }) => ({ departmentId: (await loadTask(db, number)).departmentId }),
  async summary({ number, restUnaffected }, { db }) {
    const { entries } = await loadTask(db, number);
    const filed = entries.filter(({ state }) => state === 'filed').length;
    const left = entries.filter(({ state }) => state === 'to_review' || state === 'drafted').length;
    return [
      `共 ${entries.length} 条:已更新 ${filed} 条,${restUnaffected === true ? `核对后不受影响 ${left} 条` : `还没有处理 ${left} 条`}。`,
    ];
  },
  async run({ number, restUnaffected = false }, { actor, db, now, record, tell }) {
    const task = await loadTask(db, number);
    if (task.state !== 'open') throw new Refusal('TASK_CLOSED', ...refusals.taskClosed(number));
    const left = task.entries.filter(({ state }) => state === 'to_review' || state === 'drafted');
    if (left.length > 0 && !restUnaffected)
      throw new Refusal(
        'ENTRIES_LEFT',
        ...refusals.entriesLeft(left.map(({ entry }) => entry.versions[0]?.name ?? entry.id)),
      );
    await db.dutyEntry.updateMany({
      where: { dutyId: task.id, state: { in: ['to_review', 'drafted'] } },
      data: { state: 'unaffected' },
    });
    await db.duty.update({ where: { id: task.id }, data: { state: 'done', closedAt: now, version: { increment: 1 } } });
    const today = changshaDay(now);
    await db.deadlineEvent.create({
      data: {
        dutyId: task.id,
        limit: updateLimit,
        kind: 'ended',
        on: today,
        article: updateArticle,
        reason: '已更新并报备案',
        actorId: actor.personId,
        at: now,
      },
    });
    const filed = task.entries.length - left.length;
    const words = `${task.title}:更新 ${filed} 条,核对后不受影响 ${left.length} 条`;
    record({
      subjectKind: 'duty',
      subjectId: task.id,
      action: 'catalog.report-update',
      departmentId: task.departmentId,
      before: { state: 'open' },
      after: { state: 'done', filed, unaffected: left.map(({ entryId }) => entryId) },
    });
    for (const personId of await bureauPeople(db, now))
      if (personId !== actor.personId)
        tell({ personId, key: `catalog-update-reported:${task.id}`, text: `${task.department.name}报备案:${words}。` });
    return { entryId: null, text: `已报市数据资源局备案:${words}。任务 #${number} 办结。`, offers: [] };
  },
});

async function loadTask(db: Db, number: number) {
  const task = await db.duty.findUnique({
    where: { number },
    include: {
      department: { select: { name: true } },
      entries: {
        include: {
          entry: { select: { id: true, versions: { select: { name: true }, orderBy: { number: 'desc' }, take: 1 } } },
        },
      },
    },
  });
  if (!task || task.kind !== 'catalog_update') throw new Refusal('TASK_UNKNOWN', ...refusals.taskUnknown(number));
  return task;
}
