/** Yes and no in their many forms. */
import type { Words } from '../words.ts';
import type { FieldReader, Reading } from './field-reader.ts';

const particles = '(?:的|了|啊|呀|哈|吧|哒|滴|啦|嘛|[,、.!~ ])*';
const bareYes = new RegExp(
  `^(?:嗯+|恩+|哦|对+|好+|行+|中|得|ok|okay|yes|y|true|1|√|没错|没问题|无误|当然|肯定|必须|确认|确定|同意|可以|是+|有|要|需要|涉及|包含|含|属于)${particles}`,
  'u',
);
/** These may go on: 是敏感的, 有身份证号. */
const verbYes = new RegExp(`^${particles}(?:是|有|要|需要|涉及|包含|含有?|属于|会)(?!不|没|点|些|时|可能)`, 'u');
const no = /^(?:不|没|无|否|非|别|甭|勿|免|no|n|false|×|0)(?!错|问题|误|是不|妨)/u;
/** Longer than this it says something else besides. */
const longest = 16;

/** A yes and nothing else: what a confirmation needs. */
export function isPlainYes(words: Words): boolean {
  let rest = words.plain;
  for (let match = bareYes.exec(rest); match && rest !== ''; match = bareYes.exec(rest))
    rest = rest.slice(match[0].length);
  return words.plain !== '' && rest === '';
}

/** Null: neither. */
export function yesOrNo(words: Words): boolean | null {
  const plain = words.plain.replace(/^(?:那|这个|应该|我觉得|我想|都|目前|暂时)[, ]*(?=.)/u, '');
  if (plain === '' || plain.length > longest || /[?]|吗|呢$|怎|什么|哪|谁|多少|如何|几/u.test(plain)) return null;
  if (no.test(plain)) return false;
  let rest = plain;
  for (let match = bareYes.exec(rest); match && rest !== ''; match = bareYes.exec(rest))
    rest = rest.slice(match[0].length);
  if (rest === '') return true;
  if (rest !== plain && no.test(rest)) return null;
  return verbYes.test(plain) && !/不|没(?!问题|错)|无(?!误)/u.test(rest) ? true : null;
}

export const yesNo: FieldReader = {
  kind: 'yes_no',
  open: false,
  read: (words): Reading => {
    const value = yesOrNo(words);
    return value === null ? { kind: 'invalid', why: null } : { kind: 'value', value };
  },
  spot: (sentence, { field }) => {
    // Only where the sentence names the field itself: 不含敏感信息, 涉及个人信息.
    for (const name of [field.meta.label, ...(field.meta.near ?? [])]) {
      const at = sentence.plain.indexOf(name);
      if (at < 0) continue;
      const said = /(?:不涉及|不含有?|不包含|没有|无|不需要|不是|不|涉及|含有?|包含|有|需要|是)$/u;
      const before = said.exec(sentence.plain.slice(0, at));
      if (before) return [{ start: before.index, end: at + name.length }];
    }
    return [];
  },
  show: (value) => (value === true ? '是' : '否'),
  options: () => [
    { title: '是', value: true },
    { title: '否', value: false },
  ],
};
