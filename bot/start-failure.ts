/** Says why a start failed and what to do about it, in a line or two. */
import { StoreFault } from '#prisma/store-fault.ts';
import { ConfigError } from './config.ts';

export function reasonLines(error: unknown): readonly string[] {
  if (error instanceof ConfigError)
    return ['The configuration is not right (see .env.example):', ...error.problems.map((line) => `  ${line}`)];
  if (error instanceof StoreFault) return [error.message];
  if (!(error instanceof Error)) return [`Could not start: ${String(error)}`];
  const { code, port, address } = listenFault(error);
  if (code === 'EADDRINUSE')
    return [`Port ${port} is in use: stop the program that uses it, or start with PORT=<another number>.`];
  if (code === 'EACCES' && port !== null)
    return [`Port ${port} may not be used by this account: start with a PORT above 1023.`];
  if (code === 'EADDRNOTAVAIL')
    return [`This machine has no address ${address}: set HOST to one of its own, or leave it out.`];
  return [`Could not start: ${error.stack ?? error.message}`];
}

/** What Node tells of a failed `listen`. */
function listenFault(error: Error): { code: string | null; port: number | null; address: string | null } {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const port = 'port' in error && typeof error.port === 'number' ? error.port : null;
  const address = 'address' in error && typeof error.address === 'string' ? error.address : null;
  return { code, port, address };
}
