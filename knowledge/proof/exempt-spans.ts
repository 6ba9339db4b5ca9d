/** The stretches of a sentence that state nothing about the regulation: a premise denied, or what it does not say. */

export type Standing = 'stated' | 'denied' | 'unsaid';

/** What the words at an offset of a statement are. */
export type Freedom = (at: number) => Standing;

export interface Span {
  readonly kind: Exclude<Standing, 'stated'>;
  readonly start: number;
  readonly end: number;
}

/** 不是5个工作日,是10个工作日: the denied part may hold what the clause does not. */
const deniedPremise = /(?:并不是|不是|并非|而非)[^,;。:]*/g;
/** 办法没有规定逾期后果: only this statement is free, what follows it is read as usual. */
const notSaid =
  /(?<=^|[;。:,])[^,;。:]*(?:没有?|未|并未)(?:作出?|另行|单独|直接|专门|具体|再|逐项|统一)*(?:(?:给|对|为|就|把|按)[^,;。:]{1,16})?(?:规定|写明|写|说明|说|提到|提及|提|要求|明确|列明|列出|列|涉及|限定|区分|设定|设|给出|提供|约定|点名|点明|说清|讲)(?![的了]?[^,;。:]*的$)[^,;。:]*/g;

/** 逾期不答复怎么处理,办法没有规定: the question of which it is said that nothing is said. */
const openQuestion = /(?<=^|[;。:,])[^,;。:]*(?:怎么|如何|怎样|多少|多久|几[天个年次]|什么|是否|哪|谁)[^,;。:]*(?=,)/g;

function spansOf(kind: Span['kind'], pattern: RegExp, plain: string): readonly Span[] {
  return Array.from(plain.matchAll(pattern), ({ 0: words, index }) => ({
    kind,
    start: index,
    end: index + words.length,
  }));
}

/** @param plain text in plain form */
export function exemptSpans(plain: string): readonly Span[] {
  const unsaid = spansOf('unsaid', notSaid, plain);
  const questions = spansOf('unsaid', openQuestion, plain).filter(({ end }) =>
    unsaid.some(({ start }) => start >= end && !/[;。]/.test(plain.slice(end, start))),
  );
  return [...spansOf('denied', deniedPremise, plain), ...unsaid, ...questions];
}

export function standingAt(spans: readonly Span[], at: number): Standing {
  return spans.find(({ start, end }) => at >= start && at < end)?.kind ?? 'stated';
}
