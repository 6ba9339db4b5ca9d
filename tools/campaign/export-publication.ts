/** The publication pack: the three lists of the city as a workbook, and the summary of changes as Markdown. */
import { z } from 'zod';
import { fieldMeta } from '#tools/field-meta.ts';
import { Refusal } from '#tools/refusal.ts';
import { defineTool } from '#tools/tool.ts';
import { consolidate } from './consolidation.ts';
import { currentCampaign } from './current-campaign.ts';
import { publicationMarkdown, publicationTitle } from './publication-markdown.ts';
import { publicationRemarks } from './publication-remarks.ts';
import { publicationWorkbook } from './publication-workbook.ts';
import { listWord } from './list-fields.ts';
import { refusals } from './refusals.ts';

export const exportPublication = defineTool({
  name: 'export-publication',
  title: '三张清单公布材料',
  purpose: '导出全市三张清单(XLSX,三张表)和与上年相比的变化说明(Markdown)。',
  effect: 'reads',
  article: '第二十五条第二款',
  input: z.object({
    year: z
      .number()
      .int()
      .min(2000)
      .max(2100)
      .optional()
      .register(fieldMeta, {
        label: '年度',
        kind: 'number',
        near: ['年度'],
        example: '2026',
      }),
  }),
  output: z.object({
    title: z.string(),
    /** In a few lines. */
    text: z.string(),
    markdown: z.string(),
    markdownName: z.string(),
    fileName: z.string(),
    /** Base64. */
    workbook: z.string(),
  }),
  permits: { officer: 'any', lead: 'any', bureau: 'any' },
  says: ['公布材料|公布包', '导出|下载|查看|看看 全市清单|公布|汇总|三张清单', `全市 ${listWord}|三张清单 导出|下载`],
  touches: () => null,
  async run({ year }, { actor, db, now }) {
    const campaign =
      year === undefined ? await currentCampaign(db) : await db.listCampaign.findUnique({ where: { year } });
    if (!campaign) throw new Refusal('CAMPAIGN_NONE', ...refusals.none);
    // Before it is published the draft is the bureau's alone; after that everybody sees the same edition.
    const bureau = actor.memberships.some(({ role }) => role === 'bureau');
    const published = campaign.state === 'published' || (!bureau && campaign.edition > 0);
    if (!published && !bureau) throw new Refusal('LISTS_NOT_PUBLISHED', ...refusals.notPublished(campaign.year));
    const consolidation = await consolidate(db, campaign, now, { published });
    const title = publicationTitle(consolidation);
    return {
      title,
      text: [title, ...publicationRemarks(consolidation)].join('\n'),
      markdown: publicationMarkdown(consolidation),
      markdownName: `${title}-变化说明.md`,
      fileName: `${title}.xlsx`,
      workbook: Buffer.from(await publicationWorkbook(consolidation)).toString('base64'),
    };
  },
});
