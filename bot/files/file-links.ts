/** Links to files: signed, for one person, good for half an hour. Nothing is kept; the file is made again when it is fetched. */
import { SignJWT, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { DeliverFile } from './deliver-file.ts';
import { wording } from './wording.ts';

/** In seconds. */
export const linkLife = 1_800;
export const filesPath = '/files/';

const audience = 'file';
const longestToken = 4_000;
const claims = z.object({
  sub: z.string().min(1),
  tool: z.string(),
  fields: z.record(z.string(), z.unknown()),
  part: z.string(),
});

export interface LinkedFile {
  readonly personId: string;
  readonly tool: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly part: string;
}

export type LinkCheck =
  | { readonly standing: 'valid'; readonly file: LinkedFile }
  | { readonly standing: 'expired' }
  | { readonly standing: 'invalid' };

export interface FileLinksParts {
  /** At least 32 bytes. */
  readonly key: Uint8Array;
  /** Where people reach the server, e.g. `https://zhengshu.example.gov.cn`. */
  readonly base: string;
  readonly now: () => Date;
}

export class FileLinks {
  readonly #parts: FileLinksParts;

  constructor(parts: FileLinksParts) {
    this.#parts = parts;
  }

  readonly deliver: DeliverFile = async ({ name, tool, fields, part }, { actor }) => {
    if (actor.personId === null) throw new Error(`a file is made for somebody on the roster: ${tool}`);
    const token = await this.issue({ personId: actor.personId, tool, fields, part });
    return wording.link(name, `${this.#parts.base}${filesPath}${encodeURIComponent(name)}?t=${token}`, linkLife / 60);
  };

  issue({ personId, ...file }: LinkedFile): Promise<string> {
    const seconds = Math.floor(this.#parts.now().getTime() / 1000);
    return new SignJWT({ ...file })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(personId)
      .setAudience(audience)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + linkLife)
      .sign(this.#parts.key);
  }

  async check(token: string): Promise<LinkCheck> {
    if (token.length > longestToken) return { standing: 'invalid' };
    try {
      const { payload } = await jwtVerify(token, this.#parts.key, {
        algorithms: ['HS256'],
        audience,
        currentDate: this.#parts.now(),
        requiredClaims: ['exp'],
      });
      const { sub: personId, ...file } = claims.parse(payload);
      return { standing: 'valid', file: { personId, ...file } };
    } catch (error) {
      if (error instanceof errors.JWTExpired) return { standing: 'expired' };
      if (error instanceof errors.JOSEError || error instanceof z.ZodError) return { standing: 'invalid' };
      throw error;
    }
  }
}
