/** How the results of the broadcast tools are shown: words, the report as a card, and what can be done next as buttons. */
import { filesOf } from '#bot/files/tool-files.ts';
import { acknowledgeBroadcast } from '#tools/broadcast/acknowledge-broadcast.ts';
import { cancelBroadcast } from '#tools/broadcast/cancel-broadcast.ts';
import { composeBroadcast } from '#tools/broadcast/compose-broadcast.ts';
import { correctBroadcast } from '#tools/broadcast/correct-broadcast.ts';
import { exportBroadcastReport } from '#tools/broadcast/export-broadcast-report.ts';
import { listBroadcasts } from '#tools/broadcast/list-broadcasts.ts';
import { pauseBroadcast } from '#tools/broadcast/pause-broadcast.ts';
import { rehearseBroadcast } from '#tools/broadcast/rehearse-broadcast.ts';
import { releaseBroadcast } from '#tools/broadcast/release-broadcast.ts';
import { resumeBroadcast } from '#tools/broadcast/resume-broadcast.ts';
import { retryBroadcast } from '#tools/broadcast/retry-broadcast.ts';
import { sendBroadcast } from '#tools/broadcast/send-broadcast.ts';
import { showBroadcast } from '#tools/broadcast/show-broadcast.ts';
import { offerButtons, shown } from './offers.ts';
import { presenter, type Presenter } from './presenter.ts';

export const broadcastPresenters: readonly Presenter[] = [
  presenter(composeBroadcast, shown),
  presenter(rehearseBroadcast, shown),
  presenter(sendBroadcast, shown),
  presenter(releaseBroadcast, shown),
  presenter(pauseBroadcast, shown),
  presenter(resumeBroadcast, shown),
  presenter(cancelBroadcast, shown),
  presenter(retryBroadcast, shown),
  presenter(correctBroadcast, shown),
  presenter(acknowledgeBroadcast, ({ output }) => [{ text: output.text, actions: [] }]),
  presenter(showBroadcast, ({ output: { title, facts, body, text, offers } }) => [
    { text, card: { title, facts, ...(body !== '' && { body }) }, actions: offerButtons(offers) },
  ]),
  presenter(listBroadcasts, ({ output: { broadcasts } }) =>
    broadcasts.length === 0
      ? [{ text: '还没有群发过通知。', actions: [] }]
      : [
          {
            text: ['最近的群发:', ...broadcasts.map(({ name, state }) => `${name}:${state}`)].join('\n'),
            actions: offerButtons(
              broadcasts.slice(0, 5).map(({ id, number }) => ({
                title: `查看 #${number}`,
                tool: 'show-broadcast',
                fields: { broadcastId: id },
              })),
            ),
          },
        ],
  ),
  presenter(exportBroadcastReport, async ({ output, input, context, deliverFile }) => {
    const { people, fileName, csv } = output;
    const head = `名单共 ${people} 人。`;
    if (!deliverFile) return [{ text: `${head}把下面的内容存为 ${fileName}.csv:\n${csv}`, actions: [] }];
    const lines: string[] = [];
    for (const file of filesOf(exportBroadcastReport, input, output)) lines.push(await deliverFile(file, context));
    return [{ text: [head, ...lines].join('\n'), actions: [] }];
  }),
];
