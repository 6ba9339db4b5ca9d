/** Prints a citation the way the law does: 第二十二条第三款第(二)项, with the title before it when wanted. */
import { toChineseNumeral } from './chinese-numeral.ts';
import type { Place } from './citation.ts';

/** @param title of the regulation, without its marks; answers name it when more than one regulation is loaded */
export function formatCitation({ article, paragraph, item }: Place, title?: string): string {
  return [
    title === undefined ? '' : `《${title}》`,
    `第${toChineseNumeral(article)}条`,
    paragraph === undefined ? '' : `第${toChineseNumeral(paragraph)}款`,
    item === undefined ? '' : `第(${toChineseNumeral(item)})项`,
  ].join('');
}
