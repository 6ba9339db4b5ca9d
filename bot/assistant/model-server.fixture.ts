/**
 * A loopback server that speaks OpenAI's protocol (chat completions with tool calls and streaming, embeddings) and plays a
 * script: it records every call, breaks in every way a real one does, and answers a call nobody scripted with an error
 * that `close` throws again.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const message = z.looseObject({ role: z.string(), content: z.unknown() });
const chatBody = z.looseObject({
  model: z.string(),
  messages: z.array(message),
  stream: z.boolean().optional(),
  tools: z.array(z.looseObject({ function: z.looseObject({ name: z.string(), parameters: z.unknown() }) })).optional(),
  response_format: z.unknown().optional(),
});
export type ChatBody = z.infer<typeof chatBody>;
const embeddingsBody = z.looseObject({ model: z.string(), input: z.union([z.string(), z.array(z.string())]) });

export interface ScriptedCall {
  readonly name: string;
  /** An object becomes JSON; text goes out as it is, broken JSON included. */
  readonly args: Readonly<Record<string, unknown>> | string;
}

export type ScriptedReply =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'calls'; readonly calls: readonly ScriptedCall[] }
  | { readonly kind: 'refusal'; readonly text: string }
  /** 401, 429, 500 …; `retryAfter` in seconds. */
  | { readonly kind: 'error'; readonly status: number; readonly retryAfter?: number }
  /** Takes the call and never answers. */
  | { readonly kind: 'stall' }
  /** Begins an answer and drops the connection. */
  | { readonly kind: 'cut' }
  /** 200 with something that is no JSON. */
  | { readonly kind: 'garbage' };

export interface RecordedCall {
  readonly path: string;
  readonly authorization: string | null;
  readonly body: ChatBody;
}

/** Undefined: this script has nothing to say to that call. */
export type Script = (body: ChatBody) => ScriptedReply | undefined;

export class ModelServer {
  readonly calls: RecordedCall[] = [];
  readonly #unscripted: string[] = [];
  readonly #server: Server;
  readonly #queue: ScriptedReply[] = [];
  #script: Script = () => undefined;
  /** The length of the vectors that the embeddings have. */
  dimensions = 16;
  /** Texts that vectors were made of. */
  embedded = 0;

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(): Promise<ModelServer> {
    const one = new ModelServer();
    await new Promise<void>((resolve) => one.#server.listen(0, '127.0.0.1', resolve));
    return one;
  }

  /** Up to and including `/v1`. */
  get baseUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  /** What the next calls are answered with, in order; before `respond` is asked. */
  say(...replies: readonly ScriptedReply[]): void {
    this.#queue.push(...replies);
  }

  respond(script: Script): void {
    this.#script = script;
  }

  /** Throws when anything was asked that the script had no answer for, or when part of it was never asked for. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    if (this.#unscripted.length > 0) throw new Error(`calls nobody scripted: ${this.#unscripted.join('; ')}`);
    if (this.#queue.length > 0) throw new Error(`${this.#queue.length} scripted replies were never asked for`);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const given: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const path = request.url ?? '';
    if (path === '/v1/embeddings') return this.#embed(given, response);
    if (path !== '/v1/chat/completions') return fail(response, 404);
    const body = chatBody.parse(given);
    this.calls.push({ path, authorization: request.headers.authorization ?? null, body });
    const reply = this.#queue.shift() ?? this.#script(body);
    if (!reply) {
      this.#unscripted.push(JSON.stringify(body.messages.at(-1)).slice(0, 300));
      return fail(response, 500);
    }
    play(reply, body, response);
  }

  /** Deterministic: equal texts have equal vectors, and texts that share characters are near. */
  #embed(given: unknown, response: ServerResponse): void {
    const { input, model } = embeddingsBody.parse(given);
    this.embedded += [input].flat().length;
    const data = [input].flat().map((text, index) => {
      const vector = Array.from<number>({ length: this.dimensions }).fill(0.001);
      for (const character of text) {
        const at = (character.codePointAt(0) ?? 0) % this.dimensions;
        vector[at] = (vector[at] ?? 0) + 1;
      }
      return { object: 'embedding', index, embedding: vector };
    });
    json(response, { object: 'list', data, model, usage: { prompt_tokens: 1, total_tokens: 1 } });
  }
}

function play(reply: ScriptedReply, body: ChatBody, response: ServerResponse): void {
  switch (reply.kind) {
    case 'stall':
      return;
    case 'error':
      return fail(response, reply.status, reply.retryAfter);
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' }).end('<html>upstream</html>');
      return;
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"id":"cut","object":"chat.completion","choices":[{"index":0,"mess', () => response.destroy());
      return;
    default:
      return body.stream === true ? stream(reply, body, response) : whole(reply, body, response);
  }
}

/** Ids are never used twice, as with any real server: a client takes a known id for a call that was answered. */
let made = 0;

type Spoken = Extract<ScriptedReply, { kind: 'text' | 'calls' | 'refusal' }>;

function assistantMessage(reply: Spoken): Record<string, unknown> {
  if (reply.kind === 'text') return { role: 'assistant', content: reply.text };
  if (reply.kind === 'refusal') return { role: 'assistant', content: null, refusal: reply.text };
  const calls = reply.calls.map(({ name, args }, index) => ({
    id: `call_${++made}_${index}`,
    type: 'function',
    function: { name, arguments: typeof args === 'string' ? args : JSON.stringify(args) },
  }));
  return { role: 'assistant', content: null, tool_calls: calls };
}

const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };

function whole(reply: Spoken, { model }: ChatBody, response: ServerResponse): void {
  const finish = reply.kind === 'calls' ? 'tool_calls' : 'stop';
  const choices = [{ index: 0, message: assistantMessage(reply), finish_reason: finish, logprobs: null }];
  json(response, { id: `chatcmpl-${++made}`, object: 'chat.completion', created: 1, model, choices, usage });
}

/** Text in pieces of a few characters; tool calls in one piece each, as most servers send them. */
function stream(reply: Spoken, { model }: ChatBody, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const id = `chatcmpl-${++made}`;
  const send = (delta: Record<string, unknown>, finish: string | null = null): void => {
    const choices = [{ index: 0, delta, finish_reason: finish }];
    const chunk = { id, object: 'chat.completion.chunk', created: 1, model, choices };
    response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  };
  send({ role: 'assistant', content: '' });
  if (reply.kind === 'calls') {
    const { tool_calls: calls } = assistantMessage(reply) as { tool_calls: Record<string, unknown>[] };
    send({ tool_calls: calls.map((call, index) => ({ index, ...call })) });
  } else {
    const characters = Array.from(reply.text);
    for (let from = 0; from < characters.length; from += 7)
      send({ content: characters.slice(from, from + 7).join('') });
  }
  send({}, reply.kind === 'calls' ? 'tool_calls' : 'stop');
  response.write(
    `data: ${JSON.stringify({ id, object: 'chat.completion.chunk', created: 1, model, choices: [], usage })}\n\n`,
  );
  response.end('data: [DONE]\n\n');
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function fail(response: ServerResponse, status: number, retryAfter?: number): void {
  const headers = {
    'content-type': 'application/json',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  };
  response
    .writeHead(status, headers)
    .end(JSON.stringify({ error: { message: 'scripted failure', type: 'server_error' } }));
}
