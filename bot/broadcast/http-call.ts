/** One call to a vendor over HTTP, and what can be told of it when there is no answer: not sent at all, or perhaps taken. */

export type HttpOutcome =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: Headers; readonly body: unknown }
  /** Nobody was there: nothing was taken. */
  | { readonly kind: 'unavailable'; readonly why: string }
  /** It went out, and the answer did not come. */
  | { readonly kind: 'unknown'; readonly why: string };

export interface HttpCall {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly timeoutMs: number;
}

/** Never got further than the door. */
const neverSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

export async function postJson({ url, headers, body, timeoutMs }: HttpCall): Promise<HttpOutcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    return { kind: 'answer', status: response.status, headers: response.headers, body: jsonOf(text) };
  } catch (error) {
    const code = codeOf(error);
    if (code !== null && neverSent.includes(code)) return { kind: 'unavailable', why: code };
    return { kind: 'unknown', why: code ?? (error instanceof Error ? error.name : 'no answer') };
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function codeOf(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : null;
  for (const one of [cause, error])
    if (typeof one === 'object' && one !== null && 'code' in one && typeof one.code === 'string') return one.code;
  return null;
}
