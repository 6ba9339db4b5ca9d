/** A token bucket per key: so many at once, so many a minute in the long run. */

interface Bucket {
  level: number;
  at: number;
}

/** Buckets kept at most; beyond it the oldest is forgotten, which gives its owner a fresh burst. */
const mostBuckets = 20_000;

export class RateLimit {
  readonly #burst: number;
  readonly #perMs: number;
  readonly #now: () => Date;
  readonly #buckets = new Map<string, Bucket>();

  constructor(options: { readonly burst: number; readonly perMinute: number; readonly now: () => Date }) {
    this.#burst = options.burst;
    this.#perMs = options.perMinute / 60_000;
    this.#now = options.now;
  }

  /** Takes one; 0 when there was one, otherwise the seconds after which there will be. */
  take(key: string): number {
    const now = this.#now().getTime();
    const bucket = this.#buckets.get(key) ?? this.#open(key, now);
    bucket.level = Math.min(this.#burst, bucket.level + Math.max(0, now - bucket.at) * this.#perMs);
    bucket.at = now;
    if (bucket.level < 1) return Math.ceil((1 - bucket.level) / this.#perMs / 1000);
    bucket.level -= 1;
    return 0;
  }

  #open(key: string, now: number): Bucket {
    if (this.#buckets.size >= mostBuckets) {
      const oldest = this.#buckets.keys().next();
      if (!oldest.done) this.#buckets.delete(oldest.value);
    }
    const bucket = { level: this.#burst, at: now };
    this.#buckets.set(key, bucket);
    return bucket;
  }
}
