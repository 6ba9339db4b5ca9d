/** The calls of Direct Line 3.0 that the page makes, each ending in a value or in one of two errors. */
import { fields, parseJson, text } from './read-value.ts';

/** A token for one person in one conversation. */
export interface Session {
  readonly conversationId: string;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface ActivitySet {
  readonly activities: readonly unknown[];
  readonly watermark: string;
}

/** The server answered, but with a no. */
export class ServerNo extends Error {
  readonly status: number;
  readonly code: string;
  /** Milliseconds to wait before the next try, where the server says so. */
  readonly retryAfterMs: number | null;

  constructor(status: number, code: string, retryAfterMs: number | null) {
    super(`${status} ${code}`);
    this.name = 'ServerNo';
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** There was no answer at all. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('the server did not answer', { cause });
    this.name = 'Unreachable';
  }
}

declare global {
  /** The answer to `conversations` that the page itself asked for, see page-html.ts; undefined when it did not. */
  var firstConversation: Promise<unknown> | undefined;
}

/** A conversation that was begun, or found to have been begun before. */
export interface Begun {
  readonly session: Session;
  readonly streamUrl: string;
}

const root = '/v3/directline';
const patienceMs = 20_000;

/** A token for whoever this browser's cookie says; `anew` leaves the last conversation behind. */
export async function askToken(anew: boolean): Promise<Session> {
  return readSession(await call('POST', `${root}/tokens/generate`, null, anew ? { conversation: 'new' } : {}));
}

export async function refreshToken({ token }: Session): Promise<Session> {
  return readSession(await call('POST', `${root}/tokens/refresh`, token));
}

/** What the page has begun by itself; null when it has not, when it did not work out, and from the second time on. */
export async function takeFirstConversation(): Promise<Begun | null> {
  const first = globalThis.firstConversation;
  globalThis.firstConversation = undefined;
  try {
    return first ? readBegun(await first) : null;
  } catch {
    return null;
  }
}

/** Begins the conversation, or finds that it was begun. */
export async function beginConversation({ token }: Session): Promise<Begun> {
  return readBegun(await call('POST', `${root}/conversations`, token));
}

/** The address of a stream of what came after the watermark. */
export async function resumeConversation(session: Session, watermark: string): Promise<Begun> {
  const path = `${conversation(session)}?watermark=${encodeURIComponent(watermark)}`;
  return readBegun(await call('GET', path, session.token));
}

export async function fetchActivities(session: Session, watermark: string): Promise<ActivitySet> {
  const path = `${conversation(session)}/activities?watermark=${encodeURIComponent(watermark)}`;
  const set = readActivitySet(await call('GET', path, session.token));
  if (!set) throw new ServerNo(200, 'BadAnswer', null);
  return { ...set, watermark: set.watermark ?? watermark };
}

/** Returns the server's id of the message. */
export async function postActivity(session: Session, activity: object): Promise<string> {
  const id = text(fields(await call('POST', `${conversation(session)}/activities`, session.token, activity))?.['id']);
  if (id === null) throw new ServerNo(200, 'BadAnswer', null);
  return id;
}

/** A frame of the stream, or a page of the poll; a frame that only shows typing has no watermark. */
export function readActivitySet(value: unknown): { activities: readonly unknown[]; watermark: string | null } | null {
  const set = fields(value);
  const activities: unknown = set?.['activities'];
  if (!Array.isArray(activities)) return null;
  return { activities, watermark: text(set?.['watermark']) };
}

export async function call(method: string, path: string, token: string | null, body?: object): Promise<unknown> {
  const headers: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
  if (token !== null) headers['authorization'] = `Bearer ${token}`;
  let response: Response;
  let answer: unknown;
  try {
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), patienceMs);
    const { signal } = giveUp;
    response = await fetch(path, { method, headers, signal, ...(body && { body: JSON.stringify(body) }) });
    answer = parseJson(await response.text());
    clearTimeout(timer);
  } catch (error) {
    throw new Unreachable(error);
  }
  if (response.ok) return answer;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const code = text(fields(fields(answer)?.['error'])?.['code']) ?? 'Unknown';
  throw new ServerNo(response.status, code, Number.isNaN(seconds) ? null : seconds * 1000);
}

export function readSession(answer: unknown): Session {
  const from = fields(answer);
  const [conversationId, token] = [text(from?.['conversationId']), text(from?.['token'])];
  const seconds = from?.['expires_in'];
  if (!conversationId || !token) throw new ServerNo(200, 'BadAnswer', null);
  const expiresAt = Date.now() + (typeof seconds === 'number' ? seconds : 1_800) * 1000;
  return { conversationId, token, expiresAt };
}

function readBegun(answer: unknown): Begun {
  const streamUrl = text(fields(answer)?.['streamUrl']);
  if (streamUrl === null) throw new ServerNo(200, 'BadAnswer', null);
  return { session: readSession(answer), streamUrl };
}

function conversation({ conversationId }: Session): string {
  return `${root}/conversations/${encodeURIComponent(conversationId)}`;
}
