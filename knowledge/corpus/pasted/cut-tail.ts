/** Cuts off what a page prints after the last article: imprint, signature, annexes, links and other web chrome. */
import { foldWidth } from '../fold-width.ts';
import { endsSentence } from './clean-page.ts';

const afterTheText =
  /(?:^|[。\n]) *(?=抄 *送 *:|附 *件(?:[:\d\s]|$)|(?:相关|附件)(?:文件|链接|解读|下载|稿件|新闻)|分享(?:到|至)|【?打印|【?关闭|扫一扫|责任编辑|上一篇|下一篇|来源 *:|版权所有|主办(?:单位)? *:|コメント|bottom of page|\d{4} *年 *\d{1,2} *月 *\d{1,2} *日 *(?:印发)? *(?:\n|$))/u;

export interface CutText {
  readonly text: string;
  /** The words left out, blanks squeezed; empty when there are none. */
  readonly tail: string;
}

/** @param text from behind the number of the last article to the end of the page */
export function cutTail(text: string): CutText {
  const marker = afterTheText.exec(foldWidth(text));
  const kept = marker ? text.slice(0, marker.index + marker[0].length) : text;
  const lines = kept.split('\n');
  const lastSentence = lines.findLastIndex((line) => endsSentence(line));
  const end = lastSentence < 0 ? lines.length : lastSentence + 1;
  const body = lines.slice(0, end).join('\n');
  return { text: body, tail: text.slice(body.length).replace(/\s+/gu, ' ').trim() };
}
