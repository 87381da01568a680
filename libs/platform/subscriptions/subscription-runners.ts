import { Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { AnyEvent, Reaction } from '#kernel';
import type { JobStager } from '#platform/jobs';
import type { LogHeads } from './log-heads.js';
import { ProjectionBuilds } from './projection-builds.js';
import type { AnyProjection } from './projection.js';
import { projecting, reacting } from './subscriber.js';
import type { Subscriber } from './subscriber.js';
import { Subscription } from './subscription.js';
import type { Surroundings } from './subscription.js';

const LOOK_FOR_DESKS_MS = 1_000;

/** Runs every projection and every reaction of this process at every desk, also at those that are made meanwhile. */
export class SubscriptionRunners implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Subscriptions');
  private readonly builds: ProjectionBuilds;
  private readonly projections: AnyProjection[] = [];
  private readonly reactions: Reaction<AnyEvent>[] = [];
  private readonly stopping = new AbortController();
  private readonly running = new Map<number, readonly Promise<void>[]>();
  private subscribers: readonly Subscriber[] = [];
  private building: readonly AnyProjection[] = [];
  private tending: Promise<void> | undefined;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly stager: JobStager,
    private readonly heads: LogHeads,
  ) {
    this.builds = new ProjectionBuilds(surroundings.database);
  }

  add(projections: readonly AnyProjection[], reactions: readonly Reaction<AnyEvent>[]): void {
    this.projections.push(...projections);
    this.reactions.push(...reactions);
  }

  /** Under which names this process keeps its places in the log of each desk. */
  get names(): readonly string[] {
    return this.subscribers.map(({ name }) => name);
  }

  /** The tables are there, and the first builds served, before this process says that it has started. */
  async onApplicationBootstrap(): Promise<void> {
    const live: AnyProjection[] = [];
    const building: AnyProjection[] = [];
    for (const projection of this.projections) {
      const state = await this.builds.prepare(projection);
      if (state !== 'retired') live.push(projection);
      if (state === 'building') building.push(projection);
    }
    this.building = building;
    this.subscribers = [...live.map(projecting), ...this.reactions.map((reaction) => reacting(reaction, this.stager))];
    this.heads.start();
    this.tending = this.tend();
  }

  /** Each ends with the page at which it is. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.heads.stop();
    await this.tending;
    await Promise.all([...this.running.values()].flat());
    await this.surroundings.leases.release().catch((error: Error) => this.logger.warn(error.message));
  }

  private async tend(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.startAtNewDesks();
        await this.switchBuilds();
      } catch (error) {
        this.logger.warn(`Looking for new desks and builds: ${(error as Error).message}`);
      }
      await this.heads.news(LOOK_FOR_DESKS_MS);
    }
  }

  private async startAtNewDesks(): Promise<void> {
    const desks = this.heads.desks.filter((deskId) => !this.running.has(deskId));
    if (desks.length === 0) return;
    await this.surroundings.leases.begin(this.names);
    for (const deskId of desks) this.running.set(deskId, this.startAt(deskId));
  }

  private startAt(deskId: number): readonly Promise<void>[] {
    return this.subscribers.map((subscriber) =>
      new Subscription(deskId, subscriber, this.surroundings).run(this.heads, this.stopping.signal),
    );
  }

  private async switchBuilds(): Promise<void> {
    const left: AnyProjection[] = [];
    for (const projection of this.building)
      if (!(await this.builds.switchIfCaughtUp(projection))) left.push(projection);
    this.building = left;
  }
}
