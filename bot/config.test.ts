import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';
import { environment } from './environment.ts';

const problems = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('the configuration', () => {
  it('needs nothing: with an empty environment it is the demo on this machine', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ demo: true, port: 3978, host: '127.0.0.1', databaseUrl: null, botFramework: null });
    expect(config.dataDir.endsWith('/data')).toBe(true);
    expect(config.serviceUrlAllow).toEqual(['127.0.0.1', 'localhost', '[::1]']);
  });

  it('counts a variable set to nothing as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3978, databaseUrl: null });
  });

  it('leaves the demo off as soon as a real database is named, unless it is asked for', () => {
    expect(readConfig({ DATABASE_URL: 'postgresql://db/z' }).demo).toBe(false);
    expect(readConfig({ DATABASE_URL: 'postgresql://db/z', ZHENGSHU_DEMO: 'on' }).demo).toBe(true);
    expect(readConfig({ ZHENGSHU_DEMO: 'off' }).demo).toBe(false);
  });

  it('names every wrong setting in one go', () => {
    expect(problems({ PORT: 'abc', ZHENGSHU_DEMO: 'yes', ZHENGSHU_SECRET: 'short' })).toEqual([
      'ZHENGSHU_DEMO must be on or off',
      'PORT must be a number',
      'ZHENGSHU_SECRET must have at least 32 characters',
    ]);
  });

  it('asks for what belongs together', () => {
    expect(problems({ MicrosoftAppId: 'a' })).toEqual(['MicrosoftAppPassword is missing while MicrosoftAppId is set']);
    expect(problems({ MicrosoftAppId: 'a', MicrosoftAppPassword: 'p', MicrosoftAppType: 'SingleTenant' })).toEqual([
      'MicrosoftAppTenantId is missing while MicrosoftAppType is SingleTenant',
    ]);
    expect(problems({ ZHENGSHU_OPENAI_MODEL: 'm' })).toEqual([
      'ZHENGSHU_OPENAI_BASE_URL and ZHENGSHU_OPENAI_MODEL must be set together',
    ]);
  });

  it('sends replies to connector hosts only once an app id is set', () => {
    const config = readConfig({ MicrosoftAppId: 'a', MicrosoftAppPassword: 'p', MicrosoftAppTenantId: 't' });
    expect(config.botFramework).toMatchObject({ type: 'SingleTenant', tenantId: 't' });
    expect(config.serviceUrlAllow).toContain('.botframework.com');
    expect(config.serviceUrlAllow).not.toContain('127.0.0.1');
    expect(config.demo).toBe(false);
  });

  it('never prints a secret', () => {
    const config = readConfig({
      DATABASE_URL: 'postgresql://u:hunter2@db/z',
      ZHENGSHU_SECRET: 'hunter2'.repeat(5),
      MicrosoftAppId: 'a',
      MicrosoftAppPassword: 'hunter2',
      ZHENGSHU_OPENAI_BASE_URL: 'http://127.0.0.1/v1',
      ZHENGSHU_OPENAI_API_KEY: 'hunter2',
      ZHENGSHU_OPENAI_MODEL: 'm',
    });
    expect(config.databaseUrl?.reveal()).toContain('hunter2');
    for (const printed of [
      inspect(config, { depth: null, showHidden: true }),
      JSON.stringify(config),
      `${config.secret?.toString()}`,
    ]) {
      expect(printed).not.toContain('hunter2');
    }
  });

  it('has every variable explained in .env.example, and none that does not exist', () => {
    const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
    const explained = lines.flatMap((line) => /^# ([A-Za-z_]+)=/.exec(line)?.[1] ?? []);
    expect(explained.toSorted()).toEqual(Object.keys(environment.shape).toSorted());
  });
});
