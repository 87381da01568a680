import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 } from 'uuid';
import { CommandCarriers } from '#platform/commands';
import { readSettings } from '#platform/config';
import type { Config } from '#platform/config';
import { createPool } from '#platform/database';
import { RuntimeModule } from '#platform/runtime';
import { TokenStore } from '#platform/sessions';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createHttpApp } from '../../apps/api/src/create-http-app.js';
import { makeDesk } from '../../apps/docket/src/desk/make-desk.js';
import type { NewDesk } from '../../apps/docket/src/desk/make-desk.js';
import { readStandards } from '../../apps/docket/src/desk/policy-file.js';
import { freshDatabase } from './database.js';
import type { TestDatabase } from './database.js';

export type Ask = {
  readonly token?: string;
  readonly key?: string;
  readonly version?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Admin = { readonly deskId: number; readonly adminId: string; readonly token: string };

/** What can be asked of an API. */
export type Asking = {
  get(url: string, ask?: Ask): Promise<Answer>;
  /** A body that is text is sent as it is. */
  post(url: string, body: unknown, ask?: Ask): Promise<Answer>;
};

/** The API in this process, on a database of its own. */
export type TestApi = Asking & {
  readonly database: TestDatabase;
  readonly app: NestFastifyApplication;
  makeDesk(key: string): Promise<Admin>;
  /** Its clock stands at this instant. `key` is what comes after `rehearsal-`. */
  makeRehearsal(key: string, from: string): Promise<Required<NewDesk>>;
  tokenOf(deskId: number, memberId: string): Promise<string>;
  stop(): Promise<void>;
};

export type Answer = Awaited<ReturnType<NestFastifyApplication['inject']>>;

/** Without a worker, unless it is named. */
export const startApi = async (changes: Partial<Config> = {}, worker: readonly Type[] = []): Promise<TestApi> => {
  const database = await freshDatabase();
  const home = mkdtempSync(path.join(tmpdir(), 'docket-api-'));
  const config = { ...readSettings({ DOCKET_HOME: home }), database: database.urls, ...changes };
  const app = await createHttpApp(RuntimeModule.forRoot(config, { api: [ApiModule], worker }));
  await app.init();
  const owner = createPool(database.urls.owner, { max: 1, application: 'test' });
  const operator = { owner, commands: app.get(CommandCarriers), tokens: new TokenStore(owner) };
  return {
    database,
    app,
    makeDesk: (key) => makeDesk(operator, wishOf(key)),
    makeRehearsal: async (key, from) => {
      const wish = { ...wishOf(`rehearsal-${key}`), rehearsal: { from } };
      return (await makeDesk(operator, wish)) as Required<NewDesk>;
    },
    tokenOf: (deskId, memberId) => operator.tokens.issue(deskId, memberId),
    ...askingOf(app),
    stop: async () => {
      await app.close();
      await owner.end();
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
};

export const askingOf = (app: NestFastifyApplication): Asking => ({
  get: (url, { token, headers = {} } = {}) =>
    app.inject({ method: 'GET', url, headers: { ...authorization(token), ...headers } }),
  post: (url, body, { token, key = v7(), version, headers = {} } = {}) =>
    app.inject({
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/json',
        ...authorization(token),
        ...(key !== '' && { 'idempotency-key': key }),
        ...(version !== undefined && { 'if-match': version }),
        ...headers,
      },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
    }),
});

const wishOf = (key: string) => ({
  key,
  name: key,
  adminEmail: 'admin@desk.example',
  standards: readStandards(undefined),
});

const authorization = (token: string | undefined): Readonly<Record<string, string>> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` };
