/** The environment of the tests: which back end they run against. */
import { z } from 'zod';

const environment = z.object({ TEST_DATABASE_URL: z.string().min(1).optional() });

/** A PostgreSQL where databases may be created; undefined: the embedded database. */
export const testDatabaseUrl = environment.parse(process.env).TEST_DATABASE_URL;
