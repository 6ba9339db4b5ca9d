/** Prints a command in the few words in which the cases are written. */
import type { Command } from '../command.ts';

/** `open file-entry name=…`, `answer …`, `set name=… source=…`, `ask`, `why name`: as in cases.txt. */
export function printed(command: Command): string {
  return plain(command).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

function plain(command: Command): string {
  switch (command.kind) {
    case 'open':
    case 'set': {
      const fields = command.fields.map(({ field, words }) => `${field}=${words}`);
      return [command.kind, ...(command.kind === 'open' ? [command.tool] : []), ...fields].join(' ');
    }
    case 'answer':
      return `answer ${command.words}`;
    case 'correct':
      return `correct ${command.words}${command.instead === null ? '' : ` instead of ${command.instead}`}`;
    case 'append':
    case 'remove':
      return `${command.kind} ${command.field} ${command.words}`;
    case 'ask_again':
    case 'clear':
      return `${command.kind} ${command.field}`;
    case 'why':
    case 'skip':
      return command.field === null ? command.kind : `${command.kind} ${command.field}`;
    case 'delegate':
      return `delegate ${command.field ?? 'this'} to ${command.words}`;
    case 'choose':
      return `choose ${command.number}`;
    case 'smalltalk':
      return command.what;
    case 'switch':
      return `switch ${command.words}`;
    case 'ask_or':
      return `ask or ${command.meanings.map(({ commands }) => commands.map(({ kind }) => kind).join('+')).join(' or ')}`;
    case 'unsure':
      return `unsure ${command.meanings.map(({ commands }) => commands.map(({ kind }) => kind).join('+')).join(' or ')}`;
    default:
      return command.kind;
  }
}
