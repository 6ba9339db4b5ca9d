/** Recognises that a new thing is to be like an earlier one: 照着“婚姻登记信息”再编一条, 和上次那条一样,只是名称改成…. */
import type { Field } from '#tools/fields-of.ts';
import type { Command, FieldWords, Like } from '../command.ts';
import { formOf } from '../forms/form.ts';
import type { TurnView } from '../understanding.ts';
import { segmentsOf, sliceWords, type Words } from '../words.ts';
import { correctionOf } from './correction.ts';
import { labelledIn } from './labelled.ts';
import { moodOf } from './mood.ts';
import { means } from './pronoun.ts';

const please = '^(?:那|好的?|嗯|请|麻烦(?:你|您)?|帮我|给我|我们?(?:想|要)?|想|再|[, ])*';
const begin =
  '(?:再|重新|另外|也|新)*(?:帮我|给我)?(?:编制?|新?建|新增|做|填报?|报|登记|弄|来)(?:新的)?(?:一|1)?[条个份](?:新的)?(?:(?:数据|信息)(?:资源)?)?(?:目录|条目)?';
const noun = '(?:数据|信息)?(?:资源)?(?:目录|条目)?';
const patterns = [
  // 照着“X”再编一条
  new RegExp(
    `${please}(?:照着?|按照?|依照?|参照|参考|仿照|比照)(.{1,42}?)(?:的(?:样子|内容|格式))?[, ]*${begin}`,
    'du',
  ),
  // 编一条和X一样的目录
  new RegExp(`${please}${begin}[, ]*(?:和|跟|与|同)(.{1,42}?)(?:的内容)?(?:一样|相同|差不多)的?${noun}`, 'du'),
  // 和X一样再编一条
  new RegExp(`${please}(?:和|跟|与|同)(.{1,42}?)(?:的内容)?(?:都?一样|相同|差不多)的?[, ]*(?:地)?${begin}`, 'du'),
  // 复制一条X
  new RegExp(`${please}(?:把)?(?:复制|拷贝)(?:一下|一?[条份])?(.{1,42}?)${noun}(?=$|[,.;])`, 'du'),
];
/** 和上次那条一样,只是名称改成…: what is to be done with it is said by what is to be different. */
const butFor = new RegExp(
  `${please}(?:和|跟|与|同)(.{1,42}?)(?:的内容)?(?:都?一样|相同|差不多)[, ]*(?=(?:只是|就是|但是?|不过|除了|只(?:把|将|要|需)|名称|把|将))`,
  'du',
);
const last =
  /^(?:我(?:的)?)?(?:上次|上回|上一(?:次|条|个|份)|前一(?:次|条|个)|之前|前面|最近)(?:我)?(?:编|报|填|做|建|登记)?(?:制|送)?(?:的|过的)?(?:那|这)?(?:一)?[条个份]?(?:的)?(?:数据|信息)?(?:资源)?(?:目录|条目)?$/u;
const joint = /^(?:只是|就是|但是?|不过|其中|只|除了|然后|就|[, ])+/u;

/** Null: nothing is to be like anything. */
export function copyingOf({ words, tools, inHand, subject }: TurnView): Command | null {
  const tool = tools.find(({ copies }) => copies !== undefined);
  if (!tool || moodOf(words.plain) === 'question') return null;
  for (const pattern of [...patterns, butFor]) {
    const match = pattern.exec(words.plain);
    const place = match?.indices?.[1];
    if (!match || !place) continue;
    const like = likeOf(sliceWords(words, ...place), subject !== null);
    // Where any words are an answer, only what is plainly named is meant.
    if (like.kind === 'named' && inHand && !/["《]/u.test(match[1] ?? '')) continue;
    const rest = sliceWords(words, match[0].length);
    return { kind: 'copy', tool: tool.name, like, fields: [...differences(rest, formOf(tool).fields)] };
  }
  return null;
}

function likeOf(said: Words, spokenOf: boolean): Like {
  const bare = said.plain.replace(/^["'《\s]+|["'》\s]+$/gu, '');
  if (last.test(bare)) return { kind: 'last' };
  if (means.test(bare)) return { kind: spokenOf ? 'subject' : 'last' };
  const quoted = /["《]([^"》]{2,40})["》]/du.exec(said.plain)?.indices?.[1];
  return { kind: 'named', words: quoted ? sliceWords(said, ...quoted).raw : said.raw };
}

/** 只是名称改成…,每月更新: each clause names a field; 叫… names what may stand alone. */
function differences(rest: Words, fields: readonly Field[]): readonly FieldWords[] {
  return segmentsOf(rest).flatMap((segment): readonly FieldWords[] => {
    const said = sliceWords(segment, joint.exec(segment.plain)?.[0].length ?? 0);
    const corrected = correctionOf(said, fields) ?? [];
    const set = corrected.flatMap((command) => (command.kind === 'set' ? command.fields : []));
    if (set.length > 0) return set;
    const labelled = labelledIn(said, fields, { loosely: true });
    if (labelled) return labelled.given;
    const called = /^(?:就?叫做?|命名为)(.{2,60})$/du.exec(said.plain)?.indices?.[1];
    const field = fields.find(({ meta }) => meta.alone);
    return called && field ? [{ field: field.name, words: sliceWords(said, ...called).raw }] : [];
  });
}
