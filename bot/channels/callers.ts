/** Who may call us over HTTP: only under our own names, browsers only from our own pages. */
import { isIP } from 'node:net';
import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '#bot/config.ts';
import { HttpError } from './http-error.ts';

/** The part of a request these rules look at. */
export interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

type Named = Pick<Config, 'publicUrl' | 'host'>;

/**
 * A page elsewhere can point its own host name at this machine and so talk to us as if we were its server; such a
 * request names that host. Addresses, `localhost` and the configured names cannot be borrowed in this way.
 */
export function requireOurHost(request: Call, config: Named): void {
  const name = hostName(request.headers.host);
  const ours =
    name !== null &&
    (isIP(name) !== 0 || name === 'localhost' || name === config.publicUrl?.hostname || name === config.host);
  if (!ours)
    throw new HttpError(
      403,
      'UnknownHost',
      'not served under this host name; ZHENGSHU_PUBLIC_URL names the one that is',
    );
}

/** A browser says which page a request comes from; without that header it is no browser. */
export function requireOurOrigin(request: Call, config: Named): void {
  const { origin, host } = request.headers;
  if (origin === undefined) return;
  const same = URL.canParse(origin) && new URL(origin).host === host;
  if (!same && origin !== config.publicUrl?.origin)
    throw new HttpError(403, 'ForeignOrigin', 'not for pages of other sites');
}

/** Whether the request was made on this machine and not handed on by a proxy. */
export function isLocal(request: Call): boolean {
  const address = request.socket.remoteAddress ?? '';
  const loopback = address === '::1' || /^(::ffff:)?127\./.test(address);
  return loopback && request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined;
}

function hostName(host: string | undefined): string | null {
  if (host === undefined || !URL.canParse(`http://${host}`)) return null;
  return new URL(`http://${host}`).hostname.replace(/^\[(.*)\]$/, '$1');
}
