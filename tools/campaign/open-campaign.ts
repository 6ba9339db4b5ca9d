/** The bureau opens the year's renewal of the three lists with a due date; every department gets its lists pre-filled (Art. 25). */
import { z } from 'zod';
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { yearOf, isIsoDate } from '#tools/deadlines/iso-date.ts';
import { printDay } from '#tools/deadlines/print-day.ts';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';
import { rowsJson } from './advance-list.ts';
import { campaignLifecycle } from './lifecycle.ts';
import { contactsOf, tellPeople } from './list-people.ts';
import { listWord } from './list-fields.ts';
import { listResult, offers } from './list-result.ts';
import { openLists } from './open-lists.ts';
import { refusals } from './refusals.ts';
import { dueField } from './due-field.ts';

export const openCampaign = defineTool({
  name: 'open-list-campaign',
  title: '发起三张清单更新',
  purpose: '市数据资源局发起一年一度的三张清单更新,定好截止日期,给各部门预填好清单。',
  effect: 'writes',
  article: '第二十五条第一款',
  input: z.object({
    dueOn: dueField('各部门最晚哪天报送?'),
    year: z
      .number()
      .int()
      .min(2022)
      .max(2100)
      .optional()
      .register(fieldMeta, {
        label: '年度',
        kind: 'number',
        near: ['年度', '年三张', '年3张', '年清单', '年的', '年更新'],
        example: '2026',
      }),
    note: z
      .string()
      .trim()
      .max(500)
      .optional()
      .register(fieldMeta, {
        label: '说明',
        kind: 'long_text',
        aliases: ['备注'],
      }),
  }),
  output: listResult.extend({ campaignId: z.string(), departments: z.number().int() }),
  permits: { bureau: 'any' },
  says: [`发起|启动|开展|开始|组织|布置 ${listWord}`, '发起|启动|开始 年度更新|清单更新'],
  touches: () => null,
  async summary({ dueOn, year }, { db, now }) {
    const count = await db.department.count({ where: { dissolvedOn: null } });
    return [
      `年度:${year ?? yearOf(changshaDay(now))} 年;最晚报送:${printDay(dueOn)}`,
      `将给 ${count} 个部门各预填三张清单,并通知各部门联系人。`,
    ];
  },
  async run({ dueOn, year: given, note }, context) {
    const { actor, acting, db, now, record } = context;
    const today = changshaDay(now);
    const year = given ?? yearOf(today);
    const before = await db.listCampaign.findUnique({ where: { year } });
    if (before) throw new Refusal('CAMPAIGN_EXISTS', ...refusals.exists(year, before.state));
    if (!isIsoDate(dueOn) || dueOn <= today || yearOf(dueOn) !== year)
      throw new Refusal('DUE_OUTSIDE_YEAR', ...refusals.dueWrong(year));
    // Whoever comes second at the same moment waits here and then finds the year taken.
    const { count } = await db.listCampaign.createMany({
      data: [{ year, dueOn, note: note ?? null, openedById: actor.personId, openedAt: now }],
      skipDuplicates: true,
    });
    const campaign = await db.listCampaign.findUniqueOrThrow({ where: { year } });
    if (count === 0) throw new Refusal('CAMPAIGN_EXISTS', ...refusals.exists(year, campaign.state));
    const { article } = campaignLifecycle.opened;
    await db.listEvent.create({
      data: {
        campaignId: campaign.id,
        sequence: 1,
        kind: 'opened',
        actorId: actor.personId,
        departmentId: acting?.departmentId ?? null,
        at: now,
        article,
        payload: rowsJson({ year, dueOn, ...(note !== undefined && { note }) }),
      },
    });
    record({
      subjectKind: 'list_campaign',
      subjectId: campaign.id,
      action: 'list_campaign.opened',
      article,
      after: { year, dueOn },
    });
    const departments = await db.department.findMany({ where: { dissolvedOn: null }, select: { id: true } });
    const ids = departments.map(({ id }) => id);
    await openLists(campaign, ids, context);
    const contacts = await contactsOf(db, ids, now);
    for (const [departmentId, personId] of contacts)
      tellPeople(context, [personId], {
        key: `list-campaign:${campaign.id}:opened`,
        text: [
          `${year} 年三张清单更新已经发起,请在${printDay(dueOn)}前报送共享清单、开放清单、应用场景清单(第二十五条第一款)。`,
          '清单已按今年的目录和已同意的申请预填好,没有变化的可以直接报“无变化”。',
          ...(note === undefined ? [] : [note]),
        ].join('\n'),
        offers: [
          offers.show(departmentId),
          offers.unchanged(departmentId, 'all', '三张都无变化'),
          offers.submit(departmentId, 'all', '按预填提交签批'),
        ],
      });
    const silent = ids.length - contacts.size;
    return {
      campaignId: campaign.id,
      departments: ids.length,
      text: [
        `${year} 年三张清单更新已经发起,最晚${printDay(dueOn)}报送。`,
        `已给 ${ids.length} 个部门预填清单,通知了 ${contacts.size} 位联系人。`,
        ...(silent > 0 ? [`${silent} 个部门在通讯录里没有数据专员,没有人可以通知。`] : []),
      ].join('\n'),
      offers: [offers.progress()],
    };
  },
});
