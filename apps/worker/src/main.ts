import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readSettings } from '#platform/config';
import { configFor, prepareDatabase, runProcess } from '#platform/processes';
import { RuntimeModule } from '#platform/runtime';
import { WorkerModule } from './worker.module.js';

await runProcess(async () => {
  const config = configFor(readSettings(process.env));
  await prepareDatabase(config, ['worker']);
  const app = await NestFactory.createApplicationContext(RuntimeModule.forRoot(config, { worker: [WorkerModule] }), {
    abortOnError: false,
    logger: ['error', 'warn'],
  });
  return { says: 'The worker runs.', stop: () => app.close() };
});
