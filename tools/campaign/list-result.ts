/** What a tool of this folder gives back: words for the person, and what can be done next. */
import { z } from 'zod';
import type { ListKind } from '#prisma/generated/enums.ts';
import { offersSchema } from '#tools/requests/request-result.ts';

export const listResult = z.object({ text: z.string(), offers: offersSchema });
export type ListResult = z.infer<typeof listResult>;
export type ListOffer = ListResult['offers'][number];

type Chosen = ListKind | 'all';

export const offers = {
  show: (departmentId: string, list?: ListKind, title = '查看清单'): ListOffer => ({
    title,
    tool: 'show-list',
    fields: { departmentId, ...(list !== undefined && { list }) },
  }),
  unchanged: (departmentId: string, lists: Chosen, title = '无变化'): ListOffer => ({
    title,
    tool: 'confirm-lists-unchanged',
    fields: { departmentId, lists },
  }),
  submit: (departmentId: string, lists: Chosen, title = '提交签批'): ListOffer => ({
    title,
    tool: 'submit-lists',
    fields: { departmentId, lists },
  }),
  sign: (departmentId: string, lists: Chosen, title = '签批报送'): ListOffer => ({
    title,
    tool: 'sign-lists',
    fields: { departmentId, lists },
  }),
  sendBack: (departmentId: string, lists: Chosen, title = '退回修改'): ListOffer => ({
    title,
    tool: 'send-back-lists',
    fields: { departmentId, lists },
  }),
  confirm: (departmentId: string, lists: Chosen, title = '确认'): ListOffer => ({
    title,
    tool: 'confirm-lists',
    fields: { departmentId, lists },
  }),
  giveBack: (departmentId: string, lists: Chosen, title = '退回'): ListOffer => ({
    title,
    tool: 'return-lists',
    fields: { departmentId, lists },
  }),
  change: (departmentId: string, list: ListKind, title = '修改一行'): ListOffer => ({
    title,
    tool: 'change-list-line',
    fields: { departmentId, list },
  }),
  add: (departmentId: string, list: ListKind, title = '增加一行'): ListOffer => ({
    title,
    tool: 'add-list-line',
    fields: { departmentId, list },
  }),
  exportSheet: (departmentId: string, list: ListKind, title = '导出表格'): ListOffer => ({
    title,
    tool: 'export-list',
    fields: { departmentId, list },
  }),
  progress: (title = '清单进度'): ListOffer => ({ title, tool: 'campaign-progress', fields: {} }),
} as const;
