import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readSettings } from '#platform/config';
import type { Config } from '#platform/config';
import { openDatabase } from '#platform/embedded-postgres';
import { prepareDatabase, runProcess } from '#platform/processes';
import type { Running } from '#platform/processes';
import { RuntimeModule } from '#platform/runtime';
import { ApiModule } from '../../api/src/api.module.js';
import { createHttpApp, listen } from '../../api/src/create-http-app.js';
import { WorkerModule } from '../../worker/src/worker.module.js';
import { asOperatorOf } from './desk/operator.js';
import { demoDesk } from './demo/demo-desk.js';
import type { DemoDesk } from './demo/demo-desk.js';

/** Database, API and worker in this process, until a signal. Whatever was started is stopped, also when a later step fails. */
export const start = (): Promise<void> =>
  runProcess(async (interruption) => {
    const settings = readSettings(process.env);
    const database = await openDatabase(settings, { report });
    try {
      const running = run({ ...settings, database: database.urls }, () => database.stop());
      running.catch(() => undefined); // heard by the race, unless a signal came first
      return await Promise.race([running, interruption]);
    } catch (error) {
      await database.stop();
      throw error;
    }
  });

const report = (error: Error): void => console.error(error.message);

const run = async (config: Config, stopDatabase: () => Promise<void>): Promise<Running> => {
  await prepareDatabase(config, ['api', 'worker']);
  const app = await createHttpApp(RuntimeModule.forRoot(config, { api: [ApiModule], worker: [WorkerModule] }));
  const port = await listen(app, config);
  const url = `http://localhost:${port}`;
  try {
    const desk = await asOperatorOf(app, config, (operator) =>
      demoDesk(operator, { home: config.home, baseUrl: `http://127.0.0.1:${port}` }),
    );
    return { says: guide(url, desk), stop: () => stop(app, stopDatabase) };
  } catch (error) {
    await app.close();
    throw error;
  }
};

const stop = async (app: NestFastifyApplication, stopDatabase: () => Promise<void>): Promise<void> => {
  await app.close();
  await stopDatabase();
};

const guide = (url: string, { checkId, tokens, file }: DemoDesk): string => `
Docket runs at ${url}

  verdict page    ${url}/v/${checkId}
  API reference   ${url}/docs

The demo desk has these members, all fiction; their tokens are kept in ${file}

${Object.entries(tokens)
  .map(([name, token]) => `  ${name.padEnd(8)}${token}`)
  .join('\n')}

  curl -H "Authorization: Bearer ${tokens['Ana'] ?? ''}" ${url}/v1/checks

Ctrl-C stops everything.`;
