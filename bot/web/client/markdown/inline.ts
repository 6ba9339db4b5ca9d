/** Reads the markup within a line of markdown into a tree of plain values; whatever is not understood stays text. */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'em'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

/** Deeper markup stays text: the nesting may be anybody's. */
const deepest = 6;

const patterns = [
  { kind: 'code', pattern: /(`+)([^`](?:[^]{0,2000}?[^`])?)\1(?!`)/y },
  { kind: 'link', pattern: /\[([^[\]]{1,500})\]\(\s*<?([^()\s<>]{1,2000})>?(?:\s+"[^"]*")?\s*\)/y },
  { kind: 'link', pattern: /<((https?:\/\/|mailto:)[^<>\s]{1,2000})>/y },
  { kind: 'strong', pattern: /(\*\*|__)(?=\S)([^]{1,2000}?\S)\1/y },
  { kind: 'em', pattern: /([*_])(?=\S)([^*_]{0,2000}?[^\s*_])\1(?![\p{L}\p{N}])/uy },
  { kind: 'break', pattern: / {2,}\n|\\\n|\n/y },
  { kind: 'escape', pattern: /\\([!-/:-@[-`{-~])/y },
] as const;

export function readInline(text: string, depth = 0): readonly Inline[] {
  const parts: Inline[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    plain = '';
  };
  for (let at = 0; at < text.length;) {
    const found = depth < deepest ? matchAt(text, at) : null;
    const made = found && inlineOf(found.kind, found.match, depth);
    if (!found || made === null) {
      plain += text.charAt(at);
      at += 1;
      continue;
    }
    if (typeof made === 'string') plain += made;
    else {
      flush();
      parts.push(made);
    }
    at += found.match[0].length;
  }
  flush();
  return parts;
}

type Kind = (typeof patterns)[number]['kind'];

function matchAt(text: string, at: number): { kind: Kind; match: RegExpExecArray } | null {
  // Most characters begin nothing.
  if (!'`[<*_ \\\n'.includes(text.charAt(at))) return null;
  for (const { kind, pattern } of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    // A star or a line within a word is no mark; looking behind is beyond some browsers.
    const within = kind === 'em' && /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at));
    if (match && !within) return { kind, match };
  }
  return null;
}

function inlineOf(kind: Kind, match: RegExpExecArray, depth: number): Inline | string | null {
  const [, first = '', second = ''] = match;
  switch (kind) {
    case 'code':
      return { kind, text: second.replace(/^ (.*) $/, '$1') };
    case 'link': {
      const bare = match[0].startsWith('<');
      const href = safeAddress(bare ? first : second);
      if (href === null) return null;
      return { kind, href, children: bare ? [{ kind: 'text', text: first }] : readInline(first, depth + 1) };
    }
    case 'strong':
    case 'em':
      return { kind, children: readInline(second, depth + 1) };
    case 'break':
      return { kind };
    case 'escape':
      return first;
  }
}

/** The address as a browser would read it, if it leads to a page or a mailbox and to nothing that runs. */
export function safeAddress(address: string): string | null {
  try {
    const { protocol, href } = new URL(address);
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}
