/** Sharing was agreed to and the data are not there yet: the ladder towards the last day that higher law sets. */
import type { ReminderRule } from '../matter.ts';
import { requestMatter } from '../request-matter.ts';

export const provisionDue: ReminderRule = {
  name: 'provision-due',
  title: '提供数据期限',
  about: ['requests'],
  matters: ({ requests }, calendar, now) =>
    requests
      .filter(({ state }) => state === 'approved')
      .flatMap((request) => {
        const { id, number } = request;
        const act = { title: `登记提供 #${number}`, tool: 'record-provision', fields: { requestId: id } };
        return requestMatter(request, { standing: '已同意,等待', act }, calendar, now);
      }),
};
