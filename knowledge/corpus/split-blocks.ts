/** Cuts the body of a regulation file into its headings, each with the lines under it. */
import { readHeading, type Heading } from './heading.ts';
import { RegulationFileError } from './regulation-file-error.ts';

export interface Block {
  readonly heading: Heading;
  /** Line of the heading in the file, 1-based. */
  readonly line: number;
  readonly body: readonly string[];
}

const levelOf: Readonly<Record<Heading['kind'], string>> = { chapter: '##', section: '###', article: '###' };

/**
 * @param lines every line of the file
 * @param start index of the first line after the front matter
 * @param title what the one `#` line has to say
 */
export function splitBlocks(
  lines: readonly string[],
  start: number,
  { file, title }: { readonly file: string; readonly title: string },
): readonly Block[] {
  const blocks: (Block & { body: string[] })[] = [];
  let titles = 0;
  for (const [offset, line] of lines.slice(start).entries()) {
    const at = start + offset + 1;
    const [, level, content] = /^(#+) +(.*\S)\s*$/.exec(line) ?? [];
    const block = blocks.at(-1);
    if (level === undefined || content === undefined) {
      if (block && block.heading.kind === 'article') block.body.push(line);
      else if (line.trim() !== '')
        throw new RegulationFileError(file, at, `这一行不在任何一条之内:${line.trim().slice(0, 20)}`);
    } else if (level === '#') {
      titles += 1;
      if (titles > 1 || block) throw new RegulationFileError(file, at, '标题(#)只能出现一次,且在正文之前');
      if (content !== title) throw new RegulationFileError(file, at, `标题与文件头的 title 不一致:${content}`);
    } else {
      const heading = readHeading(content);
      if (!heading || levelOf[heading.kind] !== level)
        throw new RegulationFileError(file, at, `看不懂的标题行:${line}(章用 ##,节和条用 ###)`);
      blocks.push({ heading, line: at, body: [] });
    }
  }
  return blocks;
}
