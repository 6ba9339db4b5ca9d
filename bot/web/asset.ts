/** A static file of the page: compressed once, sent in the best encoding the browser takes. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

export interface Asset {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Above this size brotli's best level takes most of a second for a few percent. */
const large = 100 * 1024;

export async function makeAsset(type: string, content: string | Uint8Array): Promise<Asset> {
  const plain = Buffer.from(content);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: plain.length > large ? 9 : 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  const [br, zipped] = await Promise.all([compressBrotli(plain, { params }), compressGzip(plain, { level: 9 })]);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { type, etag, plain, br, gzip: zipped };
}

/** @param caching the whole `cache-control` header */
export function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset, caching: string): FastifyReply {
  void reply.headers({ 'cache-control': caching, etag: asset.etag, vary: 'accept-encoding' });
  if (request.headers['if-none-match'] === asset.etag) return reply.code(304).send();
  const accepted = acceptedEncodings(request.headers['accept-encoding']);
  const encoding = accepted.has('br') ? 'br' : accepted.has('gzip') ? 'gzip' : null;
  if (encoding) void reply.header('content-encoding', encoding);
  return reply.type(asset.type).send(encoding ? asset[encoding] : asset.plain);
}

function acceptedEncodings(header: string | string[] | undefined): ReadonlySet<string> {
  const offers = String(header ?? '').split(',');
  return new Set(
    offers.flatMap((offer) => {
      const [name, ...parameters] = offer.split(';').map((part) => part.trim().toLowerCase());
      return name && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter)) ? [name] : [];
    }),
  );
}
