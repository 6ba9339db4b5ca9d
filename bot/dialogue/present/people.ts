/** How the results of the people tools are shown. */
import { requestBinding } from '#tools/people/request-binding.ts';
import { presenter, type Presenter } from './presenter.ts';

export const peoplePresenters: readonly Presenter[] = [
  presenter(requestBinding, ({ repeated }) => [
    {
      text: repeated
        ? '绑定申请已经提交过了,正在等待确认。'
        : '绑定申请已经提交。部门负责人或市数据资源局确认后,会在这里告诉您;之前您可以照常提问。',
      actions: [],
    },
  ]),
];
