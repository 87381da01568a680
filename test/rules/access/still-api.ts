import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { Clock } from '#kernel';
import type { Actor, AnyEvent, Receipt, Role } from '#kernel';
import { recorded } from '#kernel/testing';
import { CommandsModule } from '#platform/commands';
import { ReadModels } from '#platform/database';
import { EventCatalogue, EventStore, Sequencer, Streams } from '#platform/event-store';
import type { Loaded, LogPage, StreamRef } from '#platform/event-store';
import { FileCatalogue, FileStore, UploadLimit } from '#platform/file-store';
import { httpAdapter, useEdge } from '#platform/http';
import { RehearsalClocks } from '#platform/rehearsal';
import { Callers, hashToken, issueToken } from '#platform/sessions';
import { ReadModelMissing, ReadModelPosition } from '#platform/subscriptions';
import { ApiModule } from '../../../apps/api/src/api.module.js';
import { ME, OTHER } from './people.js';

/** A store that holds what tests put into it, and takes in nothing: each question meets the same streams. */
class StillEventStore extends EventStore {
  readonly streams = new Map<string, readonly AnyEvent[]>();

  load(_: number, category: string, id: string): Promise<Loaded> {
    const author: Actor = { kind: 'member', id: OTHER, roles: [] };
    const events = (this.streams.get(`${category}-${id}`) ?? []).map((one, place) => ({
      ...recorded(one, id, author),
      version: place + 1,
    }));
    return Promise.resolve({ version: events.length, events });
  }

  loadMany(deskId: number, streams: readonly StreamRef[]): Promise<readonly Loaded[]> {
    return Promise.all(streams.map(({ category, id }) => this.load(deskId, category, id)));
  }

  append(): Promise<Receipt> {
    return Promise.resolve({ id: ME, version: 1 });
  }

  erase(): Promise<Receipt> {
    return this.append();
  }

  noteNoop(): Promise<Receipt> {
    return this.append();
  }

  readLog(): Promise<LogPage> {
    return Promise.resolve({ from: 0, next: 0, events: [] });
  }
}

/** No read model is there: who is told so was let in. */
const noReadModels = {
  in: () => Promise.reject(new ReadModelMissing('None is served.')),
  rowsOf: () => Promise.resolve([]),
  deskOfPublicCheck: () => Promise.resolve(undefined),
};

const noDatabase = {
  options: { type: 'postgres' },
  entityMetadatas: [],
  getRepository: () => ({ findOneBy: () => Promise.resolve(null) }),
  query: () => Promise.resolve([{ value: Buffer.alloc(32) }]),
};

@Global()
@Module({})
class StillModule {
  static with(store: EventStore): DynamicModule {
    const providers = [
      { provide: DataSource, useValue: noDatabase },
      { provide: ReadModels, useValue: noReadModels },
      { provide: EventStore, useValue: store },
      { provide: Clock, useValue: { now: () => Promise.resolve('2022-11-09T10:00:00.000Z') } },
      { provide: Sequencer, useValue: {} },
      { provide: RehearsalClocks, useValue: {} },
      ...files,
      EventCatalogue,
      ReadModelPosition,
      Streams,
    ];
    return { module: StillModule, providers, exports: providers.map((one) => ('provide' in one ? one.provide : one)) };
  }
}

/** No file is kept. */
const files = [FileStore, FileCatalogue, UploadLimit].map((provide) => ({ provide, useValue: {} }));

/** The API over streams that stand still, without a database: every caller is the same member, with other roles. */
export class StillApi {
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly app: NestFastifyApplication,
    private readonly store: StillEventStore,
    private readonly sessions: Map<string, Actor>,
  ) {}

  static async start(): Promise<StillApi> {
    const [store, sessions] = [new StillEventStore(), new Map<string, Actor>()];
    const callers = {
      callerOf: (hash: Buffer) =>
        Promise.resolve({ deskId: 1, actor: sessions.get(hash.toString('hex')), active: true, rehearsal: false }),
    };
    const testing = await Test.createTestingModule({
      imports: [StillModule.with(store), CqrsModule.forRoot(), CommandsModule, ApiModule],
    })
      .overrideProvider(Callers)
      .useValue(callers)
      .compile();
    const app = testing.createNestApplication<NestFastifyApplication>(httpAdapter(), {
      bodyParser: false,
      logger: ['error'],
    });
    app.setGlobalPrefix('v1');
    useEdge(app);
    await app.init();
    return new StillApi(app, store, sessions);
  }

  put(category: string, id: string, events: readonly AnyEvent[]): void {
    this.store.streams.set(`${category}-${id}`, events);
  }

  /** The code of the refusal, or that there is none. */
  async ask(method: 'GET' | 'POST', url: string, roles: readonly Role[], body?: unknown, version = 0): Promise<string> {
    const answer = await this.app.inject({
      method,
      url,
      headers: {
        authorization: `Bearer ${this.tokenFor(roles)}`,
        ...(method === 'POST' && {
          'content-type': 'application/json',
          'idempotency-key': KEY,
          'if-match': `"${version}"`,
        }),
      },
      ...(method === 'POST' && { payload: JSON.stringify(body) }),
    });
    const { code } = answer.json<{ readonly code?: string }>();
    if (answer.statusCode === 500) throw new Error(`${url} failed.`);
    return code ?? 'accepted';
  }

  private tokenFor(roles: readonly Role[]): string {
    const name = roles.join(' ');
    const known = this.tokens.get(name);
    if (known !== undefined) return known;
    const { token } = issueToken();
    this.tokens.set(name, token);
    this.sessions.set(hashToken(token).toString('hex'), { kind: 'member', id: ME, roles });
    return token;
  }
}

const KEY = '01845d2e-3a00-7000-8000-0000000000ff';
