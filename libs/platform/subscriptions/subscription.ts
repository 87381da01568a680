import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { EventStore } from '#platform/event-store';
import type { Lease, Leases } from './leases.js';
import type { LogHeads } from './log-heads.js';
import { pause } from './pause.js';
import type { Subscriber } from './subscriber.js';
import { isDefect, isLeaseLost, isPassing } from './trouble.js';

const PAGE = 1_000;
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
const FIRST_PAUSE_AT_EVENT_MS = 1_000;
const LONGEST_PAUSE_AT_EVENT_MS = 60_000;

/** What all subscriptions of a process share. */
export type Surroundings = {
  readonly store: Pick<EventStore, 'readLog'>;
  /** The database of the worker's login. */
  readonly database: DataSource;
  readonly leases: Leases;
};

/**
 * One subscriber at one desk: reads the log from its position on, in order, dense or not at all. Whatever the subscriber
 * writes commits together with the position.
 */
export class Subscription {
  private readonly logger = new Logger('Subscriptions');
  private lease: Lease | undefined;
  private renewAt = 0;
  private limit: number;
  private failures = 0;

  constructor(
    private readonly deskId: number,
    private readonly subscriber: Subscriber,
    private readonly surroundings: Surroundings,
    private readonly page = PAGE,
  ) {
    this.limit = page;
  }

  async run(heads: LogHeads, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.goOn(heads, signal);
        this.failures = 0;
      } catch (error) {
        if (isDefect(error)) return this.logger.error(`${this.title} has ended: ${messageOf(error)}`);
        await pause(this.pauseAfter(error), signal);
      }
    }
  }

  /** Handles the next part of the log; answers how many entries that were. None: it is at the end, or is not ours. */
  async advance(): Promise<number> {
    const lease = await this.keepLease();
    if (lease === undefined) return 0;
    const { store, database, leases } = this.surroundings;
    const { name, types } = this.subscriber;
    const { next, events } = await store.readLog(this.deskId, lease.position, this.limit, types);
    if (next === lease.position) return 0;
    const renewAt = this.renewalFromNow();
    await database.transaction(async (transaction) => {
      await this.subscriber.handle(events, transaction);
      await leases.advance(transaction, { deskId: this.deskId, name }, lease, next);
    });
    this.renewAt = renewAt;
    this.lease = { ...lease, position: next };
    this.limit = Math.min(this.limit * 2, this.page);
    return next - lease.position;
  }

  private async goOn(heads: LogHeads, signal: AbortSignal): Promise<void> {
    const lease = await this.keepLease();
    if (lease === undefined) return pause(this.surroundings.leases.leaseMs / 3, signal);
    if (heads.sizeOf(this.deskId) > lease.position && (await this.advance()) > 0) return;
    await heads.news(Math.max(0, this.renewAt - performance.now()));
  }

  private async keepLease(): Promise<Lease | undefined> {
    if (this.lease !== undefined && performance.now() < this.renewAt) return this.lease;
    const renewAt = this.renewalFromNow();
    this.lease = await this.surroundings.leases.take(this.deskId, this.subscriber.name);
    this.renewAt = renewAt;
    return this.lease;
  }

  /** Near the end of the lease, counted from before the database was asked. */
  private renewalFromNow(): number {
    return performance.now() + (this.surroundings.leases.leaseMs * 2) / 3;
  }

  /**
   * How long to wait after an error. A page that cannot be handled is read again event by event; at the event that is
   * the cause this subscription stands, tries again ever more seldom, and says so. The others go on.
   */
  private pauseAfter(error: unknown): number {
    if (isLeaseLost(error)) {
      this.lease = undefined;
      return 0;
    }
    if (isPassing(error)) {
      this.logger.warn(`${this.title} waits: ${messageOf(error)}`);
      return growing(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS, this.failures++);
    }
    if (this.limit > 1) {
      this.limit = 1;
      return 0;
    }
    const milliseconds = growing(FIRST_PAUSE_AT_EVENT_MS, LONGEST_PAUSE_AT_EVENT_MS, this.failures++);
    this.logger.error(`${this.title} stands still: ${messageOf(error)} (next try in ${milliseconds / 1_000} s)`);
    return milliseconds;
  }

  private get title(): string {
    return `${this.subscriber.name} of desk ${this.deskId}`;
  }
}

const growing = (first: number, longest: number, failures: number): number => Math.min(first * 2 ** failures, longest);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
