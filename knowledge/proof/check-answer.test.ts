import { describe, expect, test } from 'vitest';

import type { Answer } from '#knowledge/answers/answer.ts';
import { formatCitation } from '#knowledge/citations/format-citation.ts';
import { parseCitation } from '#knowledge/citations/parse-citation.ts';

import { checkAnswer } from './check-answer.ts';
import { answerOf, proofOf, regulation, regulations } from './true-answers.fixture.ts';

function proofAt(clause: string) {
  const place = parseCitation(clause);
  if (!place) throw new Error(`no citation: ${clause}`);
  return proofOf(place);
}
/** What is found wrong with a text that rests on whole clauses: `number:15天→10个工作日`. */
function faults(clauses: string, text: string, question?: string): string {
  const answer = answerOf(text, clauses.split(' ').map(proofAt));
  const { findings } = checkAnswer(answer, { regulations, ...(question === undefined ? {} : { question }) });
  return findings.map((finding) => ('words' in finding ? `${finding.kind}:${finding.words}` : finding.kind)).join(' ');
}

describe('a sentence the clauses bear passes', () => {
  test.each([
    ['第二十二条第二款', '对方10个工作日内必须答复;不同意要给充足的理由和依据。'],
    ['第二十二条第二款', '提供部门应当在收到申请后十个工作日内予以确认答复。'],
    ['第二十二条第二款', '按照第二十二条,提供部门应当在收到申请后10个工作日内答复。'],
    ['第二十二条第二款', '第二十二条(共享方式)规定:提供部门应当在收到申请后10个工作日内予以确认答复。'],
    ['第二十二条第二款', '不是5个工作日,是10个工作日。'],
    ['第二十二条第二款', '不是由市数据资源局答复,由提供部门答复。'],
    ['第二十二条第二款', '办法没有规定逾期30天不答复罚多少钱。'],
    ['第二十二条第二款', '逾期不答复怎么处理,办法没有规定。'],
    ['第二十二条第二款', '是的,需要答复。提供部门应当在收到申请后10个工作日内予以确认答复。'],
    ['第二十二条第四款', '不可以。政务部门不得新建共享交换通道。'],
    ['第二十二条第一款', '共享类型一共三类:无条件共享、有条件共享、不予共享。'],
    ['第二十四条第一款', '需要持续获取的政务数据,可列入有条件开放类。'],
    ['第三十二条第一款', '一共九项。'],
    ['第十六条第一款', '目录要写明8项内容:来源、分类、参考标准、更新周期、共享属性、开放属性、关联关系、安全等级。'],
    ['第二十五条第一款', '三张清单每年更新一次。'],
    ['第二十五条第二款', '三张清单由市数据局汇总、确认。'],
    ['第四十一条', '本办法从2022年2月1日起施行,有效期五年,到2027年1月31日为止。'],
    ['第三十八条第一款', '由市政府或者上级主管部门责令改正,情节严重的依法处分,涉嫌犯罪的移送有权机关。'],
    ['第四条', '数据所有权归长沙市人民政府。'],
    ['第三十三条第一款第(四)项', '在证据可能灭失的情况下,可以先行登记封存。'],
  ])('%s: %s', (clauses, text) => {
    expect(faults(clauses, text)).toBe('');
  });
});

