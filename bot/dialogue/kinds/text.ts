/** Free text: what the person wrote, without the words that only say that this is the answer. */
import { sliceWords, type Words } from '../words.ts';
import type { FieldReader, Reading, ReadingContext, Spotted } from './field-reader.ts';

const lead =
  /^(?:(?:算了|那|还是)*我(?:自己)?来?(?:写|填)[:,]|就?(?:叫做?|名叫|命名为|起名叫?|写成?|填)|名[字称]?就?(?:叫|是)|内容是|如下)[:：,， ]*/u;
/** A description is often begun so. */
const describing = /^(?:这个?|那个?)?(?:就是|这是|是)(?=.{6})/u;
const wholeQuoted = /^(?:"([^"]+)"|《([^《》]+)》)$/u;

/** `名称叫X吧` is X; the label itself may stand before. */
function bareText(words: Words, { field }: ReadingContext): Words {
  const labels = [field.meta.label, ...(field.meta.aliases ?? [])].map(escape).join('|');
  const labelled = new RegExp(`^(?:这个)?(?:${labels})(?:就?(?:叫做?|是|为|写|填)|[:：])[,， ]*`, 'u').exec(
    words.plain,
  );
  const said =
    labelled ?? lead.exec(words.plain) ?? (field.meta.kind === 'long_text' ? describing.exec(words.plain) : null);
  const rest = said && said[0].length < words.plain.length ? sliceWords(words, said[0].length) : words;
  const tail = said ? /(?:吧|就行|就好|就可以)了?[.!]?$/u.exec(rest.plain) : null;
  const bare = tail && tail.index > 0 ? sliceWords(rest, 0, tail.index) : rest;
  return wholeQuoted.test(bare.plain) ? sliceWords(bare, 1, bare.plain.length - 1) : bare;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function spotText(sentence: Words, { field }: ReadingContext): readonly Spotted[] {
  for (const pattern of field.meta.spot ?? []) {
    const match = new RegExp(pattern, 'du').exec(sentence.plain);
    const [start, end] = match?.indices?.[1] ?? [];
    if (start !== undefined && end !== undefined && end > start) return [{ start, end }];
  }
  return [];
}

function textReader(kind: 'text' | 'long_text'): FieldReader {
  return {
    kind,
    open: true,
    read: (words, context): Reading => {
      const { raw, plain } = bareText(words, context);
      const { whenNone } = context.field.meta;
      if (whenNone !== undefined && /^(?:没有?|暂?无)[.!]?$/u.test(plain)) return { kind: 'value', value: whenNone };
      return raw === '' ? { kind: 'invalid', why: null } : { kind: 'value', value: raw };
    },
    spot: spotText,
    show: (value) => String(value),
  };
}

export const text = textReader('text');
export const longText = textReader('long_text');

/** Several short texts: parted by signs or lines. */
export const textList: FieldReader = {
  kind: 'text_list',
  open: true,
  read: (words, context): Reading => {
    const { raw } = bareText(words, context);
    const parts = raw.split(/[,，、;；\n]|(?<=\S)\s{2,}(?=\S)/u).map((part) => part.trim());
    const values = [...new Set(parts.filter((part) => part !== ''))];
    return values.length === 0 ? { kind: 'invalid', why: null } : { kind: 'value', value: values };
  },
  spot: spotText,
  show: (value) => (Array.isArray(value) ? value.join('、') : String(value)),
};
