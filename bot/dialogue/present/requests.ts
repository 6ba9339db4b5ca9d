/** How the results of the request tools are shown: their own words, with what can be done next as buttons. */
import type { Reply } from '#bot/channels/channel-port.ts';
import { filesOf } from '#bot/files/tool-files.ts';
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
import { forwardRequest } from '#tools/requests/forward-request.ts';
import { listOverdue } from '#tools/requests/list-overdue.ts';
import { myWork } from '#tools/requests/my-work.ts';
import { printCase } from '#tools/requests/print-case.ts';
import { recordProvision } from '#tools/requests/record-provision.ts';
import { showRequest } from '#tools/requests/show-request.ts';
import { supplySupplement } from '#tools/requests/supply-supplement.ts';
import { withdrawRequest } from '#tools/requests/withdraw-request.ts';
import type { WorkPage } from '#tools/requests/work-item.ts';
import { pageSize } from '#tools/requests/work-page.ts';
import type { AnyTool } from '#tools/tool.ts';
import { offerButtons, shown } from './offers.ts';
import { type Presented, presenter, type Presenter } from './presenter.ts';

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
  return [{ text: [head(total), ...lines, ...more].join('\n'), actions: offerButtons([...offers, ...next]) }];
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
  presenter(forwardRequest, shown),
  presenter(recordProvision, shown),
  presenter(closeRequest, shown),
  presenter(askCoordination, shown),
  presenter(showRequest, ({ output: { text, offers, receipt } }) => {
    if (!receipt) return [{ text, actions: offerButtons(offers) }];
    // Two messages: where it stands, and the receipt, which can be passed on by itself.
    const { text: twin, ...card } = receipt;
    return [
      { text, actions: [] },
      { text: twin, card, actions: offerButtons(offers) },
    ];
  }),
  presenter(myWork, ({ output }) =>
    list(output, myWork.name, '现在没有要您办的事项。', (count) => `您有 ${count} 件,按期限排列:`),
  ),
  presenter(listOverdue, ({ output }) =>
    list(output, listOverdue.name, '现在没有超期的事项。', (count) => `超期的有 ${count} 件:`),
  ),
  presenter(exportDeadlines, async (result) => {
    const { count, fileName, ics } = result.output;
    if (count === 0) return [{ text: '现在没有带期限的事项。', actions: [] }];
    const files = await deliver(exportDeadlines, result);
    const text = files ?? `把下面的内容存为 ${fileName}:\n${ics}`;
    return [{ text: `${count} 个期限,可以导入手机或电脑的日历。\n${text}`, actions: [] }];
  }),
  presenter(printCase, async (result) => {
    const { number, markdown } = result.output;
    const files = await deliver(printCase, result);
    return [{ text: files === null ? markdown : `#${number} 的办理记录做好了。\n${files}`, actions: [] }];
  }),
];

/** Where the tool's files are, a line each; null where they cannot be delivered. */
async function deliver(
  tool: Pick<AnyTool, 'name'>,
  { output, input, context, deliverFile }: Presented<unknown, Readonly<Record<string, unknown>>>,
): Promise<string | null> {
  if (!deliverFile) return null;
  const lines: string[] = [];
  for (const file of filesOf(tool, input, output)) lines.push(await deliverFile(file, context));
  return lines.join('\n');
}
