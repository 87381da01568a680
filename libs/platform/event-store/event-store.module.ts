import { Global, Inject, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import type { AnyStream } from '#kernel';
import { EventCatalogue } from './event-catalogue.js';
import { EventStore } from './event-store.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { Sequencer } from './sequencer.js';
import { Streams } from './streams.js';

/** The pools of one process. They are ended with it. */
export type StoreConnections = {
  readonly appends: Pool;
  /** Of streams and of the log: readers never wait behind an append, nor the other way round. */
  readonly reads: Pool;
  /** One connection is enough. */
  readonly sequencer: Pool;
  /** Whether this process looks after the logs of all desks, also of those that others append to. */
  readonly tendsAllDesks: boolean;
};

const CONNECTIONS = 'event-store-connections';

/** Global, and imported before whatever appends, so that it stops after it. */
@Global()
@Module({})
export class EventStoreModule implements OnApplicationShutdown {
  constructor(@Inject(CONNECTIONS) private readonly connections: StoreConnections) {}

  static forRoot(connections: StoreConnections): DynamicModule {
    const sequencer = {
      provide: Sequencer,
      useFactory: () => new Sequencer(connections.sequencer, connections.tendsAllDesks),
    };
    const store = {
      provide: EventStore,
      useFactory: (catalogue: EventCatalogue, logs: Sequencer) =>
        new PostgresEventStore(connections, catalogue, (deskId) => logs.poke(deskId)),
      inject: [EventCatalogue, Sequencer],
    };
    return {
      module: EventStoreModule,
      providers: [{ provide: CONNECTIONS, useValue: connections }, EventCatalogue, sequencer, store, Streams],
      exports: [EventCatalogue, EventStore, Sequencer, Streams],
    };
  }

  /** How the old events of these streams are read. */
  static forFeature(streams: readonly AnyStream[]): DynamicModule {
    const registration = {
      provide: 'registration-of-streams',
      useFactory: (catalogue: EventCatalogue) => catalogue.add(streams),
      inject: [EventCatalogue],
    };
    return { module: StreamsOfFeatureModule, providers: [registration] };
  }

  /** After the sequencer, which stops first. */
  async onApplicationShutdown(): Promise<void> {
    const { appends, reads, sequencer } = this.connections;
    await Promise.all([appends.end(), reads.end(), sequencer.end()]);
  }
}

@Module({})
class StreamsOfFeatureModule {}
