/** Takes off what people say around a value: 嗯,就每季度吧 → 每季度. */
import { sliceWords, type Words } from '../words.ts';

const before =
  /^(?:[嗯恩哦噢呃额啊唔]+|那个?|这个?|好的?|行|ok|我(?:觉得|想|选|要|们)?|就?(?:按|填|写|选|用|要|定)(?:成|为|的)?|应该|大概|可能|一般|都|就|设为?|改成?|是)[,，、 ]*/u;
const after =
  /[,，、 ]*(?:吧|了|哦|噢|哈|啦|啊|呀|嘛|呢|的|这个|那个|就行了?|就好了?|就可以了?|即可|谢谢您?|多谢|可以吗|行吗|好吗|好不好|行不行|[.!~])$/u;

/** A value with courtesies around it is short; a longer message is something else. */
const longest = 200;

export function withoutPolite(words: Words): Words {
  if (words.plain.length > longest) return words;
  let rest = words;
  for (let again = true; again;) {
    again = false;
    const lead = before.exec(rest.plain)?.[0].length ?? 0;
    if (lead > 0 && lead < rest.plain.length) {
      rest = sliceWords(rest, lead);
      again = true;
    }
    const tail = after.exec(rest.plain)?.[0].length ?? 0;
    if (tail > 0 && tail < rest.plain.length) {
      rest = sliceWords(rest, 0, rest.plain.length - tail);
      again = true;
    }
  }
  return rest;
}
