/**
 * Who a visitor of the demo can be. The server lists people at `GET /demo/people` as
 * `{"people":[{"id","name","department","role"}]}` and hands out a token of one of them at
 * `POST /demo/people/<id>/token` (body `{"conversation":"new"}` for a new conversation), in the shape of Direct Line's
 * `tokens/generate`. Where the demo is off there is no list, and the page shows no choice.
 */
import type { Session } from './direct-line.ts';
import { call, readSession } from './direct-line.ts';
import { each, fields, text } from './read-value.ts';

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly role: string;
}

/** Empty where the server lists nobody or does not answer. */
export async function listDemoPeople(): Promise<readonly DemoPerson[]> {
  try {
    return each(fields(await call('GET', '/demo/people', null))?.['people'], readPerson);
  } catch {
    return [];
  }
}

export async function askPersonToken(person: string, anew: boolean): Promise<Session> {
  const path = `/demo/people/${encodeURIComponent(person)}/token`;
  return readSession(await call('POST', path, null, anew ? { conversation: 'new' } : {}));
}

function readPerson(value: unknown): DemoPerson | null {
  const from = fields(value);
  const [id, name] = [text(from?.['id']), text(from?.['name'])];
  if (!id || !name) return null;
  return { id, name, department: text(from?.['department']) ?? '', role: text(from?.['role']) ?? '' };
}
