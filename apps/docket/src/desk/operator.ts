import { NestFactory } from '@nestjs/core';
import type { Pool } from 'pg';
import { CommandCarriers } from '#platform/commands';
import type { Config } from '#platform/config';
import { checkDatabase, createPool, migrate } from '#platform/database';
import { RuntimeModule } from '#platform/runtime';
import { TokenStore } from '#platform/sessions';
import { ApiModule } from '../../../api/src/api.module.js';

/** What an operator's command works with: the owner's connection, and the same commands that everybody sends. */
export type Operator = {
  readonly owner: Pool;
  readonly commands: CommandCarriers;
  readonly tokens: TokenStore;
};

/** Brings the database up to date, opens what an operator needs, and closes it again, whatever comes of the work. */
export const asOperator = async <Result>(
  config: Config,
  work: (operator: Operator) => Promise<Result>,
): Promise<Result> => {
  await migrate(config.database.owner);
  await checkDatabase(config.database.api, 'api');
  const owner = createPool(config.database.owner, { max: 1, application: 'docket-operator' });
  const app = await NestFactory.createApplicationContext(RuntimeModule.forRoot(config, { api: [ApiModule] }), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    return await work({ owner, commands: app.get(CommandCarriers), tokens: new TokenStore(owner) });
  } finally {
    await app.close();
    await owner.end();
  }
};
