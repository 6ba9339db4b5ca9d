/** Every variable the program reads, with its default; `.env.example` explains each. */
import { z } from 'zod';
import { Secret } from './secret.ts';

const text = z.string().trim();
const secret = text.transform((value) => new Secret(value));
const onOff = z.enum(['on', 'off'], { error: 'must be on or off' });
const list = text.transform((value) => value.split(',').flatMap((part) => part.trim().toLowerCase() || []));
const url = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' });
const count = (least: number, most: number) =>
  z.coerce.number({ error: 'must be a number' }).int('must be a whole number').min(least).max(most);

/** A test keeps `.env.example` in step with it. */
export const environment = z.object({
  ZHENGSHU_DATA_DIR: text.default('./data'),
  DATABASE_URL: secret.optional(),
  ZHENGSHU_DEMO: onOff.optional(),
  ZHENGSHU_TEST_CLOCK: onOff.default('off'),
  PORT: count(0, 65_535).default(3978),
  HOST: text.default('127.0.0.1'),
  ZHENGSHU_PUBLIC_URL: url.optional(),
  ZHENGSHU_SECRET: text
    .min(32, 'must have at least 32 characters')
    .transform((value) => new Secret(value))
    .optional(),
  ZHENGSHU_DIRECTLINE_SECRET: text
    .min(32, 'must have at least 32 characters')
    .transform((value) => new Secret(value))
    .optional(),
  ZHENGSHU_TURN_TIMEOUT_MS: count(1_000, 300_000).default(30_000),
  ZHENGSHU_MESSAGES_PER_MINUTE: count(1, 100_000).default(60),
  MicrosoftAppId: text.optional(),
  MicrosoftAppPassword: secret.optional(),
  MicrosoftAppTenantId: text.optional(),
  MicrosoftAppType: z
    .enum(['SingleTenant', 'MultiTenant'], { error: 'must be SingleTenant or MultiTenant' })
    .optional(),
  ZHENGSHU_SERVICE_URL_ALLOW: list.optional(),
  ZHENGSHU_OPENAI_BASE_URL: url.optional(),
  ZHENGSHU_OPENAI_API_KEY: secret.optional(),
  ZHENGSHU_OPENAI_MODEL: text.optional(),
  ZHENGSHU_MODEL_TURN_MS: count(500, 120_000).default(8_000),
  ZHENGSHU_MODEL_TOKENS_PER_TURN: count(100, 1_000_000).default(24_000),
  ZHENGSHU_MODEL_TOKENS_PER_PERSON_DAY: count(0, 1_000_000_000).default(300_000),
  ZHENGSHU_MODEL_TOKENS_PER_DAY: count(0, 1_000_000_000).default(20_000_000),
  ZHENGSHU_MODEL_SHARES_RECORDS: onOff.default('on'),
  ZHENGSHU_MODEL_JUDGES: onOff.default('off'),
  ZHENGSHU_EMBEDDINGS_BASE_URL: url.optional(),
  ZHENGSHU_EMBEDDINGS_API_KEY: secret.optional(),
  ZHENGSHU_EMBEDDINGS_MODEL: text.optional(),
  ZHENGSHU_EMBEDDINGS_DIMENSIONS: count(8, 16_384).default(1_024),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal or silent',
    })
    .default('info'),
});
