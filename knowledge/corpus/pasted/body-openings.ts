/** The words with which the sentences of a pasted regulation begin: they show where a glued title ends. */
import { foldWidth } from '../fold-width.ts';
import { squeeze } from './clean-page.ts';

/** What follows the subject of a rule. */
const predicate =
  '应当|应|须|必须|可以|不得|负责|是|由|自|所称|适用|根据|按照|依照|依据|依法|通过|承担|牵头|会同|统筹|推动|建立|制定';

const alwaysOpen = [
  `本(?:办法|条例|规定|细则|法|决定|意见|方案|规则)(?=${predicate}|所|施行|实施)`,
  '为(?:了|进一步|规范|加强|保障|促进|推进|推动|贯彻|落实|深入|提高)',
  '(?:各级|县级以上|市|省|区)人民政府',
  '任何(?:单位|组织|个人)',
  '(?:违反|根据|依据|按照|对于|除|凡)(?=.)',
];

/** Stand before a subject and belong to it. */
const determiner = /(?:各级|各|本市|全市|全省|市级|有关|相关|其他|上级|区县|县级以上|本)$/;

/** A pattern that matches, at its earliest, where the first sentence of an article begins. */
export interface BodyOpenings {
  /** Offset of the first sentence within the words, 0 when they begin with it; undefined when none is recognised. */
  find(words: string): number | undefined;
  /** The subject of a sentence that the words end with, when the next words begin with its predicate. */
  tornOff(words: string, next: string): string | undefined;
}

/** Learns the subjects from the whole text: what begins a sentence somewhere and stands before a predicate twice. */
export function learnOpenings(text: string): BodyOpenings {
  const words = squeeze(foldWidth(text));
  const atStart = new RegExp(`(?:^|[。;])([\\u4e00-\\u9fff]{2,12}?)(?=${predicate})`, 'g');
  const starts = new Set(
    Array.from(text.split('\n'), (line) => squeeze(foldWidth(line))).flatMap((line) =>
      Array.from(line.matchAll(atStart), (match) => match[1] ?? ''),
    ),
  );
  const learned = Array.from(starts)
    .filter((subject) => !/^第|的$/.test(subject))
    .filter((subject) => (words.match(new RegExp(`${subject}(?=${predicate})`, 'g')) ?? []).length >= 2)
    .toSorted((a, b) => b.length - a.length);
  const subjects = learned.join('|');
  const opening = new RegExp(
    [...alwaysOpen, ...(subjects === '' ? [] : [`(?:${subjects})(?=${predicate}|在|对|将|之间|新建|共同)`])].join('|'),
  );
  const torn = new RegExp(`(?:本(?:办法|条例|规定|细则|法|决定)${subjects === '' ? '' : `|${subjects}`})$`);
  return {
    find(words) {
      const head = /^[^。;,:]*/.exec(foldWidth(words))?.[0] ?? '';
      // The predicate may stand after the last character of the head, so the pattern sees the whole.
      const found = opening.exec(words);
      if (!found || found.index >= head.length) return undefined;
      const before = words.slice(0, found.index);
      return found.index - (determiner.exec(before)?.[0].length ?? 0);
    },
    tornOff(words, next) {
      if (!new RegExp(`^(?:${predicate}|所|施行|实施)`).test(next)) return undefined;
      return torn.exec(words)?.[0];
    },
  };
}
