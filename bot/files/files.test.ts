import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesOf } from './tool-files.ts';
import { registerFiles } from './register-files.ts';
import { fetchFile } from './fetch-file.ts';
import { FileLinks } from './file-links.ts';
import { saveFile } from './save-file.ts';
import { exportDeadlines } from '#tools/requests/export-deadlines.ts';
import { fileShareRequest } from '#tools/requests/file-share-request.ts';
import { printCase } from '#tools/requests/print-case.ts';
import { type PersonId, RequestCity, wantedMarriage } from '#tools/requests/requests.fixture.ts';

let city: RequestCity;
let requestId: string;
const now = () => city.clock;
const key = new Uint8Array(32).fill(7);
const base = 'http://127.0.0.1:3978';
const app = Fastify();

beforeAll(async () => {
  city = await RequestCity.open();
  ({ requestId } = await city.at('2026-03-02').run('li', fileShareRequest, wantedMarriage));
  const links = new FileLinks({ key, base, now });
  registerFiles(app, {
    config: { publicUrl: null, host: '127.0.0.1' },
    opened: () => Promise.resolve({ fetchFile: (token) => fetchFile(token, { store: city.store, links, now }) }),
  });
});
afterAll(async () => {
  await app.close();
  await city.store.close();
});

/** What the person is told: one line a file. */
async function linksFor(who: PersonId): Promise<readonly string[]> {
  const output = await city.run(who, printCase, { requestId });
  const context = { actor: city.actor(who), now: city.clock, db: city.store.db };
  const links = new FileLinks({ key, base, now });
  return await Promise.all(filesOf(printCase, { requestId }, output).map((file) => links.deliver(file, context)));
}
const urlIn = (line: string): string => /http\S+$/.exec(line)?.[0] ?? '';
const get = (url: string) => app.inject({ method: 'GET', url: url.slice(base.length), headers: { host: '127.0.0.1' } });

test('a link gives the file itself: a workbook that opens, under its own name, kept by nobody on the way', async () => {
  const [xlsx = '', md = ''] = await linksFor('li');
  expect(xlsx).toContain('下载 办理记录-1.xlsx(只供您本人使用,30分钟内有效):http://127.0.0.1:3978/files/');
  const answer = await get(urlIn(xlsx));
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('办理记录-1.xlsx')}`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
  const book = new exceljs.Workbook();
  const bytes = Buffer.from(answer.rawPayload);
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  expect(JSON.stringify(book.worksheets[0]?.getSheetValues())).toContain('婚姻登记信息');
  expect((await get(urlIn(md))).body).toContain('## 办理经过');
});

test('it ends after half an hour, cannot be changed, and is no token for anything else', async () => {
  const [line = ''] = await linksFor('li');
  const url = urlIn(line);
  const forged = `${url.slice(0, -3)}xxx`;
  expect(await get(forged)).toMatchObject({ statusCode: 404, body: expect.stringContaining('不是有效的下载链接') });
  expect(await get(url.split('?')[0] ?? '')).toMatchObject({ statusCode: 404 });
  const other = new FileLinks({ key: new Uint8Array(32).fill(8), base, now });
  const foreign = await other.issue({ personId: 'li', tool: 'print-case', fields: { requestId }, part: 'md' });
  expect((await get(`${base}/files/a.md?t=${foreign}`)).statusCode).toBe(404);
  const links = new FileLinks({ key, base, now });
  for (const tool of ['my-work', 'withdraw-request', 'nothing'])
    expect(
      (await get(`${base}/files/a?t=${await links.issue({ personId: 'li', tool, fields: { requestId }, part: 'md' })}`))
        .statusCode,
    ).toBe(404);
  city.at('2026-03-02T09:29');
  expect((await get(url)).statusCode).toBe(200);
  city.at('2026-03-02T09:31');
  expect(await get(url)).toMatchObject({ statusCode: 410, body: expect.stringContaining('已经过期') });
  city.at('2026-03-02');
});

test('it is the person’s: made with what they may see when they fetch it', async () => {
  const [line = ''] = await linksFor('li');
  expect((await get(urlIn(line))).statusCode).toBe(200);
  const links = new FileLinks({ key, base, now });
  const stranger = await links.issue({ personId: 'tan', tool: 'print-case', fields: { requestId }, part: 'md' });
  expect((await get(`${base}/files/a.md?t=${stranger}`)).statusCode).toBe(403);
  // Somebody who has left the roster meanwhile.
  await city.store.db.person.update({ where: { id: 'li' }, data: { leftAt: city.clock } });
  expect((await get(urlIn(line))).statusCode).toBe(403);
  await city.store.db.person.update({ where: { id: 'li' }, data: { leftAt: null } });
});

test('only under our own host names', async () => {
  const [line = ''] = await linksFor('li');
  const url = urlIn(line).slice(base.length);
  const answer = await app.inject({ method: 'GET', url, headers: { host: 'evil.example' } });
  expect(answer.statusCode).toBe(403);
});

test('in the terminal the file is written under the data folder, and where is said', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  try {
    const output = await city.run('li', exportDeadlines, {});
    const [file] = filesOf(exportDeadlines, {}, output);
    if (!file) throw new Error('no file');
    const context = { actor: city.actor('li'), now: city.clock, db: city.store.db };
    const path = join(folder, 'files', 'li', '期限日历.ics');
    expect(await saveFile(folder)(file, context)).toBe(`期限日历.ics 已经存到:${path}`);
    expect(readFileSync(path, 'utf8')).toContain('BEGIN:VCALENDAR');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await saveFile(folder)({ ...file, name: '../../../等等.ics' }, context);
    expect(readdirSync(join(folder, 'files', 'li')).toSorted()).toEqual(['__.._.._等等.ics', '期限日历.ics']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
