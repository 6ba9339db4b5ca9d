/** Takes a pasted table apart: cells between tabs as spreadsheets give them, bars as in Markdown, commas or wide gaps. */

/** Rows of cells; one row of one cell when the text is no table. */
export function readTable(text: string): readonly (readonly string[])[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[|:\-\s+]+$/.test(line));
  const separator = separatorOf(lines);
  return lines.map((line) =>
    (separator === null ? [line] : line.replace(/^\||\|$/g, '').split(separator)).map((cell) =>
      cell.trim().replace(/^"(.*)"$/, '$1'),
    ),
  );
}

/** The sign that most lines have; a single line counts only when a tab or a bar stands in it. */
function separatorOf(lines: readonly string[]): RegExp | null {
  const candidates = [/\t/u, /\|/u, ...(lines.length > 1 ? [/[,，]/u, /[;；]/u, /\s{2,}/u, /[、]/u, / /u] : [])];
  return candidates.find((one) => lines.filter((line) => one.test(line)).length > lines.length / 2) ?? null;
}
