/** How the results of the campaign tools are shown: their own words, status as a card, tables as text, with what can be done next. */
import type { Reply } from '#bot/channels/channel-port.ts';
import { filesOf } from '#bot/files/tool-files.ts';
import { addListLine } from '#tools/campaign/add-list-line.ts';
import { campaignProgress } from '#tools/campaign/campaign-progress.ts';
import { changeListLine } from '#tools/campaign/change-list-line.ts';
import { confirmLists } from '#tools/campaign/confirm-lists.ts';
import { confirmListsUnchanged } from '#tools/campaign/confirm-lists-unchanged.ts';
import { consolidateLists } from '#tools/campaign/consolidate-lists.ts';
import { exportList } from '#tools/campaign/export-list.ts';
import { exportPublication } from '#tools/campaign/export-publication.ts';
import { importListRows } from '#tools/campaign/import-list-rows.ts';
import { includeDepartment } from '#tools/campaign/include-department.ts';
import type { ListResult } from '#tools/campaign/list-result.ts';
import { moveCampaignDue } from '#tools/campaign/move-campaign-due.ts';
import { openCampaign } from '#tools/campaign/open-campaign.ts';
import { publishLists } from '#tools/campaign/publish-lists.ts';
import { refillList } from '#tools/campaign/refill-list.ts';
import { removeListLine } from '#tools/campaign/remove-list-line.ts';
import { returnLists } from '#tools/campaign/return-lists.ts';
import { sendBackLists } from '#tools/campaign/send-back-lists.ts';
import { showList } from '#tools/campaign/show-list.ts';
import { signLists } from '#tools/campaign/sign-lists.ts';
import { submitLists } from '#tools/campaign/submit-lists.ts';
import type { AnyTool } from '#tools/tool.ts';
import { offerButtons, shown } from './offers.ts';
import { type Presented, presenter, type Presenter } from './presenter.ts';

/** A table longer than this is better fetched as a file. */
const longestTable = 6_000;

interface Listed extends ListResult {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** Facts as a card; what goes on below them, the lines, as its body. */
function carded({ output: { title, facts, text, offers } }: { output: Listed }): readonly Reply[] {
  if (facts.length === 0) return [{ text, actions: offerButtons(offers) }];
  const stated = new Set([title, ...facts.map(({ label, value }) => `${label}:${value}`)]);
  const body = text
    .split('\n')
    .filter((line) => !stated.has(line))
    .join('\n');
  return [{ text, card: { title, facts, ...(body !== '' && { body }) }, actions: offerButtons(offers) }];
}

export const campaignPresenters: readonly Presenter[] = [
  presenter(openCampaign, shown),
  presenter(moveCampaignDue, shown),
  presenter(includeDepartment, shown),
  presenter(confirmListsUnchanged, shown),
  presenter(submitLists, shown),
  presenter(signLists, shown),
  presenter(sendBackLists, shown),
  presenter(confirmLists, shown),
  presenter(returnLists, shown),
  presenter(addListLine, shown),
  presenter(changeListLine, shown),
  presenter(removeListLine, shown),
  presenter(refillList, shown),
  presenter(importListRows, shown),
  presenter(consolidateLists, shown),
  presenter(publishLists, shown),
  presenter(showList, carded),
  presenter(campaignProgress, carded),
  presenter(exportList, async (result) => {
    const { departmentId, fileName, lines, csv } = result.output;
    const files = await delivered(exportList, result);
    const short = csv.length <= longestTable;
    const table = short ? `\n${csv.replace(/^\uFEFF/u, '')}` : '';
    const how = short
      ? '在表格里改好后,连同表头一起粘贴回来(“行标识”一列请不要改):'
      : '在表格里改好后,把改过的行连同表头一起粘贴回来(“行标识”一列请不要改)。';
    return [
      {
        text: [`${fileName}:共 ${lines} 行。`, ...files, `${how}${table}`].join('\n'),
        actions: offerButtons([{ title: '导入改好的表格', tool: 'import-list', fields: { departmentId } }]),
      },
    ];
  }),
  presenter(exportPublication, async (result) => {
    const { text, markdown } = result.output;
    const files = await delivered(exportPublication, result);
    const said = files.length > 0 || markdown.length > longestTable ? text : markdown;
    return [{ text: [said, ...files].join('\n'), actions: [] }];
  }),
];

/** Where the tool's files are, a line each; none where they cannot be delivered. */
async function delivered(
  tool: Pick<AnyTool, 'name'>,
  { output, input, context, deliverFile }: Presented<unknown, Readonly<Record<string, unknown>>>,
): Promise<readonly string[]> {
  if (!deliverFile) return [];
  const lines: string[] = [];
  for (const file of filesOf(tool, input, output)) lines.push(await deliverFile(file, context));
  return lines;
}
