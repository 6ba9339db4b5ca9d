/** What the proof check says in its own voice. */

export const wording = {
  unproven: '这次的回答没有通过原文核对，不能给出。请换个说法再问一次，或者直接查看条文。',
} as const;
