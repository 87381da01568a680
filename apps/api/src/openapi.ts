import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readSettings } from '#platform/config';
import { configFor } from '#platform/processes';
import { RuntimeModule } from '#platform/runtime';
import { listenersIn } from '#platform/subscriptions';
import { ChecksWorkerModule } from '#worker/checks';
import { EvidenceWorkerModule } from '#worker/evidence';
import { ApiModule } from './api.module.js';
import { createHttpApp } from './create-http-app.js';
import { describeApi } from './documents/api-description.js';
import { commandsDocument } from './documents/commands-document.js';
import { eventsDocument } from './documents/events-document.js';

// A preview makes no provider, so that no database is needed.
const config = configFor(readSettings({ DATABASE_URL: 'postgres://nowhere' }));
const app = await createHttpApp(RuntimeModule.forRoot(config, { api: [ApiModule] }), { preview: true });
const description = describeApi(app);

mkdirSync('docs', { recursive: true });
writeFileSync('docs/openapi.json', `${JSON.stringify(description, undefined, 2)}\n`);
writeFileSync('docs/commands.md', commandsDocument(description));
writeFileSync('docs/events.md', eventsDocument(listenersIn([EvidenceWorkerModule, ChecksWorkerModule])));
