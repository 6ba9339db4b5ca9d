/** A newcomer proves who they are with a one-time code. */
import { z } from 'zod';
import { refusedAction } from '../audit.ts';
import { fieldMeta } from '../field-meta.ts';
import { Refusal } from '../refusal.ts';
import { defineTool } from '../tool.ts';
import { viaOf } from './actor.ts';
import { bindIdentity } from './bind-identity.ts';
import { codeHash } from './binding-code.ts';
import { wording } from './wording.ts';

const triesPerHour = 5;

export const redeemBindingCode = defineTool({
  name: 'redeem-binding-code',
  title: '使用绑定码',
  purpose: '用管理员发放的一次性绑定码绑定身份。',
  effect: 'writes',
  article: null,
  input: z.object({
    code: z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z]{4}[-— ]?[0-9A-Za-z]{4}[-— ]?[0-9A-Za-z]{4}$/u, '绑定码是 12 位字母和数字')
      .register(fieldMeta, {
        label: '绑定码',
        kind: 'text',
        ask: '请输入绑定码。',
        example: 'ABCD-2345-WXYZ',
        spot: ['([0-9a-z]{4}[- ][0-9a-z]{4}[- ][0-9a-z]{4})'],
      }),
  }),
  output: z.object({ personId: z.string(), name: z.string() }),
  permits: { newcomer: 'any' },
  says: ['绑定码', '用|使用|输入 绑定码'],
  touches: () => null,
  async run({ code }, { actor, db, now, record }) {
    const tries = await db.auditRecord.count({
      where: {
        via: viaOf(actor),
        tool: 'redeem-binding-code',
        action: refusedAction,
        at: { gt: new Date(now.getTime() - 3_600_000) },
      },
    });
    if (tries >= triesPerHour)
      throw new Refusal('TOO_MANY_TRIES', wording.tooManyTries, { remedy: wording.tooManyTriesRemedy });
    const found = await db.bindingCode.findUnique({ where: { codeHash: codeHash(code) }, include: { person: true } });
    const good = found && found.usedAt === null && found.expiresAt > now && found.person.leftAt === null;
    // Used up in the same statement that looks whether it is: two windows cannot both have it.
    const used = good
      ? await db.bindingCode.updateMany({ where: { id: found.id, usedAt: null }, data: { usedAt: now } })
      : { count: 0 };
    if (!good || used.count === 0)
      throw new Refusal('BAD_BINDING_CODE', wording.badCode, { remedy: wording.badCodeRemedy, field: 'code' });
    await bindIdentity(db, { channel: actor.channel, userId: actor.channelUserId }, found.personId, 'code', now);
    record({
      subjectKind: 'person',
      subjectId: found.personId,
      after: { channel: actor.channel, userId: actor.channelUserId },
    });
    return { personId: found.personId, name: found.person.name };
  },
});
