import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Pool } from 'pg';
import { CommandCarriers } from '#platform/commands';
import type { Config } from '#platform/config';
import { createPool } from '#platform/database';
import { prepareDatabase } from '#platform/processes';
import { RuntimeModule } from '#platform/runtime';
import { TokenStore } from '#platform/sessions';
import { ApiModule } from '../../../api/src/api.module.js';

/** What an operator's command works with: the owner's connection, and the same commands that everybody sends. */
export type Operator = {
  readonly owner: Pool;
  readonly commands: CommandCarriers;
  readonly tokens: TokenStore;
};

type Work<Result> = (operator: Operator) => Promise<Result>;

/** Brings the database up to date, opens what an operator needs, and closes it again, whatever comes of the work. */
export const asOperator = async <Result>(config: Config, work: Work<Result>): Promise<Result> => {
  await prepareDatabase(config, ['api']);
  const app = await NestFactory.createApplicationContext(RuntimeModule.forRoot(config, { api: [ApiModule] }), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    return await asOperatorOf(app, config, work);
  } finally {
    await app.close();
  }
};

/** In a process that runs already. */
export const asOperatorOf = async <Result>(
  app: INestApplicationContext,
  { database }: Config,
  work: Work<Result>,
): Promise<Result> => {
  const owner = createPool(database.owner, { max: 1, application: 'docket-operator' });
  try {
    return await work({ owner, commands: app.get(CommandCarriers), tokens: new TokenStore(owner) });
  } finally {
    await owner.end();
  }
};
