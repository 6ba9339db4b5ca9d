/** `npm run regulations -- add|list|check`: the operator's view of the regulations the assistant knows. */
import { parseArgs } from 'node:util';

import { loadConfig } from '#bot/config.ts';
import { bodyDigest } from '#knowledge/corpus/body-digest.ts';
import { addedRegulationsDir, builtInRegulationsDir, loadRegulations } from '#knowledge/corpus/load-regulations.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import { type Standing, standingOn } from '#knowledge/corpus/standing-on.ts';

import { addRegulation } from './add-regulation.ts';

const usage = `用法:
  npm run regulations -- add <文件.txt|.md> [--id 编号] [--title 标题] [--number 文号] [--from 施行日] [--until 截止日] [--replace]
  npm run regulations -- list
  npm run regulations -- check
日期写作 2022-02-01。`;

const standingWords: Readonly<Record<Standing, string>> = {
  not_yet_in_force: '尚未施行',
  in_force: '现行',
  expired: '已过有效期',
  superseded: '已被替代',
};

function summary(regulation: Regulation): string {
  const { id, title, documentNumber, inForceFrom, validUntil, chapters, articles } = regulation;
  const number = documentNumber === null ? '' : `(${documentNumber})`;
  const period = `${inForceFrom ?? '施行日不详'} 至 ${validUntil ?? '未定截止日'}`;
  return `${id}  《${title}》${number}  ${chapters.length} 章 ${articles.length} 条  ${period}`;
}

function add(args: readonly string[], dataDir: string): void {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      id: { type: 'string' },
      title: { type: 'string' },
      number: { type: 'string' },
      from: { type: 'string' },
      until: { type: 'string' },
      replace: { type: 'boolean', default: false },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Error(usage);
  const { regulation, doubts, path } = addRegulation(
    {
      file,
      id: values.id,
      title: values.title,
      documentNumber: values.number,
      inForceFrom: values.from,
      validUntil: values.until,
      replace: values.replace,
    },
    dataDir,
  );
  console.log(`已写入 ${path}\n${summary(regulation)}`);
  for (const { number, title } of regulation.chapters) {
    const articles = regulation.articles.filter(({ chapter }) => chapter === number);
    console.log(
      `  第 ${number} 章 ${title}:第 ${articles.at(0)?.number ?? '-'} 至 ${articles.at(-1)?.number ?? '-'} 条`,
    );
  }
  console.log(doubts.length === 0 ? '没有存疑之处。' : `有 ${doubts.length} 处请核对:`);
  for (const { where, what } of doubts) console.log(`  ${where}:${what}`);
}

function main(args: readonly string[]): void {
  const { dataDir } = loadConfig();
  const [command, ...rest] = args;
  if (command === 'add') return add(rest, dataDir);
  if ((command !== 'list' && command !== 'check') || rest.length > 0) throw new Error(usage);
  const regulations = loadRegulations([builtInRegulationsDir, addedRegulationsDir(dataDir)]);
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  for (const regulation of regulations) {
    const standing = standingWords[standingOn(regulation, today, regulations)];
    const detail = command === 'check' ? `  正文 ${bodyDigest(regulation).slice(0, 16)}` : '';
    console.log(`${summary(regulation)}  ${standing}${detail}`);
  }
  if (command === 'check') console.log(`${regulations.length} 份规章都可以读取。`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  const badArguments = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  console.error(badArguments ? usage : error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
