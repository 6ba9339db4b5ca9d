import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 60_000, hookTimeout: 120_000 } as const;
/** The transcripts run three times: without a model, with one that proposes what is right, with one that keeps failing. */
const transcripts = ['bot/dialogue/*.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'all',
          include: ['{bot,knowledge,tools,prisma,evals}/**/*.test.ts'],
          provide: { transcriptModel: 'none' },
        },
      },
      ...(['proposing', 'failing'] as const).map((transcriptModel) => ({
        test: {
          ...shared,
          name: `model ${transcriptModel}`,
          include: transcripts,
          exclude: ['bot/dialogue/kill-filing.test.ts'],
          provide: { transcriptModel },
        },
      })),
    ],
  },
});
