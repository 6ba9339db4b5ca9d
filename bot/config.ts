/** The whole environment as one schema: every setting with its default, and one clear line for each setting that is wrong. */
import { resolve } from 'node:path';
import type { z } from 'zod';
import { environment } from './environment.ts';
import type { Secret } from './secret.ts';

/** An OpenAI-compatible endpoint. */
export interface ModelEndpoint {
  readonly baseUrl: string;
  readonly apiKey: Secret | null;
  readonly model: string;
}

export interface EmbeddingsEndpoint extends ModelEndpoint {
  readonly dimensions: number;
}

/** What the model may cost, and see. */
export interface ModelUseConfig {
  readonly turnMs: number;
  readonly tokensPerTurn: number;
  readonly tokensPerPersonAndDay: number;
  readonly tokensPerDay: number;
  /** Whether what people file and what catalogs and requests hold may leave the house. */
  readonly sharesRecords: boolean;
  /** Whether it may answer what ours found not covered. */
  readonly judges: boolean;
}

export interface BotFrameworkApp {
  readonly appId: string;
  readonly password: Secret;
  readonly type: 'SingleTenant' | 'MultiTenant';
  readonly tenantId: string | null;
}

export interface Config {
  /** Absolute; everything the program writes is under it. */
  readonly dataDir: string;
  /** Null: the embedded database in the data folder. */
  readonly databaseUrl: Secret | null;
  readonly demo: boolean;
  /** Whether a caller may set the clock of a turn. */
  readonly testClock: boolean;
  readonly port: number;
  readonly host: string;
  /** How browsers reach us through a proxy; null: the address they called. */
  readonly publicUrl: URL | null;
  /** Signs tokens; null: generated once into the data folder. */
  readonly secret: Secret | null;
  /** With it a back end may ask for a Direct Line token in a person's name; null: nobody may. */
  readonly directLineSecret: Secret | null;
  readonly turnTimeoutMs: number;
  /** What one person may send; a burst of a third of it is let through at once. */
  readonly messagesPerMinute: number;
  /** Null: `/api/messages` answers callers on this machine only. */
  readonly botFramework: BotFrameworkApp | null;
  /** Hosts that replies through the Bot Framework may be sent to; `.example.com` allows its subdomains. */
  readonly serviceUrlAllow: readonly string[];
  /** Null: the built-in understanding alone. */
  readonly model: ModelEndpoint | null;
  readonly modelUse: ModelUseConfig;
  /** Null: the built-in embedder. */
  readonly embeddings: EmbeddingsEndpoint | null;
  readonly logLevel: string;
}

/** Thrown at start-up; `problems` are lines for the operator, none of them holds a secret. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`configuration: ${problems.join('; ')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Microsoft's own connector hosts; without an app id only this machine is reachable. */
const connectorHosts = ['.botframework.com', '.trafficmanager.net', '.teams.microsoft.com'];
const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];

/** Reads a given environment; a variable set to nothing counts as not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const value = parsed.data;
  const problems: string[] = [];
  const botFramework = botFrameworkApp(value, problems);
  const model = endpoint(
    'ZHENGSHU_OPENAI',
    value.ZHENGSHU_OPENAI_BASE_URL,
    value.ZHENGSHU_OPENAI_API_KEY,
    value.ZHENGSHU_OPENAI_MODEL,
    problems,
  );
  const embeddings = endpoint(
    'ZHENGSHU_EMBEDDINGS',
    value.ZHENGSHU_EMBEDDINGS_BASE_URL,
    value.ZHENGSHU_EMBEDDINGS_API_KEY,
    value.ZHENGSHU_EMBEDDINGS_MODEL,
    problems,
  );
  if (problems.length > 0) throw new ConfigError(problems);
  const configured = value.DATABASE_URL !== undefined || botFramework !== null;
  return {
    dataDir: resolve(value.ZHENGSHU_DATA_DIR),
    databaseUrl: value.DATABASE_URL ?? null,
    demo: value.ZHENGSHU_DEMO ? value.ZHENGSHU_DEMO === 'on' : !configured,
    testClock: value.ZHENGSHU_TEST_CLOCK === 'on',
    port: value.PORT,
    host: value.HOST,
    publicUrl: value.ZHENGSHU_PUBLIC_URL ? new URL(value.ZHENGSHU_PUBLIC_URL) : null,
    secret: value.ZHENGSHU_SECRET ?? null,
    directLineSecret: value.ZHENGSHU_DIRECTLINE_SECRET ?? null,
    turnTimeoutMs: value.ZHENGSHU_TURN_TIMEOUT_MS,
    messagesPerMinute: value.ZHENGSHU_MESSAGES_PER_MINUTE,
    botFramework,
    serviceUrlAllow: value.ZHENGSHU_SERVICE_URL_ALLOW ?? (botFramework ? connectorHosts : loopbackHosts),
    model,
    modelUse: {
      turnMs: value.ZHENGSHU_MODEL_TURN_MS,
      tokensPerTurn: value.ZHENGSHU_MODEL_TOKENS_PER_TURN,
      tokensPerPersonAndDay: value.ZHENGSHU_MODEL_TOKENS_PER_PERSON_DAY,
      tokensPerDay: value.ZHENGSHU_MODEL_TOKENS_PER_DAY,
      sharesRecords: value.ZHENGSHU_MODEL_SHARES_RECORDS === 'on',
      judges: value.ZHENGSHU_MODEL_JUDGES === 'on',
    },
    embeddings: embeddings && { ...embeddings, dimensions: value.ZHENGSHU_EMBEDDINGS_DIMENSIONS },
    logLevel: value.LOG_LEVEL,
  };
}

/** The environment of this process, with the lines of `.env` in the working folder for what is not set. */
export function loadConfig(): Config {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return readConfig(process.env);
}

function botFrameworkApp(value: z.infer<typeof environment>, problems: string[]): BotFrameworkApp | null {
  const { MicrosoftAppId: appId, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenantId } = value;
  if (!appId) {
    if (password || tenantId)
      problems.push('MicrosoftAppId is missing while MicrosoftAppPassword or MicrosoftAppTenantId is set');
    return null;
  }
  const type = value.MicrosoftAppType ?? (tenantId ? 'SingleTenant' : 'MultiTenant');
  if (!password) {
    problems.push('MicrosoftAppPassword is missing while MicrosoftAppId is set');
    return null;
  }
  if (type === 'SingleTenant' && !tenantId)
    problems.push('MicrosoftAppTenantId is missing while MicrosoftAppType is SingleTenant');
  return { appId, password, type, tenantId: tenantId ?? null };
}

function endpoint(
  prefix: string,
  baseUrl: string | undefined,
  apiKey: Secret | undefined,
  model: string | undefined,
  problems: string[],
): ModelEndpoint | null {
  if (baseUrl && model) return { baseUrl, apiKey: apiKey ?? null, model };
  if (baseUrl ?? apiKey ?? model) problems.push(`${prefix}_BASE_URL and ${prefix}_MODEL must be set together`);
  return null;
}
