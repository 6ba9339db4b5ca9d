/** Makes one message of lines that arrive together: a table pasted into the terminal is one message, not thirty. */

/** Nobody types the next line this fast; a paste delivers it at once. */
const togetherMs = 40;

export interface LineGatherer {
  readonly line: (text: string) => void;
  /** Hands on what is gathered without waiting. */
  readonly flush: () => void;
}

export function gatherLines(onMessage: (message: string) => void): LineGatherer {
  let gathered: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    if (gathered.length === 0) return;
    const message = gathered.join('\n');
    gathered = [];
    onMessage(message);
  };
  return {
    line: (text) => {
      gathered.push(text);
      clearTimeout(timer);
      timer = setTimeout(flush, togetherMs);
    },
    flush,
  };
}
