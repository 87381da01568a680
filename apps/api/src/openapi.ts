import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSettings } from '#platform/config';
import { configFor } from '#platform/processes';
import { RuntimeModule } from '#platform/runtime';
import { listenersIn } from '#platform/subscriptions';
import { ChecksWorkerModule } from '#worker/checks';
import { EvidenceWorkerModule } from '#worker/evidence';
import { PublishingWorkerModule } from '#worker/publishing';
import { ApiModule } from './api.module.js';
import { createHttpApp } from './create-http-app.js';
import { describeApi } from './documents/api-description.js';
import { commandsDocument } from './documents/commands-document.js';
import { eventsDocument } from './documents/events-document.js';
import { problemsDocument } from './documents/problems-document.js';

const WORKER_MODULES = [EvidenceWorkerModule, ChecksWorkerModule, PublishingWorkerModule];

// A preview makes no provider, so that no database is needed.
const config = configFor(readSettings({ DATABASE_URL: 'postgres://nowhere' }));
const app = await createHttpApp(RuntimeModule.forRoot(config, { api: [ApiModule] }), { preview: true });
const description = describeApi(app);

const directory = process.argv[2] ?? 'docs';
const write = (name: string, text: string): void => writeFileSync(path.join(directory, name), text);

mkdirSync(directory, { recursive: true });
write('openapi.json', `${JSON.stringify(description, undefined, 2)}\n`);
write('commands.md', commandsDocument(description));
write('events.md', eventsDocument(listenersIn(WORKER_MODULES)));
write('problems.md', problemsDocument());
