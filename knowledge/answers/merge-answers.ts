/** Puts the answers to several questions of one message together. */
import type { Answer, Outcome, Proof } from './answer.ts';

function sameProof(a: Proof, b: Proof): boolean {
  return (
    a.regulation === b.regulation &&
    a.article === b.article &&
    a.paragraph === b.paragraph &&
    a.item === b.item &&
    a.quote === b.quote
  );
}

export function distinctProofs(proofs: readonly Proof[]): Proof[] {
  return proofs.filter((proof, i) => proofs.findIndex((other) => sameProof(proof, other)) === i);
}

function outcomeOf(outcomes: readonly Outcome[]): Outcome {
  const [first = 'clarify'] = outcomes;
  if (outcomes.every((outcome) => outcome === first)) return first;
  const some = outcomes.some((outcome) => outcome === 'answered' || outcome === 'partly_answered');
  return some ? 'partly_answered' : (outcomes.find((outcome) => outcome === 'not_covered') ?? first);
}

/** 可以。… and 属于。… with the same sentence behind them, or without an opening, are said once. */
function withoutRepeats(texts: readonly string[]): string[] {
  const bodies = texts.map((text) => text.replace(/^[^。，]{1,4}。(?=.)/u, ''));
  return texts.filter((text, i) => {
    const same = texts.filter((_, at) => bodies[at] === bodies[i]);
    const opened = same.find((one) => one !== bodies[i]) ?? text;
    return text === opened && texts.indexOf(text) === i;
  });
}

/** Numbered when there are several; proofs, notes and steps without repeats. */
export function mergeAnswers(answers: readonly Answer[]): Answer | null {
  const [only] = answers;
  if (answers.length < 2) return only ?? null;
  const texts = withoutRepeats(answers.map(({ text }) => text));
  const proofs = distinctProofs(answers.flatMap((answer) => answer.proofs));
  const notes = answers.flatMap((answer) => answer.notes);
  return {
    outcome: outcomeOf(answers.map(({ outcome }) => outcome)),
    text: texts.length < 2 ? texts.join('') : texts.map((text, i) => `${i + 1}. ${text}`).join('\n'),
    proofs,
    nearest: distinctProofs(answers.flatMap((answer) => answer.nearest)).filter(
      (near) => !proofs.some((proof) => sameProof(proof, near)),
    ),
    notes: notes.filter((note, i) => notes.findIndex(({ text }) => text === note.text) === i),
    nextSteps: answers.flatMap((answer) => answer.nextSteps).slice(0, 3),
  };
}

/** One answer out of two halves, read one after the other. */
export function joinAnswers(first: Answer, second: Answer): Answer {
  const notes = [...first.notes, ...second.notes];
  return {
    ...first,
    text: first.text.includes(second.text) ? first.text : `${first.text}${second.text}`,
    proofs: distinctProofs([...first.proofs, ...second.proofs]),
    notes: notes.filter((note, i) => notes.findIndex(({ text }) => text === note.text) === i),
  };
}
