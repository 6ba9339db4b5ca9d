/** Keeps the proofs whose quote stands in the clause they name, and says what is wrong with the others. */
import type { Proof } from '#knowledge/answers/answer.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';

import type { Finding } from './finding.ts';
import { quoteStanding } from './quote-stands.ts';

export interface CheckedProofs {
  readonly proofs: Proof[];
  readonly findings: readonly Finding[];
}

export function checkProofs(proofs: readonly Proof[], regulations: readonly Regulation[]): CheckedProofs {
  const findings: Finding[] = [];
  const kept = proofs.filter((proof) => {
    const regulation = regulations.find(({ id }) => id === proof.regulation);
    const standing = quoteStanding(regulation, proof, proof.quote);
    if (standing === 'stands') return true;
    findings.push({ kind: standing === 'no_such_clause' ? 'clause' : 'quote', proof });
    return false;
  });
  return { proofs: kept, findings };
}
