/** Whom a broadcast is for: roles, districts, departments by name or by what they have not done, and who is left out. */
import { audienceSchema } from '#tools/broadcast/audience.ts';
import { readAudience } from '#tools/broadcast/audience-words.ts';
import { audienceWords } from '#tools/broadcast/preview.ts';
import type { FieldReader, Reading } from './field-reader.ts';

/** 给…发通知, 通知…: what stands between is whom it is for. */
const spots = [
  /(?:给|向|对)(.{2,40}?)(?:群?发|推)(?:送|布|一条|一个|个|条|份)?(?:通知|消息|提醒|广播|群发)?/du,
  /^(?:请|帮我|我要)?(?:通知|提醒一下|催一下)((?:所有|全体|各|超期|逾期|没签|还没).{0,30}?(?:部门|单位|区县|联系人|负责人|专员))/du,
];

export const audience: FieldReader = {
  kind: 'audience',
  open: false,
  read: async (words, { db }): Promise<Reading> => {
    const read = await readAudience(words.raw, db);
    return read.kind === 'audience' ? { kind: 'value', value: read.audience } : { kind: 'invalid', why: read.why };
  },
  spot: (sentence) => {
    for (const pattern of spots) {
      const [start, end] = pattern.exec(sentence.plain)?.indices?.[1] ?? [];
      if (start !== undefined && end !== undefined) return [{ start, end }];
    }
    return [];
  },
  show: async (value, { db }) => await audienceWords(db, audienceSchema.parse(value)),
};
