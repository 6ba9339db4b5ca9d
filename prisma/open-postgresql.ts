/** Connects to a real PostgreSQL named by its URL. */
import { Pool } from 'pg';
import { StoreFault } from './store-fault.ts';

/** Opens a pool and proves that the server answers; `poolSize` is the number of connections. */
export async function openPostgresql(databaseUrl: string, poolSize = 10): Promise<Pool> {
  const url = parse(databaseUrl);
  // Instants are written in UTC without a zone, so a session in another time zone would shift them.
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} -c TimeZone=UTC`.trim());
  const pool = new Pool({
    connectionString: url.href,
    application_name: 'zhengshu',
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // A connection that ends while idle is replaced by the next query, which reports what is wrong.
  pool.on('error', () => undefined);
  try {
    await pool.query('SELECT 1');
    return pool;
  } catch (cause) {
    await pool.end();
    throw unreachable(url, cause);
  }
}

function parse(databaseUrl: string): URL {
  if (URL.canParse(databaseUrl)) {
    const url = new URL(databaseUrl);
    if (url.protocol === 'postgresql:' || url.protocol === 'postgres:') return url;
  }
  throw new StoreFault(
    'unreachable',
    'DATABASE_URL is not a PostgreSQL address.',
    'Write postgresql://user:password@host:5432/database.',
  );
}

/** Names the server but never the password. */
function unreachable(url: URL, cause: unknown): StoreFault {
  const where = `${url.hostname || url.searchParams.get('host') || 'localhost'}:${url.port || '5432'}${url.pathname}`;
  const why = cause instanceof Error ? cause.message : String(cause);
  const remedy =
    'Check DATABASE_URL, the network and that the server is running; or unset it to use the embedded database.';
  return new StoreFault('unreachable', `PostgreSQL at ${where} does not let us in (${why}).`, remedy, cause);
}
