/** Direct Line tokens: signed statements of who speaks in which conversation, the only source of either. */
import { SignJWT, errors, jwtVerify } from 'jose';
import { z } from 'zod';

/**
 * `conversation`: the bearer token of REST calls. `stream`: opens one WebSocket, short-lived because it stands in an
 * address. `visitor`: the cookie by which a browser that comes back is the same person.
 */
export type TokenUse = 'conversation' | 'stream' | 'visitor';

/** In seconds. */
export const tokenLife: Readonly<Record<TokenUse, number>> = {
  conversation: 1_800,
  stream: 60,
  visitor: 400 * 86_400,
};

export interface Speaker {
  readonly userId: string;
  readonly conversationId: string;
}

export type TokenCheck =
  | { readonly standing: 'valid'; readonly speaker: Speaker }
  | { readonly standing: 'expired' }
  | { readonly standing: 'invalid' };

/** `user` is where Direct Line clients look for the id. */
const claims = z.object({ user: z.string().min(1), conv: z.string().min(1) });
const longestToken = 2_000;

export class Tokens {
  readonly #key: Uint8Array;
  readonly #now: () => Date;

  /** @param key at least 32 bytes */
  constructor(key: Uint8Array, now: () => Date) {
    this.#key = key;
    this.#now = now;
  }

  issue(use: TokenUse, speaker: Speaker): Promise<string> {
    const seconds = Math.floor(this.#now().getTime() / 1000);
    return new SignJWT({ user: speaker.userId, conv: speaker.conversationId })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(use)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + tokenLife[use])
      .sign(this.#key);
  }

  async check(use: TokenUse, token: string): Promise<TokenCheck> {
    if (token.length > longestToken) return { standing: 'invalid' };
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: ['HS256'],
        audience: use,
        currentDate: this.#now(),
        requiredClaims: ['exp'],
      });
      const { user, conv } = claims.parse(payload);
      return { standing: 'valid', speaker: { userId: user, conversationId: conv } };
    } catch (error) {
      if (error instanceof errors.JWTExpired) return { standing: 'expired' };
      if (error instanceof errors.JOSEError || error instanceof z.ZodError) return { standing: 'invalid' };
      throw error;
    }
  }
}
