import { Injectable, Module } from '@nestjs/common';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { Command, CommandBus, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';
import { DomainError, defineJob, defineStream, defineTimer, enqueue, setTimer } from '#kernel';
import type { Actor, Asked, DomainCommand, DomainEvent, Envelope, PayloadOf, Reaction, Receipt } from '#kernel';
import { CommandsModule, carriedBy } from '#platform/commands';
import { EventStoreModule, Streams } from '#platform/event-store';
import { FeatureJobsModule, JobHandler } from '#platform/jobs';
import type { EnvelopeFor } from '#platform/jobs';
import { SubscriptionsModule } from '#platform/subscriptions';
import type { Projection } from '#platform/subscriptions';
import type { TestDatabase } from '../support/database.js';
import { configFor, startProcess } from './processes.js';

// A small domain for the tests of what carries events to rows and jobs: bells are hung, ring, and are tuned by a job.

export type Hang = DomainCommand<
  'Hang',
  { readonly tone: string; readonly ringAt?: string; readonly labels?: readonly string[] }
>;
export type Ring = DomainCommand<'Ring', { readonly times: number }>;
export type Tune = DomainCommand<'Tune', { readonly outcome: 'tuned' | 'broken' }>;
export type BellCommand = Hang | Ring | Tune;

export type Hung = DomainEvent<'Hung', Hang['data']>;
export type Rung = DomainEvent<'Rung', { readonly times: number }>;
export type Tuned = DomainEvent<'Tuned', { readonly outcome: 'tuned' | 'broken' }>;
export type BellEvent = Hung | Rung | Tuned;

type BellState = { readonly place: 'absent' | 'hanging'; readonly rung: number; readonly outcome?: string };

export const bellStream = defineStream<BellState, 'hanging', BellCommand, BellEvent>({
  decider: {
    category: 'bell',
    initialState: { place: 'absent', rung: 0 },
    placeOf: ({ place }) => place,
    rules: {
      Hang: { by: ['service', 'editor'], from: ['absent'], decide: ({ data }) => [{ type: 'Hung', data }] },
      Ring: {
        by: ['service', 'editor'],
        from: ['hanging'],
        decide: ({ data: { times } }, { rung }) => {
          if (times < 0) throw new DomainError('rule', 'bell/cannot-unring', 'A bell cannot be unrung.');
          return rung > 0 && times === 0 ? [] : [{ type: 'Rung', data: { times } }];
        },
      },
      Tune: {
        by: ['service'],
        from: ['hanging'],
        decide: ({ data }, { outcome }) => (outcome === undefined ? [{ type: 'Tuned', data }] : []),
      },
    },
    evolve: {
      Hung: (state) => ({ ...state, place: 'hanging' }),
      Rung: (state, { data: { times } }) => ({ ...state, rung: state.rung + times }),
      Tuned: (state, { data: { outcome } }) => ({ ...state, outcome }),
    },
  },
  upcasters: {},
});

export class ChangeBell extends Command<Receipt> {
  constructor(
    readonly command: Asked<BellCommand>,
    readonly expectedVersion?: number,
  ) {
    super();
  }
}

@CommandHandler(ChangeBell)
class ChangeBellHandler implements ICommandHandler<ChangeBell> {
  constructor(private readonly streams: Streams) {}

  execute({ command, expectedVersion }: ChangeBell): Promise<Receipt> {
    return this.streams.decide(bellStream, { command, readers: {}, expectedVersion });
  }
}

export const ringBell = defineTimer('ring-bell', bellStream, 'Ring');
export const tuneBell = defineJob<{ readonly bellId: string }>({
  queue: 'evidence',
  name: 'tune-bell',
  retry: 'timer',
});

export const ringWhenHung: Reaction<BellEvent> = {
  name: 'ring-when-hung',
  on: {
    Hung: ({ id, data: { ringAt } }) =>
      ringAt === undefined ? [] : [setTimer(ringBell, { key: [id], at: ringAt, id, data: { times: 1 } })],
  },
};

export const tuneWhenHung: Reaction<BellEvent> = {
  name: 'tune-when-hung',
  on: { Hung: ({ id }) => [enqueue(tuneBell, { key: [id], payload: { bellId: id } })] },
};

/** The world outside, which the job asks for the tone of a bell: what it says to the nth call for a bell. */
export const tuner: { answer: (call: number) => Promise<void>; readonly calls: Map<string, number> } = {
  answer: async () => undefined,
  calls: new Map(),
};

@Injectable()
class TuneBell extends JobHandler<typeof tuneBell> {
  readonly job = tuneBell;

  constructor(private readonly commands: CommandBus) {
    super();
  }

  async run({ bellId }: PayloadOf<typeof tuneBell>, envelopeFor: EnvelopeFor): Promise<void> {
    const call = (tuner.calls.get(bellId) ?? 0) + 1;
    tuner.calls.set(bellId, call);
    await tuner.answer(call);
    await this.tell(bellId, 'tuned', envelopeFor);
  }

  override async giveUp({ bellId }: PayloadOf<typeof tuneBell>, envelopeFor: EnvelopeFor): Promise<void> {
    await this.tell(bellId, 'broken', envelopeFor);
  }

  private async tell(id: string, outcome: 'tuned' | 'broken', envelopeFor: EnvelopeFor): Promise<void> {
    await this.commands.execute(
      new ChangeBell({ type: 'Tune', id, data: { outcome }, ...envelopeFor('Tune', { category: 'bell', id }) }),
    );
  }
}

@Entity({ name: 'bell_board' })
@Index(['deskId', 'tone'])
export class BellRow {
  @PrimaryColumn('int')
  deskId!: number;

  @PrimaryColumn('text')
  bellId!: string;

  @Column('text')
  tone!: string;

  @Column('text', { array: true })
  labels!: readonly string[];

  @Column('jsonb', { nullable: true })
  last!: { readonly times: number } | null;

  @Column('int', { default: 0 })
  rung!: number;

  @Column('int')
  version!: number;
}

export const bellBoard: Projection<BellEvent> = {
  name: 'bell-board',
  build: 1,
  tables: [BellRow],
  on: {
    Hung: ({ deskId, id, version, data: { tone, labels = [] } }, rows) =>
      rows.insert(BellRow, { deskId, bellId: id, tone, labels, version }),
    Rung: async ({ deskId, id, version, data: { times } }, rows) => {
      await rows.increment(BellRow, { deskId, bellId: id }, 'rung', times);
      await rows.update(BellRow, { deskId, bellId: id }, { last: { times }, version });
    },
  },
};

@Module({
  imports: [EventStoreModule.forFeature([bellStream]), CommandsModule.forFeature([carriedBy(bellStream, ChangeBell)])],
  providers: [ChangeBellHandler],
})
export class BellsModule {}

type Subscribers = Parameters<typeof SubscriptionsModule.forFeature>[0];

/** The part of a worker: what is subscribed, and the jobs. */
export const bellsWorker = (
  subscribers: Subscribers = { projections: [bellBoard], reactions: [ringWhenHung, tuneWhenHung] },
): Type => {
  @Module({
    imports: [
      BellsModule,
      FeatureJobsModule.register('bells', { handlers: [TuneBell] }),
      SubscriptionsModule.forFeature(subscribers),
    ],
  })
  class BellsWorkerModule {}
  return BellsWorkerModule;
};

export const startWorker = (database: TestDatabase, part: Type = bellsWorker()): Promise<INestApplicationContext> =>
  startProcess(configFor(database), { worker: [part] });

export const startApi = (database: TestDatabase): Promise<INestApplicationContext> =>
  startProcess(configFor(database), { api: [BellsModule] });

const ana: Actor = { kind: 'member', id: 'ana', roles: ['editor'] };

export const envelopeAt = (deskId: number, at = new Date().toISOString()): Envelope => ({
  deskId,
  commandId: v7(),
  correlationId: v7(),
  actor: ana,
  at,
});

/** Hangs a new bell, as a member would: its id. */
export const hang = async (
  app: INestApplicationContext,
  data: Hang['data'],
  { deskId = 1, id = v7(), at }: { readonly deskId?: number; readonly id?: string; readonly at?: string } = {},
): Promise<string> => {
  await app.get(CommandBus).execute(new ChangeBell({ type: 'Hang', id, data, ...envelopeAt(deskId, at) }));
  return id;
};

export const ring = async (app: INestApplicationContext, id: string, times: number, deskId = 1): Promise<Receipt> =>
  app.get(CommandBus).execute(new ChangeBell({ type: 'Ring', id, data: { times }, ...envelopeAt(deskId) }));
