/** The files on the server: one address, which gives a file to whoever holds its link, and a plain sentence to everybody else. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { requireOurHost } from '#bot/channels/callers.ts';
import { HttpError } from '#bot/channels/http-error.ts';
import type { Config } from '#bot/config.ts';
import type { FetchedFile } from './fetch-file.ts';
import { filesPath } from './file-links.ts';

export interface FilesParts {
  readonly config: Pick<Config, 'publicUrl' | 'host'>;
  /** There once the store is open. */
  readonly opened: () => Promise<{ readonly fetchFile?: (token: string) => Promise<FetchedFile> }>;
}

const withToken = z.object({ t: z.string().default('') });
/** Never kept by a proxy, never shown as a page, never guessed at. */
const headers = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
};

export function registerFiles(app: FastifyInstance, { config, opened }: FilesParts): void {
  app.get(`${filesPath}:name`, async (request, reply) => {
    requireOurHost(request.raw, config);
    const query = withToken.safeParse(request.query);
    const { fetchFile } = await opened();
    if (!fetchFile) throw new HttpError(404, 'NotFound', 'no files here');
    const fetched = await fetchFile(query.success ? query.data.t : '');
    void reply.headers(headers);
    if (fetched.kind === 'none')
      return reply.code(fetched.status).type('text/plain; charset=utf-8').send(`${fetched.text}\n`);
    const { name, type, bytes } = fetched.file;
    // The name as the tool says it, not as the address does.
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    return reply.header('content-disposition', disposition).type(type).send(Buffer.from(bytes));
  });
}