describe('a sentence they do not bear is found', () => {
  test.each([
    ['第二十二条第二款', '提供部门应当在15天内答复。', 'number:15天'],
    ['第二十二条第二款', '提供部门应当在10天内答复。', 'number:10天'],
    ['第二十二条第二款', '提供部门应当在收到申请后两周内予以确认答复。', 'number:两周'],
    ['第二十二条第二款', '不是10个工作日,是5个工作日。', 'number:不是10个工作日 number:5个工作日'],
    ['第二十二条第二款', '提供部门可以不答复。', 'modal:可以 denial:不答复'],
    ['第二十二条第二款', '不同意共享的不用给理由。', 'modal:不用'],
    ['第二十二条第二款', '同意共享的,应当提供充足的理由和依据。', 'denial:同意'],
    ['第二十二条第二款', '由提供部门向使用部门提出申请。', 'actor:提供部门 actor:使用部门'],
    ['第二十二条第二款', '市数据资源局应当在收到申请后10个工作日内答复。', 'actor:市数据资源局'],
    ['第二十二条第二款', '提供部门应当在10个工作日内报市财政局答复。', 'actor:市财政局'],
    ['第二十二条第二款', '按照第二十三条,提供部门应当在10个工作日内答复。', 'citation:第二十三条'],
    ['第二十二条第二款', '《政务数据共享条例》第二十二条也这样规定。', 'citation:《政务数据共享条例》第二十二条'],
    ['第二十二条第二款', '办法没有规定罚款,但提供部门应当在20个工作日内答复。', 'number:20个工作日'],
    ['第二十二条第四款', '政务部门新建共享交换通道。', 'modal:政务部门新建共享交换通道'],
    ['第二十二条第四款', '已建的通道不得关停。', 'modal:不得'],
    ['第二十二条第四款', '经批准的,应当将政务数据提供给公民、法人或者其他组织使用。', 'modal:应当'],
    ['第二十二条第一款', '可以直接提供给所有政务部门共享使用的政务数据属于有条件共享类。', 'denial:条件'],
    ['第二十二条第一款', '共享类型一共四类。', 'number:四类'],
    ['第三十二条第一款', '一共八项。', 'number:八项'],
    [
      '第十六条第一款',
      '目录要写明7项内容:来源、分类、参考标准、更新周期、共享属性、开放属性、关联关系、安全等级。',
      'number:7项',
    ],
    ['第二十五条第一款', '三张清单每个月更新。', 'number:每个月'],
    ['第二十五条第二款', '三张清单由政务部门汇总、确认。', 'actor:政务部门'],
    ['第四十一条', '有效期到2028年1月31日为止。', 'number:2028年1月31日'],
    ['第二十四条第三款', '涉及个人隐私信息的数据可以开放。', 'modal:可以'],
    ['第二十四条第三款', '涉及个人隐私信息的数据不得开放。', 'modal:不得'],
    ['第十三条第三款', '可以另行收取费用。', 'modal:可以'],
    ['第二十二条第二款 第十六条第三款', '更新目录的期限是10个工作日。', 'number:10个工作日'],
    ['第二十二条第二款 第二十四条第二款', '有条件共享由使用方向提供部门申请。', 'actor:使用方'],
  ])('%s: %s', (clauses, text, expected) => {
    expect(faults(clauses, text)).toBe(expected);
  });

  test('a yes before a prohibition is taken away, when the question does not deny anything itself', () => {
    const text = '可以。不得新建共享交换通道。';
    expect(faults('第二十二条第四款', text, '我们能不能新建共享交换通道')).toBe('head:可以');
    expect(faults('第二十二条第四款', text, '可以不新建共享交换通道吗')).toBe('');
  });
});

