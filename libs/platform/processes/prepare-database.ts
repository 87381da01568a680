import type { Config } from '#platform/config';
import { checkDatabase, migrate } from '#platform/database';
import type { Part } from '#platform/database';

/** Looks whether the database can be used at all, brings it up to date, and looks again as who is about to connect. */
export const prepareDatabase = async ({ database }: Config, parts: readonly Part[]): Promise<void> => {
  await checkDatabase(database.owner, 'owner');
  await migrate(database.owner);
  for (const part of parts) await checkDatabase(database[part], part);
};
