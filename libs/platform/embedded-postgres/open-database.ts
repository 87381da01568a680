import type { DatabaseUrls, Settings } from '#platform/config';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres.js';

export type OpenDatabase = {
  readonly urls: DatabaseUrls;
  /** `own`: a server of the operator's, with which nothing is done here. */
  readonly how: 'own' | EmbeddedPostgres['how'];
  /** Close every connection first. */
  stop(): Promise<void>;
};

/** The server that the settings name, or else the bundled one in the home. */
export const openDatabase = async (
  { database, home }: Settings,
  { report }: Pick<EmbeddedPostgresOptions, 'report'> = {},
): Promise<OpenDatabase> => {
  if (database !== undefined) return { urls: database, how: 'own', stop: () => Promise.resolve() };
  const postgres = await startEmbeddedPostgres({ home, report });
  return {
    urls: { owner: postgres.url('owner'), api: postgres.url('api'), worker: postgres.url('worker') },
    how: postgres.how,
    stop: () => postgres.stop(),
  };
};