describe('what leaves', () => {
  const wrong = '提供部门应当在15个工作日内答复。';
  const quote = '提供部门应当在收到申请后10个工作日内予以确认答复;不同意共享的,应当提供充足的理由和依据。';
  const proof = { ...proofAt('第二十二条第二款'), quote };

  test('a wrong sentence gives way to the clause’s own words', () => {
    const { answer } = checkAnswer(answerOf(`要答复。${wrong}`, [proof]), { regulations });
    expect(answer).toMatchObject({ outcome: 'answered', text: `要答复。${quote}`, proofs: [proof] });
  });

  test('of two wrong sentences with one quote only the first needs it', () => {
    const { answer } = checkAnswer(answerOf(`${wrong}提供部门可以不给理由。`, [proof]), { regulations });
    expect(answer).toMatchObject({ outcome: 'answered', text: quote });
  });

  test('a wrong sentence goes without a word when the others say already what its clause says', () => {
    const right = '提供部门应当在收到申请后10个工作日内予以确认答复,不同意共享的应当提供充足的理由和依据。';
    const { answer } = checkAnswer(answerOf(`不是提供部门,是市政府。${right}`, [proof]), { regulations });
    expect(answer).toMatchObject({ outcome: 'answered', text: right });
  });

  test('a wrong sentence about something the clauses do not speak of is left out, and the answer is a part', () => {
    const { answer } = checkAnswer(answerOf(`罚款500元。要答复。`, [proof]), { regulations });
    expect(answer).toMatchObject({ outcome: 'partly_answered', text: '要答复。' });
  });

  test('each sentence gets the quote that is about it', () => {
    const lists = proofAt('第二十五条第一款');
    const { answer } = checkAnswer(answerOf(`清单每季度更新。${wrong}`, [proof, lists]), { regulations });
    expect(answer.text).toBe(`${lists.quote}${quote}`);
  });

  test('a false proof is dropped and the true one stays', () => {
    const falseProof = { ...proof, article: 23 };
    const { answer, findings } = checkAnswer(answerOf('要答复。', [falseProof, proof]), { regulations });
    expect(answer.proofs).toEqual([proof]);
    expect(findings).toEqual([{ kind: 'quote', proof: falseProof }]);
  });

  test('an answer without a true proof says that it could not be proved, and keeps the nearest clauses', () => {
    const nearest = [proofAt('第二十四条第二款'), { ...proof, quote: '没有这句话' }];
    const { answer } = checkAnswer(
      { ...answerOf('要答复。', [{ ...proof, quote: '十天' }]), nearest },
      { regulations },
    );
    expect(answer).toMatchObject({ outcome: 'error', proofs: [], nearest: nearest.slice(0, 1) });
    expect(answer.text).toContain('没有通过原文核对');
  });

  test('an answer that came without any proof does not leave either', () => {
    const { answer, findings } = checkAnswer(answerOf('要答复。', []), { regulations });
    expect(answer.outcome).toBe('error');
    expect(findings).toHaveLength(1);
  });

  test('an answer without words is its first quote', () => {
    expect(checkAnswer(answerOf('', [proof]), { regulations }).answer.text).toBe(quote);
  });

  test('proofs of a regulation that is not loaded are false', () => {
    const { answer } = checkAnswer(answerOf('要答复。', [{ ...proof, regulation: 'other' }]), { regulations });
    expect(answer.proofs).toEqual([]);
  });

  const notCovered = (text: string): Answer => ({
    ...answerOf(text, []),
    outcome: 'not_covered',
    nearest: [proofAt('第二十二条第二款')],
  });

  test('what is said of the nearest clause is checked, and only the part at fault goes', () => {
    const silent = '办法没有规定逾期不答复怎么处罚;';
    const near = '第二十二条第二款只要求提供部门在收到申请后10个工作日内予以确认答复。';
    expect(checkAnswer(notCovered(silent + near), { regulations }).findings).toEqual([]);
    expect(checkAnswer(notCovered(silent + near.replace('10', '5')), { regulations }).answer).toMatchObject({
      outcome: 'not_covered',
      text: '办法没有规定逾期不答复怎么处罚。',
    });
  });

  test('an article that does not exist may be named as such', () => {
    const say = (article: number): string => `《${regulation.title}》一共41条,没有${formatCitation({ article })}。`;
    expect(checkAnswer(notCovered(say(45)), { regulations }).findings).toEqual([]);
    expect(checkAnswer({ ...notCovered(say(45)), nearest: [] }, { regulations }).findings).toEqual([]);
    expect(
      checkAnswer({ ...notCovered(say(45).replace('41', '40')), nearest: [] }, { regulations }).findings,
    ).toHaveLength(1);
    expect(checkAnswer(notCovered(say(23)), { regulations }).findings).toHaveLength(1);
  });

  test('small talk stays as it is, save a limit or an article that nothing bears', () => {
    const talk = (text: string): string =>
      checkAnswer({ ...answerOf(text, []), outcome: 'smalltalk' }, { regulations }).answer.text;
    expect(talk('您好,可以问我数据共享的规定。')).toBe('您好,可以问我数据共享的规定。');
    expect(talk('不客气。答复期限是15个工作日。')).toBe('不客气。');
    expect(talk('不客气。请看第二十二条。')).toBe('不客气。');
  });

  test('notes are no part of what the regulation says and are left alone', () => {
    const notes = [{ kind: 'higher_law' as const, text: '《政务数据共享条例》第二十一条规定了20个工作日。' }];
    const { answer, findings } = checkAnswer({ ...answerOf(quote, [proof]), notes }, { regulations });
    expect({ notes: answer.notes, findings }).toEqual({ notes, findings: [] });
  });
});
