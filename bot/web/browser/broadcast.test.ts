import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BroadcastPage, openBroadcastPage } from '#bot/web/broadcast-page.fixture.ts';

const executablePath = '/usr/bin/chromium';
const there = existsSync(executablePath);
if (!there) process.stderr.write(`the test in a browser is skipped: ${executablePath} is not installed\n`);
const patience = 60_000;

describe.skipIf(!there)('a broadcast in the browser', () => {
  let server: BroadcastPage;
  let browser: Browser;

  beforeAll(async () => {
    server = await openBroadcastPage();
    browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Somebody at their own browser. */
  const at = async (person: string) => {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1100, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await page.goto(server.url);
    const greeted = page.locator('.message.bot', { hasText: '您好' });
    await page.locator('.message.bot').first().waitFor();
    await page.getByLabel('我是').selectOption(person);
    await greeted.filter({ hasText: '(' }).first().waitFor();
    /** What came last, once it says so. */
    const hears = async (words: string | RegExp): Promise<string> => {
      const message = page.locator('.message.bot', { hasText: words }).last();
      await message.waitFor();
      return await message.innerText();
    };
    const says = async (words: string): Promise<void> => {
      await page.getByRole('textbox', { name: '输入您的问题' }).fill(words);
      await page.keyboard.press('Enter');
    };
    const presses = async (title: string | RegExp): Promise<void> => {
      await page.getByRole('button', { name: title }).last().click();
    };
    return { page, hears, says, presses };
  };

  test('the bureau rehearses and sends to overdue departments only; an officer gets it live, acts by its button, and the bureau sees it', async () => {
    const officer = await at('liu');
    const other = await at('li');
    const bureau = await at('zhou');

    await bureau.says('给有超期未答复的部门发一条通知');
    await bureau.hears('标题是');
    await bureau.says('请尽快答复超期申请');
    await bureau.hears('请写通知的正文');
    await bureau.says('{部门}:你单位有{超期数}件申请超期未答复,请今天内办理。');
    await bureau.hears('直接做什么');
    await bureau.presses(/附上各部门自己的待办/);
    const summary = await bureau.hears('请确认:起草群发');
    // liu is at the page; chen is nowhere the server reaches.
    expect(summary).toContain('可以送达 1 人');
    expect(summary).toContain('联系不上');
    expect(summary).not.toContain('长沙市教育局');
    await bureau.says('确认');
    await bureau.hears('还没有发给任何人');
    await bureau.presses('先试发给我');
    await bureau.hears('请确认:试发群发');
    await bureau.says('确认');
    expect(await bureau.hears('仅您可见')).toContain('长沙市民政局:你单位有1件申请超期未答复');
    await bureau.hears('已试发给您自己');
    expect(await officer.page.locator('.message.bot', { hasText: '超期未答复' }).count()).toBe(0);
    await bureau.presses('正式发送');
    await bureau.hears('请确认:发送群发');
    await bureau.says('确认');

    // Nobody reloads anything.
    await officer.hears('长沙市民政局:你单位有1件申请超期未答复');
    await bureau.hears('已发完');
    await officer.page
      .getByRole('button', { name: /^答复 #/ })
      .first()
      .click();
    await officer.hears('同意还是不同意共享');
    await officer.says('同意');
    await officer.hears('有什么使用条件');
    await officer.says('跳过');
    await officer.hears('请确认:答复共享申请');
    await officer.says('确认');
    await officer.hears('已同意');

    await bureau.says('群发进度');
    const report = await bureau.hears('名单总数');
    expect(report).toMatch(/已送达:\s*1 人/);
    expect(report).toMatch(/已读:\s*1 人/);
    expect(report).toMatch(/已办理:\s*1 人/);
    expect(report).toContain('liu同志(长沙市民政局)');
    const rows = await server.city.store.db.broadcastRecipient.findMany({ where: { actedAt: { not: null } } });
    expect(rows.map(({ personId }) => personId)).toContain('liu');
    expect(await other.page.getByText('超期未答复').count()).toBe(0);
  }, 240_000);
});
