/** A form begun and left: its owner is asked twice whether to go on. */
import { changshaDay } from '#tools/deadlines/changsha-day.ts';
import { laterSteps } from '../due-ladder.ts';
import type { ReminderRule } from '../matter.ts';

export const draftIdle: ReminderRule = {
  name: 'draft-idle',
  title: '草稿',
  about: ['drafts'],
  matters: ({ drafts }, calendar) =>
    drafts.map(({ id, name, ownerId, updatedAt }) => ({
      subjectKind: 'draft',
      subjectId: id,
      round: updatedAt.toISOString(),
      since: updatedAt,
      departmentId: null,
      personId: ownerId,
      what: `草稿“${name}”填到一半,${changshaDay(updatedAt)}以后没有动过,不要了可以说“取消${name}”`,
      article: null,
      until: null,
      binding: false,
      offers: [{ title: '继续填写', draft: id }],
      steps: laterSteps(changshaDay(updatedAt), [3, 10], ['handler'], calendar),
    })),
};
