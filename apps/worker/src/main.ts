import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readSettings } from '#platform/config';
import { checkDatabase, migrate } from '#platform/database';
import { configFor, runProcess } from '#platform/processes';
import { RuntimeModule } from '#platform/runtime';
import { WorkerModule } from './worker.module.js';

await runProcess(async () => {
  const config = configFor(readSettings(process.env));
  await migrate(config.database.owner);
  await checkDatabase(config.database.worker, 'worker');
  const app = await NestFactory.createApplicationContext(RuntimeModule.forRoot(config, { worker: [WorkerModule] }), {
    abortOnError: false,
    logger: ['error', 'warn'],
  });
  return { says: 'The worker runs.', stop: () => app.close() };
});
