/** A small channel for tests: takes the replies that are sent to its serviceUrl, and can be told to fail. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';

export interface Sent {
  readonly path: string;
  readonly activity: Readonly<Record<string, unknown>>;
}

export class Connector {
  readonly sent: Sent[] = [];
  /** Answers to the next calls; then 200. */
  readonly answers: number[] = [];
  readonly #server: Server;
  #seen = (): void => {};

  private constructor() {
    this.#server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => {
        this.sent.push({ path: request.url ?? '', activity: JSON.parse(body) as Record<string, unknown> });
        const status = this.answers.shift() ?? 200;
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ id: `sent-${this.sent.length}` }));
        this.#seen();
      });
    });
  }

  static async start(): Promise<Connector> {
    const connector = new Connector();
    await new Promise<void>((resolve) => void connector.#server.listen(0, '127.0.0.1', resolve));
    return connector;
  }

  get url(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
  }

  async until(count: number): Promise<void> {
    while (this.sent.length < count) await new Promise<void>((resolve) => (this.#seen = resolve));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
