import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Pool } from 'pg';
import { v7 } from 'uuid';
import type { AnyEvent, Role } from '#kernel';
import type { MemberEvent } from '#features/members';
import { EventStore } from '#platform/event-store';
import { RuntimeModule } from '#platform/runtime';
import { TokenStore } from '#platform/sessions';
import { ChecksWorkerModule } from '#worker/checks';
import { PublishingWorkerModule } from '#worker/publishing';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createHttpApp } from '../../apps/api/src/create-http-app.js';
import { freshDatabase } from '../support/database.js';
import { openDesk } from '../support/event-store.js';
import { configFor, eventually } from './processes.js';

type Headers = Readonly<Record<string, string>>;

/** A process that answers queries and keeps its read models, and desks to which tests give events and members. */
export class ReadingDesk {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly desks: readonly [number, number],
    private readonly tokens: TokenStore,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<ReadingDesk> {
    const database = await freshDatabase();
    const desks = [await openDesk(database, 'one'), await openDesk(database, 'two')] as const;
    const filesDirectory = mkdtempSync(path.join(tmpdir(), 'docket-reading-'));
    const config = configFor(database, { filesDirectory });
    const app = await createHttpApp(
      RuntimeModule.forRoot(config, { api: [ApiModule], worker: [ChecksWorkerModule, PublishingWorkerModule] }),
    );
    await app.init();
    const owner = new Pool({ connectionString: database.urls.owner, max: 1 });
    return new ReadingDesk(app, desks, new TokenStore(owner), async () => {
      await app.close();
      await owner.end();
      await database.drop();
      rmSync(filesDirectory, { recursive: true });
    });
  }

  /** A member who is active; what he says at the door. */
  async member(id: string, roles: readonly Role[], deskId = this.desks[0]): Promise<Headers> {
    const events: readonly MemberEvent[] = [
      { type: 'MemberInvited', data: {} },
      { type: 'MemberActivated', data: {} },
      ...roles.map((role) => ({ type: 'RoleGranted', data: { role } }) as const),
    ];
    await this.append('member', id, events, { deskId });
    return { authorization: `Bearer ${await this.tokens.issue(deskId, id)}` };
  }

  async append(
    category: string,
    id: string,
    events: readonly AnyEvent[],
    { by = 'service:test', deskId = this.desks[0] }: { readonly by?: string; readonly deskId?: number } = {},
  ): Promise<void> {
    const actor = {
      kind: by.startsWith('service:') ? 'service' : 'member',
      id: by,
      roles: [],
      capacity: 'editor',
    } as const;
    const envelope = { deskId, commandId: v7(), correlationId: v7(), actor, at: new Date().toISOString() };
    const write = {
      category,
      id,
      expected: 'any',
      events: events.map((one) => ({ ...one, schemaVersion: 1 })),
    } as const;
    await this.app.get(EventStore).append(envelope, 'ab'.repeat(32), [write]);
  }

  /** The answer to a GET, with its body read. */
  async get(url: string, headers: Headers = {}) {
    const answer = await this.app.inject({ method: 'GET', url, headers: { ...headers } });
    return { status: answer.statusCode, headers: answer.headers, text: answer.payload, body: answer.json() };
  }

  /** Until the read model behind this list knows of the event. */
  async untilRead(list: string, event: string, headers: Headers): Promise<void> {
    await eventually(
      () => this.get(`${list}?after=${event}`, headers),
      ({ status }) => status === 200,
    );
  }
}
