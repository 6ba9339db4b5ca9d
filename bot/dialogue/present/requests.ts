/** How the results of the request tools are shown: their own words, with what can be done next as buttons. */
import type { Reply } from '#bot/channels/channel-port.ts';
import type { Offer } from '#tools/notice.ts';
import { answerCorrectionRequest } from '#tools/requests/answer-correction-request.ts';
import { answerOpenRequest } from '#tools/requests/answer-open-request.ts';
import { answerShareRequest } from '#tools/requests/answer-share-request.ts';
import { askCoordination } from '#tools/requests/ask-coordination.ts';
import { askExtension } from '#tools/requests/ask-extension.ts';
import { askSupplement } from '#tools/requests/ask-supplement.ts';
import { closeRequest } from '#tools/requests/close-request.ts';
import { decideExtension } from '#tools/requests/decide-extension.ts';
import { exportDeadlines } from '#tools/requests/export-deadlines.ts';
import { fileCorrectionRequest } from '#tools/requests/file-correction-request.ts';
import { fileOpenRequest } from '#tools/requests/file-open-request.ts';
import { fileShareRequest } from '#tools/requests/file-share-request.ts';
import { listOverdue } from '#tools/requests/list-overdue.ts';
import { myWork } from '#tools/requests/my-work.ts';
import { printCase } from '#tools/requests/print-case.ts';
import { recordProvision } from '#tools/requests/record-provision.ts';
import type { RequestResult } from '#tools/requests/request-result.ts';
import { showRequest } from '#tools/requests/show-request.ts';
import { supplySupplement } from '#tools/requests/supply-supplement.ts';
import { withdrawRequest } from '#tools/requests/withdraw-request.ts';
import type { WorkPage } from '#tools/requests/work-item.ts';
import { pageSize } from '#tools/requests/work-page.ts';
import { actionId } from '../action-id.ts';
import { presenter, type Presenter } from './presenter.ts';

function buttons(offers: readonly Offer[]): Reply['actions'] {
  return offers.map(({ title, tool, fields }) => ({ id: actionId({ kind: 'open', tool, fields }), title }));
}

function shown({ output, repeated }: { output: RequestResult; repeated: boolean }): readonly Reply[] {
  const text = repeated ? `这件事已经办过了,没有重复办理。\n${output.text}` : output.text;
  return [{ text, actions: buttons(output.offers) }];
}

/** The first action of each, titles say which one; then the next page. */
function list(
  { items, total, page, pages }: WorkPage,
  tool: string,
  none: string,
  head: (count: number) => string,
): readonly Reply[] {
  if (total === 0) return [{ text: none, actions: [] }];
  const before = pageSize * (page - 1);
  const left = total - before - items.length;
  const lines = items.map(({ text }, index) => `${before + index + 1}. ${text.replaceAll('\n', '\n   ')}`);
  const more = pages === 1 ? [] : [`第${page}页,共${pages}页。${left > 0 ? `还有 ${left} 件,期限更晚。` : ''}`];
  // One matter alone shows all that can be done; of several the next action of each.
  const offers = items.flatMap(({ number, offers: steps }) =>
    steps
      .slice(0, total === 1 ? steps.length : 1)
      .map((step) =>
        number === null || step.title.includes('#') ? step : { ...step, title: `${step.title} #${number}` },
      ),
  );
  const next = left > 0 ? [{ title: '下一页', tool, fields: { page: page + 1 } }] : [];
  return [{ text: [head(total), ...lines, ...more].join('\n'), actions: buttons([...offers, ...next]) }];
}

export const requestPresenters: readonly Presenter[] = [
  presenter(fileShareRequest, shown),
  presenter(fileOpenRequest, shown),
  presenter(fileCorrectionRequest, shown),
  presenter(answerShareRequest, shown),
  presenter(answerOpenRequest, shown),
  presenter(answerCorrectionRequest, shown),
  presenter(askExtension, shown),
  presenter(decideExtension, shown),
  presenter(askSupplement, shown),
  presenter(supplySupplement, shown),
  presenter(withdrawRequest, shown),
  presenter(recordProvision, shown),
  presenter(closeRequest, shown),
  presenter(askCoordination, shown),
  presenter(showRequest, shown),
  presenter(myWork, ({ output }) =>
    list(output, myWork.name, '现在没有要您办的事项。', (count) => `您有 ${count} 件,按期限排列:`),
  ),
  presenter(listOverdue, ({ output }) =>
    list(output, listOverdue.name, '现在没有超期的事项。', (count) => `超期的有 ${count} 件:`),
  ),
  presenter(exportDeadlines, ({ output }) => [
    output.count === 0
      ? { text: '现在没有带期限的事项。', actions: [] }
      : {
          text: `${output.count} 个期限。把下面的内容存为 ${output.fileName},可以导入日历:\n${output.ics}`,
          actions: [],
        },
  ]),
  presenter(printCase, ({ output }) => [{ text: output.markdown, actions: [] }]),
];
