import { existsSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TestPage } from '#bot/web/test-page.fixture.ts';
import type { Store } from '#prisma/store.ts';

const executablePath = '/usr/bin/chromium';
const there = existsSync(executablePath);
if (!there) process.stderr.write(`the tests in a browser are skipped: ${executablePath} is not installed\n`);
const switches = 'headless no-sandbox disable-gpu disable-quic no-first-run disable-sync disable-component-update';
const args = [...switches.split(' '), 'disable-background-networking'].map((name) => `--${name}`);

/** Two people of the demo, whom a visitor can choose to be. */
const people = async ({ db }: Store): Promise<void> => {
  const since = new Date('2025-01-06T01:00:00Z');
  for (const [personId, name, department] of [
    ['zhou', '周敏', '市教育局'],
    ['chen', '陈思远', '市民政局'],
  ] as const) {
    await db.department.create({ data: { id: department, name: department, createdAt: since } });
    await db.person.create({ data: { id: personId, name, createdAt: since } });
    await db.membership.create({ data: { personId, departmentId: department, role: 'officer', since } });
    const identity = { channel: 'directline', userId: personId, personId, boundBy: 'demo', boundAt: since };
    await db.channelIdentity.create({ data: identity });
  }
};

describe.skipIf(!there)('the chat page in a browser', () => {
  let server: TestPage;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  /** What must not happen in any of these tests. */
  let outside: string[];
  let trouble: string[];

  const open = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<void> => {
    context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 }, ...options });
    context.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol !== 'data:' && host !== new URL(server.url).host) outside.push(request.url());
    });
    await context.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { violations: seen });
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.violatedDirective));
    });
    page = await context.newPage();
    page.on('pageerror', (error) => trouble.push(error.message));
    await page.goto(server.url);
    await page.locator('.message.bot').first().waitFor();
  };
  const violations = (): Promise<unknown> => page.evaluate('violations');
  const answers = () => page.locator('.message.bot');
  const own = () => page.locator('.message.mine');
  const say = async (words: string): Promise<void> => {
    await page.getByRole('textbox', { name: '输入您的问题' }).fill(words);
    await page.keyboard.press('Enter');
  };
  const ask = async (words: string): Promise<void> => {
    const before = await answers().count();
    await say(words);
    await answers().nth(before).waitFor();
  };
  const wordsOf = (): Promise<string[]> => page.locator('.message .bubble, .message .words').allInnerTexts();
  const connected = () => page.locator('#connection').waitFor({ state: 'hidden', timeout: 25_000 });

  beforeAll(async () => {
    server = await TestPage.start(people);
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(async () => {
    await server.run();
    outside = [];
    trouble = [];
  });
  afterEach(async () => {
    const policy = await violations();
    await context.close();
    const never = JSON.stringify({ outside, trouble, policy });
    if (never !== '{"outside":[],"trouble":[],"policy":[]}') throw new Error(`must not happen: ${never}`);
  });

  test('greets, and answers a question with proof that opens at the cited clause', async () => {
    await open();
    expect(await answers().count()).toBe(1);
    await ask('市民政局发来的共享申请，几天内要答复？');
    const answer = answers().last();
    expect(await answer.locator('.words').innerText()).toContain('10 个工作日内答复');
    expect(await answer.locator('.notes').innerText()).toContain('不属于本办法的内容');
    const proof = answer.locator('.basis .proof');
    expect(await proof.innerText()).toContain('第二十二条第二款');
    const quote = await proof.locator('.proof-quote').innerText();

    await proof.click();
    const panel = page.getByRole('dialog', { name: '第二十二条第二款' });
    const clause = panel.locator('.cited');
    await clause.waitFor();
    expect(await clause.locator('mark').allInnerTexts()).toEqual([quote]);
    expect(await panel.locator('.chapter').innerText()).toBe('第四章 共享和开放');
    expect(await panel.locator('.article').count()).toBe(5);
    expect(await panel.locator('.standing').innerText()).toBe('现行有效');
    // In sight, not merely there.
    expect(await clause.evaluate((element) => element.getBoundingClientRect().bottom)).toBeLessThan(800);
  });

  test('shows a clause that merely comes near differently from a proof', async () => {
    await open();
    await ask('逾期不答复罚多少钱？');
    const answer = answers().last();
    expect(await answer.locator('.outcome').innerText()).toBe('未规定');
    expect(await answer.locator('.basis').count()).toBe(0);
    expect(await answer.locator('.nearest h3').innerText()).toBe('最接近的条文，并非答案');
    expect(await answer.locator('.nearest .proof').count()).toBe(2);
  });

  test('has the conversation again after a reload, also when its token was lost', async () => {
    await open();
    await ask('共享申请几天内要答复？');
    await ask('逾期不答复罚多少钱？');
    const before = await wordsOf();
    await page.reload();
    await answers().nth(2).waitFor();
    expect(await wordsOf()).toEqual(before);
    await page.evaluate(() =>
      localStorage.setItem('zhengshu.session', JSON.stringify({ conversationId: 'x', token: 'y', expiresAt: 4e12 })),
    );
    await page.reload();
    await answers().nth(2).waitFor();
    expect(await wordsOf()).toEqual(before);
  });

  test('loses and doubles nothing when the server goes away and comes back', async () => {
    await open();
    await ask('共享申请几天内要答复？');
    const seenBefore = server.core.seen.length;
    await server.stop();
    await say('断线时的第一句');
    await say('断线时的第二句');
    await page.locator('.mine[data-delivery="waiting"]').first().waitFor();
    await page.getByText('正在重新连接').waitFor();
    await server.run();
    await connected();
    await page.getByText('您说的是:断线时的第二句').waitFor();
    await page.locator('.mine:not([data-delivery="sent"])').first().waitFor({ state: 'detached' });
    const words = await wordsOf();
    expect(words.slice(-4)).toEqual([
      expect.stringMatching(/断线时的第一句/),
      expect.stringMatching(/断线时的第二句|您说的是:断线时的第一句/),
      expect.stringMatching(/断线时的第二句|您说的是:断线时的第一句/),
      '您说的是:断线时的第二句',
    ]);
    expect(server.core.seen.slice(seenBefore).map(({ text }) => text)).toEqual(['断线时的第一句', '断线时的第二句']);
    await page.reload();
    await page.getByText('您说的是:断线时的第二句').waitFor();
    expect(await wordsOf()).toEqual(words);
  });

  test('sends what was written without a connection even after the page was closed', async () => {
    await open();
    await server.stop();
    await say('关掉页面之前写的');
    await page.locator('.mine[data-delivery="waiting"]').waitFor();
    await page.close();
    await server.run();
    page = await context.newPage();
    await page.goto(server.url);
    await page.getByText('您说的是:关掉页面之前写的').waitFor();
    expect(await own().count()).toBe(1);
  });

  test('polls where no stream can be had', async () => {
    await open();
    await page.close();
    page = await context.newPage();
    await page.routeWebSocket(/stream/, (socket) => socket.close());
    await page.goto(server.url);
    await page.getByText('已改为定时收取').waitFor({ timeout: 20_000 });
    await ask('共享申请几天内要答复？');
    expect(await own().count()).toBe(1);
  });

  test('shows one conversation in two tabs, each message once', async () => {
    await open();
    const other = await context.newPage();
    await other.goto(server.url);
    await other.locator('.message.bot').waitFor();
    await ask('天气怎么样');
    await other.locator('.message.bot').nth(1).waitFor();
    expect(await other.locator('.message').count()).toBe(3);
  });

  test('shows that an answer is being worked on, and takes the sign away', async () => {
    await open();
    await say('慢慢来');
    await page.getByText('正在处理').waitFor();
    server.core.release();
    await answers().nth(1).waitFor();
    expect(await page.getByText('正在处理').isVisible()).toBe(false);
  });

  test('loads what draws cards with the first card, and sends what is pressed there', async () => {
    await open();
    const chunks = (): Promise<string[]> =>
      page.evaluate(() =>
        performance.getEntriesByType('resource').flatMap(({ name }) => (name.includes('adaptive-card') ? [name] : [])),
      );
    expect(await chunks()).toHaveLength(0);
    await ask('帮我登记一条目录');
    await page.locator('.card').getByText('校园体育场地开放信息').waitFor();
    expect(await chunks()).toHaveLength(1);
    await page.getByRole('button', { name: '确认提交' }).click();
    await page.getByText('已收到:confirm').waitFor();
    expect(server.core.seen.at(-1)).toMatchObject({ kind: 'action', action: { id: 'confirm' } });
    expect(await own().last().innerText()).toContain('确认提交');
  });

  test('draws any card, with fields, its markup made harmless, and sends what was filled in', async () => {
    await open();
    await page.close();
    page = await context.newPage();
    const content = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        { type: 'TextBlock', text: '请 **填写** [这里](javascript:alert(1))<img src=x onerror=alert(1)>', wrap: true },
        { type: 'Input.Text', id: 'name', label: '名称', isRequired: true, errorMessage: '请填写名称' },
        { type: 'Input.ChoiceSet', id: 'cycle', label: '更新周期', choices: [{ title: '每季度', value: 'quarter' }] },
      ],
      actions: [{ type: 'Action.Submit', title: '提交', data: { press: 'fill', title: '提交' } }],
    };
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];
    const card = { type: 'message', id: 'card', from: { role: 'bot' }, timestamp: '2026-03-02T01:00:00Z', attachments };
    await page.routeWebSocket(/stream/, (socket) => {
      socket.connectToServer();
      socket.send(JSON.stringify({ activities: [card] }));
    });
    await page.goto(server.url);
    await page.locator('.card strong').getByText('填写').waitFor();
    expect(await page.locator('.card :is(img, a[href^="javascript"])').count()).toBe(0);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('请填写名称').waitFor();
    await page.getByLabel('名称').fill('校园体育场地');
    await page.getByLabel('更新周期').selectOption('quarter');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('已收到:fill').waitFor();
    expect(server.core.seen.at(-1)?.action).toEqual({
      id: 'fill',
      value: { name: '校园体育场地', cycle: 'quarter' },
    });
  });

  test('shows markup in messages as the words it is', async () => {
    await open();
    const words = '<img src=x onerror="alert(1)"><script>alert(1)</script> **不加粗** [链接](javascript:alert(1))';
    await ask(words);
    expect(await own().last().locator('.bubble').innerText()).toBe(words);
    expect(await answers().last().locator('.words').innerText()).toBe(`您说的是:${words}`);
    expect(await page.locator('.log :is(img, script, a)').count()).toBe(0);
  });

  test('is worked by keyboard alone: skip link, question, proof, panel and back', async () => {
    await open();
    // As one who comes to the page from the browser's own bars.
    await page.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute('tabindex');
    });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到输入框');
    await page.keyboard.press('Enter');
    await page.keyboard.type('第一行');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('几天内要答复？');
    await page.keyboard.press('Enter');
    await answers().nth(1).waitFor();
    expect(await own().last().locator('.bubble').innerText()).toBe('第一行\n\n几天内要答复？');
    const focused = (selector: string): Promise<boolean> =>
      page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
    for (let presses = 0; presses < 12 && !(await focused('.proof')); presses += 1)
      await page.keyboard.press('Shift+Tab');
    expect(await focused('.proof')).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('.cited').waitFor();
    expect(await focused('#panel-title')).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('#panel').waitFor({ state: 'hidden' });
    expect(await focused('.proof')).toBe(true);
  });

  test('sends nothing while a word is being composed', async () => {
    await open();
    const field = page.getByRole('textbox', { name: '输入您的问题' });
    await field.fill('gongxiang');
    const enter = (init: object): Promise<void> =>
      field.evaluate((element, options) => {
        element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...options }));
      }, init);
    await enter({ isComposing: true });
    await enter({ keyCode: 229 });
    expect(await own().count()).toBe(0);
    expect(await field.inputValue()).toBe('gongxiang');
    await enter({});
    expect(await own().count()).toBe(1);
    await answers().nth(1).waitFor();
  });

  test('leaves who reads further up alone and says that there is more', async () => {
    await open({ viewport: { width: 390, height: 640 } });
    await ask('数据安全工作包括哪些内容？');
    await ask('共享申请几天内要答复？');
    await say('慢慢来');
    await page.getByText('正在处理').waitFor();
    await page.locator('#scroll').evaluate((element) => element.scrollTo({ top: 0 }));
    await page.getByRole('button', { name: '回到最新' }).waitFor();
    server.core.release();
    await page.getByRole('button', { name: '1 条新消息' }).waitFor();
    expect(await page.locator('#scroll').evaluate((element) => element.scrollTop)).toBe(0);
    await page.getByRole('button', { name: '1 条新消息' }).click();
    await page.getByRole('button', { name: '1 条新消息' }).waitFor({ state: 'hidden' });
    expect(
      await answers()
        .last()
        .evaluate((element) => element.getBoundingClientRect().bottom),
    ).toBeLessThan(640);
  });

  test('begins a new conversation when it is confirmed, and only then', async () => {
    await open();
    await ask('天气怎么样');
    await page.getByRole('button', { name: '新对话' }).click();
    await page.getByRole('button', { name: '继续当前对话' }).click();
    expect(await own().count()).toBe(1);
    await page.getByRole('button', { name: '新对话' }).click();
    await page.getByRole('button', { name: '开始新对话' }).click();
    await own().waitFor({ state: 'detached' });
    await answers().waitFor();
    await page.reload();
    await answers().waitFor();
    expect(await page.locator('.message').count()).toBe(1);
  });

  test('lets the visitor of the demo be someone, who is still that one after a reload', async () => {
    await open();
    await ask('天气怎么样');
    const choice = page.getByLabel('我是');
    expect((await choice.locator('option').allInnerTexts()).toSorted()).toEqual(
      ['访客', '周敏（数据专员）', '陈思远（数据专员）'].toSorted(),
    );
    await choice.selectOption('zhou');
    await own().waitFor({ state: 'detached' });
    await answers().waitFor();
    await ask('我是谁');
    expect(server.core.seen.at(-1)?.userId).toBe('zhou');
    await page.reload();
    await answers().nth(1).waitFor();
    expect(await choice.inputValue()).toBe('zhou');
    await choice.selectOption('');
    // The visitor's own conversation is back.
    await own().filter({ hasText: '天气怎么样' }).waitFor();
    await answers().nth(1).waitFor();
    await ask('您是谁');
    expect(server.core.seen.at(-1)?.userId).not.toBe('zhou');
  });

  test.each([360, 390])('fits a telephone of %i pixels, with the article over the conversation', async (width) => {
    await open({ viewport: { width, height: 780 }, hasTouch: true, isMobile: true });
    await ask('共享申请几天内要答复？');
    const widest = (): Promise<number> =>
      page.evaluate(() =>
        Math.max(
          ...Array.from(document.querySelectorAll('body *'), (element) => element.getBoundingClientRect().right),
        ),
      );
    expect(await widest()).toBeLessThanOrEqual(width);
    await page.locator('.proof').click();
    await page.locator('.cited').waitFor();
    expect(await page.locator('#panel').evaluate((element) => element.matches(':modal'))).toBe(true);
    expect(await widest()).toBeLessThanOrEqual(width);
    await page.getByRole('button', { name: '关闭条文' }).click();
    expect(await page.evaluate(() => document.activeElement?.matches('.proof'))).toBe(true);
  });

  test('is light or dark as the system is, until someone chooses, and stays as chosen', async () => {
    await open({ colorScheme: 'dark' });
    const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await ground();
    await page.getByRole('button', { name: '切换到浅色' }).click();
    const light = await ground();
    expect(light).not.toBe(dark);
    await page.reload();
    expect(await ground()).toBe(light);
    await answers().waitFor();
  });

  test('copies an answer with its proofs', async () => {
    await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await ask('共享申请几天内要答复？');
    await answers().last().getByRole('button', { name: '复制回答和条文依据' }).click();
    await page.getByText('已复制').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^10 个工作日内答复[^]*《长沙市政务数据资源管理办法》第二十二条第二款:“[^]+”/);
  });
});

describe.skipIf(!there)('the security policy of the page', () => {
  test('is in force: foreign pictures, inline styles and markup from text are refused', async () => {
    const server = await TestPage.start();
    const browser = await chromium.launch({ executablePath, args });
    try {
      const page = await browser.newPage();
      const asked: string[] = [];
      page.on('requestfinished', (request) => asked.push(new URL(request.url()).host));
      await page.goto(server.url);
      const seen = await page.evaluate(async () => {
        const refused: string[] = [];
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
          refused.push(effectiveDirective),
        );
        const picture = new Image();
        picture.src = 'https://elsewhere.example/x.png';
        const box = document.createElement('p');
        box.setAttribute('style', 'color: red');
        try {
          box.innerHTML = '<b>x</b>';
        } catch (error) {
          refused.push(error instanceof TypeError ? 'innerHTML' : 'other');
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
        return refused;
      });
      expect(seen).toEqual(
        expect.arrayContaining(['img-src', 'style-src-attr', 'require-trusted-types-for', 'innerHTML']),
      );
      expect(asked).not.toContain('elsewhere.example');
    } finally {
      await browser.close();
      await server.close();
    }
  });
});
