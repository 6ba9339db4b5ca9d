/** The HTTP server that channels and pages hang their routes on: limits, JSON, error answers, health. */
import { LogController, fastify } from 'fastify';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { requireOurHost } from './channels/callers.ts';
import { HttpError } from './channels/http-error.ts';
import { readJson } from './channels/read-json.ts';
import type { Config } from './config.ts';
import { referenceNumber } from './delivery/turn.ts';
import type { Log } from './log.ts';

/** A pasted table of a few hundred rows fits several times. */
const longestBody = 256 * 1024;

export interface ServerParts {
  readonly config: Pick<Config, 'publicUrl' | 'host'>;
  readonly log: Log;
  /** Whether turns can be taken; asked by `/readyz`. */
  readonly ready: () => boolean;
}

export function createServer({ config, log, ready }: ServerParts): FastifyInstance {
  // Where it listens is said by the start itself.
  const logger: FastifyBaseLogger = log.child({}, { level: log.isLevelEnabled('debug') ? log.level : 'warn' });
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: longestBody,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    // Behind a proxy of our own the caller's address is the one the proxy names.
    trustProxy: config.publicUrl ? ['loopback', 'linklocal', 'uniquelocal'] : false,
    routerOptions: { maxParamLength: 500 },
    return503OnClosing: true,
  });
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, readJson(body.toString()));
    } catch (error) {
      done(error instanceof Error ? error : new Error('unreadable body', { cause: error }));
    }
  });
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-content-type-options', 'nosniff');
    requireOurHost(request.raw, config);
    done();
  });
  app.setNotFoundHandler((request) => {
    throw new HttpError(404, 'NotFound', `nothing at ${request.method} ${request.url.split('?', 1)[0]?.slice(0, 200)}`);
  });
  app.setErrorHandler<Error & { statusCode?: number; code?: string }>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (error instanceof HttpError) {
      if (error.retryAfter !== null) void reply.header('retry-after', error.retryAfter);
      return reply.code(status).send({ error: { code: error.code, message: error.message } });
    }
    if (status < 500) {
      return reply.code(status).send({ error: { code: shortCode[status] ?? 'BadRequest', message: error.message } });
    }
    const reference = referenceNumber();
    log.error({ err: error, reference, method: request.method, route: request.routeOptions.url }, 'request failed');
    return reply.code(500).send({ error: { code: 'Fault', message: `internal error, reference ${reference}` } });
  });
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', (_request, reply) =>
    reply.code(ready() ? 200 : 503).send({ status: ready() ? 'ready' : 'starting' }),
  );
  return app;
}

/** Names for what the server itself refuses. */
const shortCode: Readonly<Record<number, string>> = { 400: 'BadRequest', 413: 'TooLarge', 415: 'UnsupportedMediaType' };
