/** Says a word of warning when somebody pastes what looks like personal or classified data; what they wanted is done all the same. */
import type { Understanding } from '#bot/dialogue/understanding.ts';
import { personalDataIn } from './mask.ts';
import { wording } from './wording.ts';

/** A telephone number of an office is no secret, and entries name one. */
const sensitive: ReadonlySet<string> = new Set(['身份证号', '银行卡号']);
/** The marks that papers bear, not the words in a sentence about them. */
const classified = /(?:绝密|机密|秘密)\s*[★☆]|密级\s*[::]\s*(?:绝密|机密|秘密)/u;

export function warnOfSecrets(understanding: Understanding): Understanding {
  return {
    understand: async (view) => {
      const { raw } = view.words;
      const kinds = personalDataIn(raw).filter((kind) => sensitive.has(kind));
      if (classified.test(raw)) kinds.push('涉密标识');
      const commands = await understanding.understand(view);
      return kinds.length === 0 ? commands : [{ kind: 'remark', text: wording.personalData(kinds) }, ...commands];
    },
  };
}
