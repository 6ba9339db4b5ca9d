/** Puts a department's own facts into the words of a broadcast; what is put in can be nothing but words. */

/** What stands in braces in the text, e.g. {部门}. */
export const personalFields = ['姓名', '部门', '待办', '超期数'] as const;
export type PersonalField = (typeof personalFields)[number];
export type PersonalFacts = Readonly<Record<PersonalField, string>>;

/** Marks that would become markup somewhere, as the full-width characters that look like them and mean nothing. */
const lookAlikes: Readonly<Record<string, string>> = {
  '*': '＊',
  _: '＿',
  '`': '｀',
  '<': '＜',
  '>': '＞',
  '[': '［',
  ']': '］',
  '{': '｛',
  '}': '｝',
  '|': '｜',
  '\\': '＼',
};

/** A name from the store as one harmless line. */
export function harmless(value: string): string {
  return value.replace(/[*_`<>[\]{}|\\]/gu, (mark) => lookAlikes[mark] ?? mark).replace(/\s*\n\s*/gu, ' ');
}

const braces = /\{([^{}]{1,12})\}/gu;

/** Fields of the text that do not exist, so that nobody receives a brace. */
export function unknownFields(text: string): readonly string[] {
  const known: readonly string[] = personalFields;
  return [...text.matchAll(braces)].flatMap(([whole, name = '']) => (known.includes(name) ? [] : [whole]));
}

export function isPersonal(text: string): boolean {
  return [...text.matchAll(braces)].length > 0;
}

/** @param facts line by line harmless already; braces within them are not looked at again */
export function personalText(text: string, facts: PersonalFacts): string {
  return text.replace(braces, (whole, name: string) => (isField(name) ? facts[name] : whole));
}

function isField(name: string): name is PersonalField {
  return personalFields.some((field) => field === name);
}
