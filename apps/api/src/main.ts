import 'reflect-metadata';
import { readSettings } from '#platform/config';
import { configFor, prepareDatabase, runProcess } from '#platform/processes';
import { RuntimeModule } from '#platform/runtime';
import { ApiModule } from './api.module.js';
import { createHttpApp, listen } from './create-http-app.js';

await runProcess(async () => {
  const config = configFor(readSettings(process.env));
  await prepareDatabase(config, ['api']);
  const app = await createHttpApp(RuntimeModule.forRoot(config, { api: [ApiModule] }));
  const port = await listen(app, config);
  return { says: `The API listens at http://${config.host}:${port}.`, stop: () => app.close() };
});
