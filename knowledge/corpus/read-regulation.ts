/** Reads a file of our regulation format: front matter, then one heading per chapter, section and article. */
import { readFrontMatter } from './front-matter.ts';
import { printHeading } from './heading.ts';
import { readParagraphs } from './read-paragraphs.ts';
import type { Article, Chapter, Regulation, Section } from './regulation.ts';
import { RegulationFileError } from './regulation-file-error.ts';
import { splitBlocks } from './split-blocks.ts';

/**
 * @param file name for error messages
 * @throws RegulationFileError naming file and line: a wrong head, a gap in the numbering, an empty article, text outside
 * an article
 */
export function readRegulation(text: string, file: string): Regulation {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) throw new RegulationFileError(file, 1, '缺少文件头(两行 --- 之间的内容)');
  const head = readFrontMatter(lines.slice(1, end).join('\n'), file);
  const marks = head.itemMarks ?? 'half';

  const chapters: (Chapter & { sections: Section[] })[] = [];
  const articles: Article[] = [];
  for (const { heading, line, body } of splitBlocks(lines, end + 1, { file, title: head.title })) {
    const { kind, number, title } = heading;
    const chapter = chapters.at(-1);
    const last = { chapter: chapters.length, section: chapter?.sections.length ?? 0, article: articles.length }[kind];
    if (number !== last + 1) {
      const expected = printHeading({ kind, number: last + 1, title: '' });
      throw new RegulationFileError(file, line, `${printHeading(heading)}:编号不连续,应为${expected}`);
    }
    if (kind === 'chapter') {
      if (!chapter && articles.length > 0) throw new RegulationFileError(file, line, '第一章之前已经有条文');
      chapters.push({ number, title, sections: [] });
    } else if (kind === 'section') {
      if (!chapter) throw new RegulationFileError(file, line, '节必须在章之内');
      chapter.sections.push({ number, title });
    } else {
      const paragraphs = readParagraphs(body, { file, line: line + 1, marks });
      if (paragraphs.length === 0) throw new RegulationFileError(file, line, `${printHeading(heading)}:没有内容`);
      const section = chapter?.sections.length ?? 0;
      articles.push({
        number,
        title: title === '' ? null : title,
        chapter: chapter?.number ?? 0,
        ...(section > 0 ? { section } : {}),
        paragraphs,
      });
    }
  }
  if (articles.length === 0) throw new RegulationFileError(file, null, '没有任何条文');
  if (head.validityArticle !== null && head.validityArticle > articles.length)
    throw new RegulationFileError(file, null, `文件头的 validityArticle 指向不存在的第 ${head.validityArticle} 条`);
  return {
    ...head,
    chapters: chapters.map(({ sections, ...chapter }) => (sections.length > 0 ? { ...chapter, sections } : chapter)),
    articles,
  };
}
