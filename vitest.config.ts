import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{bot,knowledge,tools,prisma,evals}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
