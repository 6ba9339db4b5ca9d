/** Finds the words of a quote in a row of texts, white space aside. Pure. */

/** Half-open, in UTF-16 units of the text; null where nothing of the quote stands in it. */
export type Span = { readonly start: number; readonly end: number } | null;

interface Place {
  readonly text: number;
  readonly offset: number;
}

/** @returns one span for each text; all null when the quote is not there */
export function findQuote(texts: readonly string[], quote: string): readonly Span[] {
  const wanted = quote.replace(/\s+/g, '');
  const places: Place[] = [];
  let run = '';
  texts.forEach((text, index) => {
    for (let offset = 0; offset < text.length; offset += 1) {
      const unit = text.charAt(offset);
      if (/\s/.test(unit)) continue;
      run += unit;
      places.push({ text: index, offset });
    }
  });
  const from = wanted === '' ? -1 : run.indexOf(wanted);
  const found = from < 0 ? [] : places.slice(from, from + wanted.length);
  return texts.map((_, index) => {
    const here = found.filter((place) => place.text === index);
    const [first, last] = [here[0], here.at(-1)];
    return first && last ? { start: first.offset, end: last.offset + 1 } : null;
  });
}
