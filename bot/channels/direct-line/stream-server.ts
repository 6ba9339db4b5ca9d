/** Takes WebSocket calls on conversations: checks origin and token before the handshake, keeps connections alive. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { requireOurHost, requireOurOrigin } from '#bot/channels/callers.ts';
import type { ChannelHost } from '#bot/channels/channel.ts';
import { HttpError } from '#bot/channels/http-error.ts';
import { channelName } from './conversation-routes.ts';
import { readWatermark } from './stream-address.ts';
import { Stream } from './stream.ts';
import type { Tokens } from './tokens.ts';

const path = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;
const keepAliveMs = 15_000;
/** How long clients have to answer our goodbye. */
const closingMs = 1_000;
/** Tabs and devices of one person in one conversation. */
const mostPerConversation = 20;
const mostOverall = 10_000;

export class StreamServer {
  readonly #host: ChannelHost;
  readonly #tokens: Tokens;
  /** Clients have nothing to say here but empty pings. */
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1_024, perMessageDeflate: false });
  readonly #streams = new Map<string, Set<Stream>>();
  readonly #timer: NodeJS.Timeout;
  #count = 0;

  constructor(host: ChannelHost, tokens: Tokens) {
    this.#host = host;
    this.#tokens = tokens;
    this.#timer = setInterval(() => this.#keepAlive(), keepAliveMs).unref();
    host.app.server.on('upgrade', (request, socket, head) => void this.#upgrade(request, socket, head));
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const stream of this.#all()) stream.close();
    const patience = setTimeout(() => this.#server.clients.forEach((client) => client.terminate()), closingMs);
    await closed;
    clearTimeout(patience);
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    try {
      const { conversationId, watermark } = await this.#admitted(request);
      const services = await this.#host.services();
      this.#server.handleUpgrade(request, socket, head, (webSocket) => {
        const conversation = { channel: channelName, id: conversationId };
        const stream = new Stream(webSocket, conversation, watermark, services, this.#host.log);
        this.#add(conversationId, stream);
        webSocket.on('close', () => this.#remove(conversationId, stream));
      });
    } catch (error) {
      if (!(error instanceof HttpError)) this.#host.log.error({ err: error }, 'stream refused');
      refuse(socket, error instanceof HttpError ? error : new HttpError(503, 'Unavailable', 'not available now'));
    }
  }

  async #admitted(request: IncomingMessage): Promise<{ conversationId: string; watermark: number }> {
    requireOurHost(request, this.#host.config);
    requireOurOrigin(request, this.#host.config);
    const address = `http://here${request.url ?? ''}`;
    const url = URL.canParse(address) ? new URL(address) : null;
    const named = path.exec(url?.pathname ?? '')?.[1];
    if (!url || named === undefined) throw new HttpError(404, 'NotFound', 'no stream here');
    const check = await this.#tokens.check('stream', url.searchParams.get('t') ?? '');
    if (check.standing === 'expired') throw new HttpError(403, 'TokenExpired', 'the token has expired');
    if (check.standing === 'invalid') throw new HttpError(401, 'BadToken', 'not a token of ours');
    const { conversationId } = check.speaker;
    if (encodeURIComponent(conversationId) !== named)
      throw new HttpError(403, 'ForeignConversation', 'the token is for another conversation');
    const crowded = (this.#streams.get(conversationId)?.size ?? 0) >= mostPerConversation || this.#count >= mostOverall;
    if (crowded) throw new HttpError(429, 'TooManyStreams', 'too many connections');
    return { conversationId, watermark: readWatermark(url.searchParams.get('watermark')) };
  }

  #keepAlive(): void {
    for (const stream of this.#all()) {
      stream.keepAlive();
      // Another replica may have answered, or a command of the operator's told somebody something.
      stream.catchUp();
    }
  }

  #all(): Stream[] {
    return [...this.#streams.values()].flatMap((streams) => [...streams]);
  }

  #add(conversationId: string, stream: Stream): void {
    const streams = this.#streams.get(conversationId) ?? new Set();
    this.#streams.set(conversationId, streams.add(stream));
    this.#count += 1;
  }

  #remove(conversationId: string, stream: Stream): void {
    const streams = this.#streams.get(conversationId);
    if (!streams?.delete(stream)) return;
    this.#count -= 1;
    if (streams.size === 0) this.#streams.delete(conversationId);
  }
}

function refuse(socket: Duplex, error: HttpError): void {
  const body = JSON.stringify({ error: { code: error.code, message: error.message } });
  const head = [
    `HTTP/1.1 ${error.statusCode} ${error.code}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
