/** How the Bot Framework connector reaches the network: allowed hosts only, with a time limit, and never twice. */
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { SendResult } from '#bot/delivery/outgoing.ts';

type ConnectorOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
type HttpClient = NonNullable<ConnectorOptions['httpClient']>;

const timeoutMs = 10_000;

/** Why a reply did not get out, and whether it may have arrived all the same. */
export class NotSent extends Error {
  readonly state: Exclude<SendResult['state'], 'sent'>;

  constructor(state: Exclude<SendResult['state'], 'sent'>, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'NotSent';
    this.state = state;
  }
}

/** Whether replies may be sent to this address; `.example.com` in the list stands for its subdomains. */
export function isAllowed(address: string, allowed: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '') return false;
  return allowed.some((entry) => (entry.startsWith('.') ? hostname.endsWith(entry) : hostname === entry));
}

/**
 * The connector repeats what it takes for a passing fault, and has no time limit of its own; a plain error instead of
 * the fault's status keeps it from doing so. What is repeated, and when, is the outbox's business.
 */
export function guardedClient(allowed: readonly string[]): HttpClient {
  return {
    sendRequest: async (request) => {
      if (!isAllowed(request.url, allowed))
        throw new NotSent('failed', `replies may not be sent to ${hostOf(request.url)}`);
      const response = await call(request.url, {
        method: request.method,
        headers: request.headers.rawHeaders(),
        body: typeof request.body === 'string' ? request.body : null,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.status === 429) throw new NotSent('retry', 'the channel asks to slow down (429)');
      if (response.status >= 500) throw new NotSent('unknown', `the channel failed (${response.status})`);
      const headers = request.headers.clone();
      for (const name of headers.headerNames()) headers.remove(name);
      response.headers.forEach((value, name) => headers.set(name, value));
      return { request, status: response.status, headers, bodyAsText: await response.text() };
    },
  };
}

async function call(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const code = causeCode(error);
    const neverLeft = code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
    throw new NotSent(
      neverLeft ? 'retry' : 'unknown',
      `${hostOf(url)} could not be reached (${code ?? 'no answer'})`,
      error,
    );
  }
}

function causeCode(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : 'an address that is none';
}
