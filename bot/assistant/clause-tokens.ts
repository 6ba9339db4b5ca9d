/** Clauses as the model sees them: an opaque token each, so that it can only point to what it was given. */
import type { Proof } from '#knowledge/answers/answer.ts';

/** Letters that are not mistaken for each other. */
const letters = 'ACDEFGHJKLMNPQRTUVWXY';

export interface TokenedClause {
  readonly token: string;
  readonly proof: Proof;
}

/** Tokens say nothing of article or order, and differ from turn to turn. @param random in [0, 1) */
export function tokened(clauses: readonly Proof[], random: () => number): readonly TokenedClause[] {
  const used = new Set<string>();
  return clauses.map((proof) => {
    let token = '';
    while (token === '' || used.has(token))
      token = Array.from({ length: 4 }, () => letters[Math.floor(random() * letters.length)] ?? 'A').join('');
    used.add(token);
    return { token, proof };
  });
}
