/** The department's lead or the bureau gives a person of the roster a one-time code to bind their account with. */
import { z } from 'zod';
import { fieldMeta } from '../field-meta.ts';
import { Refusal } from '../refusal.ts';
import { defineTool } from '../tool.ts';
import { issueCode } from './binding-code.ts';
import { wording } from './wording.ts';

export const issueBindingCode = defineTool({
  name: 'issue-binding-code',
  title: '发放绑定码',
  purpose: '给通讯录里的人发一个一次性绑定码,由本人在自己的聊天里使用。',
  effect: 'writes',
  article: null,
  input: z.object({
    personId: z.string().register(fieldMeta, {
      label: '发给谁',
      kind: 'person',
      aliases: ['人员', '姓名'],
      ask: '绑定码发给谁?',
      among: 'anybody',
      example: '李明',
    }),
  }),
  output: z.object({ name: z.string(), expiresAt: z.string(), code: z.string().nullable() }),
  permits: { lead: 'own', bureau: 'any' },
  says: ['发放|发|生成|给 绑定码'],
  touches: async ({ personId }, { db, now }) => {
    const held = await db.membership.findFirst({
      where: { personId, since: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] },
      orderBy: { since: 'asc' },
    });
    return { departmentId: held?.departmentId ?? '' };
  },
  async run({ personId }, { actor, db, now, record }) {
    const person = await db.person.findUnique({ where: { id: personId } });
    if (!person || person.leftAt !== null)
      throw new Refusal('NOT_ON_ROSTER', wording.notOnRoster, { remedy: wording.notOnRosterRemedy, field: 'personId' });
    const { id, code, expiresAt } = await issueCode(db, personId, actor.personId, now);
    record({ subjectKind: 'binding_code', subjectId: id, after: { personId, expiresAt } });
    return { name: person.name, expiresAt: expiresAt.toISOString(), code };
  },
  // Shown once, kept nowhere but as a hash.
  keep: (output) => ({ ...output, code: null }),
});
