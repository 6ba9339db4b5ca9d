/** The chat page on the server: the page itself, its files, and the articles it opens. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { HttpError } from '#bot/channels/http-error.ts';
import type { Config } from '#bot/config.ts';
import type { Regulation } from '#knowledge/corpus/regulation.ts';
import { articleView } from './article-view.ts';
import { makeAsset, sendAsset } from './asset.ts';
import { bundleClient } from './bundle-client.ts';
import { inlineScripts, pageHtml } from './page-html.ts';
import { securityHeaders } from './security-headers.ts';

export interface WebParts {
  readonly config: Pick<Config, 'demo' | 'publicUrl'>;
  readonly regulations: readonly Regulation[];
  readonly now: () => Date;
}

const assetPlace = z.object({ name: z.string() });
const articlePlace = z.object({
  id: z.string().max(200),
  article: z.string().regex(/^[1-9]\d{0,2}$/),
});

/** Resolves once the page is bundled, so that a page that cannot be shown stops the start. */
export async function registerWeb(app: FastifyInstance, { config, regulations, now }: WebParts): Promise<void> {
  const bundle = await bundleClient();
  const page = await makeAsset('text/html; charset=utf-8', pageHtml({ bundle, demo: config.demo, regulations }));

  app.get('/', (request, reply) => {
    void reply.headers(securityHeaders(request, config, inlineScripts));
    return sendAsset(request, reply, page, 'no-cache');
  });

  app.get('/assets/:name', (request, reply) => {
    const asset = bundle.assets.get(assetPlace.parse(request.params).name);
    if (!asset) throw new HttpError(404, 'NotFound', 'no such file of the page');
    void reply.header('cross-origin-resource-policy', 'same-origin');
    return sendAsset(request, reply, asset, 'public, max-age=31536000, immutable');
  });

  app.get('/regulations/:id/articles/:article', (request, reply) => {
    const place = articlePlace.safeParse(request.params);
    if (!place.success) throw new HttpError(400, 'BadArgument', 'an article is named by a number from 1 to 999');
    const regulation = regulations.find(({ id }) => id === place.data.id);
    const day = now().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
    const view = regulation && articleView(regulation, Number(place.data.article), day, regulations);
    if (!view) throw new HttpError(404, 'NotFound', 'no such article');
    return reply.headers({ 'cache-control': 'no-cache', 'cross-origin-resource-policy': 'same-origin' }).send(view);
  });
}
