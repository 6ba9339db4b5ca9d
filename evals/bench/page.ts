/** The chat page in a real browser: bytes on the wire and time to the first bot message, beside a page that does nothing else. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { WebSocketServer } from 'ws';

const executablePath = '/usr/bin/chromium';
const switches = 'headless no-sandbox disable-gpu disable-quic no-first-run disable-sync disable-component-update';
const visits = 15;
/** What the page promises. */
const mostBytes = 250 * 1024;
const mostMs = 500;

interface Visit {
  readonly bytes: number;
  readonly requests: number;
  /** From the start of the navigation to the first message of the bot on the page. */
  readonly firstMessageMs: number;
}

export async function run(): Promise<number> {
  if (!existsSync(executablePath)) {
    console.error(`page: skipped, ${executablePath} is not installed`);
    return 0;
  }
  const [bare, ours] = [await startBarePage(), await startProgram()];
  const args = [...switches.split(' '), 'disable-background-networking'].map((name) => `--${name}`);
  const browser = await chromium.launch({ executablePath, args });
  const times: Record<'bare' | 'ours', Visit[]> = { bare: [], ours: [] };
  try {
    await visit(browser, ours.url);
    // Taking turns, so that whatever else the machine does falls on both alike.
    for (let n = 0; n < visits; n += 1) {
      times.bare.push(await visit(browser, bare.url));
      times.ours.push(await visit(browser, ours.url));
    }
  } finally {
    await browser.close();
    await Promise.all([bare.close(), ours.close()]);
  }
  console.log(`the chat page, first visit, ${visits} times each, in a browser that keeps nothing`);
  const [, page] = [report('one line over a WebSocket', times.bare), report('政数助手', times.ours)];
  const kept = page.bytes <= mostBytes && page.ms <= mostMs;
  if (!kept) console.log(`  over the limit of ${mostBytes / 1024} KB or ${mostMs} ms`);
  return kept ? 0 : 1;
}

function report(name: string, all: readonly Visit[]): { bytes: number; ms: number } {
  const bytes = Math.max(...all.map((one) => one.bytes));
  const sorted = all.map(({ firstMessageMs }) => firstMessageMs).toSorted((one, other) => one - other);
  const ms = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const [fastest, slowest] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const size = `${(bytes / 1024).toFixed(1)} KB in ${all[0]?.requests} requests`;
  const time = `first message p50 ${ms.toFixed(0)} ms (${fastest.toFixed(0)}–${slowest.toFixed(0)})`;
  console.log(`  ${name.padEnd(26)}  ${size.padEnd(24)}  ${time}`);
  return { bytes, ms };
}

/** As a browser that was never here: nothing is cached, no cookie is kept. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  let [bytes, requests] = [0, 0];
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await network.send('Network.enable');
  await page.goto(url);
  await page.locator('.message.bot').first().waitFor();
  await page.waitForLoadState('networkidle');
  const firstMessageMs = Number(await page.evaluate("performance.getEntriesByName('first-answer')[0].startTime"));
  await context.close();
  return { bytes, requests, firstMessageMs };
}

/** The program as it is started, on a data folder of its own. */
async function startProgram(): Promise<{ url: string; close: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhengshu-bench-'));
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', ZHENGSHU_DATA_DIR: dataDir, LOG_LEVEL: 'error' };
  const main = fileURLToPath(new URL('../../bot/main.ts', import.meta.url));
  const program = spawn(process.execPath, ['--import', 'tsx', main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    program.on('exit', (code) => reject(new Error(`the program ended with ${code}`)));
    program.stdout.on('data', (line: Buffer) => {
      const address = /http:\/\/[\d.]+:\d+/.exec(line.toString())?.[0];
      if (address) resolve(address);
    });
  });
  while (!(await fetch(`${url}/readyz`)).ok) await new Promise((resolve) => setTimeout(resolve, 100));
  const ended = new Promise((resolve) => program.on('exit', resolve));
  return {
    url,
    close: async () => {
      program.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** The floor: a page of a few lines that shows what a WebSocket says. */
async function startBarePage(): Promise<{ url: string; close: () => Promise<void> }> {
  const html = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body><script>
    new WebSocket('ws://' + location.host).onmessage = ({ data }) => {
      const line = document.createElement('p');
      line.className = 'message bot';
      line.textContent = data;
      document.body.append(line);
      performance.mark('first-answer');
    };
  </script>`;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => socket.send('您好。'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the bare page has no address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
