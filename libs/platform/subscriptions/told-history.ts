import type { DataSource } from 'typeorm';
import type { Reaction } from '#kernel';
import type { EventStore, LogPage } from '#platform/event-store';
import { Leases } from './leases.js';
import { ProjectionBuilds } from './projection-builds.js';
import { subscriptionOf } from './projection.js';
import type { AnyProjection } from './projection.js';
import { projecting } from './subscriber.js';
import { Subscription } from './subscription.js';

const LEASE_MS = 60_000;
const PAGE = 5_000;
/** Fewer than there are connections: who waits for one too long is sent away. */
const AT_ONCE = 3;

type Place = { readonly deskId: number; readonly store: EventStore; readonly database: DataSource };

/** What listens at a desk. */
export type Listening = {
  readonly projections: readonly AnyProjection[];
  readonly reactions: readonly Reaction<never>[];
};

/** Some worker listens at this desk already. */
export class DeskTaken extends Error {
  override readonly name = 'DeskTaken';
}

/**
 * A history that is written down at once, and not lived: nobody else listens while it is written, its read models are
 * brought up in large parts, and nothing follows from what it tells, since all that followed is told too.
 */
export class ToldHistory {
  private readonly leases: Leases;
  private readonly names: readonly string[];
  private keptAt = 0;

  private constructor(
    private readonly place: Place,
    private readonly listening: Listening,
  ) {
    this.leases = new Leases(place.database, LEASE_MS);
    this.names = [...listening.projections.map(subscriptionOf), ...listening.reactions.map(({ name }) => name)];
  }

  /** Throws `DeskTaken`. */
  static async begin(place: Place, listening: Listening): Promise<ToldHistory> {
    const history = new ToldHistory(place, listening);
    const builds = new ProjectionBuilds(place.database);
    for (const projection of listening.projections) await builds.prepare(projection);
    await history.leases.begin(history.names);
    await history.keep();
    return history;
  }

  /** To be called every now and then while it is written. */
  async keep(): Promise<void> {
    if (performance.now() - this.keptAt < LEASE_MS / 4) return;
    const { deskId } = this.place;
    for (const name of this.names)
      if ((await this.leases.take(deskId, name)) === undefined)
        throw new DeskTaken(`${name} is kept by another process.`);
    this.keptAt = performance.now();
  }

  /** Brings the read models to the end of the log, and lets all others begin there. */
  async end(onPosition: (position: number) => void): Promise<void> {
    const { deskId, database } = this.place;
    const surroundings = { store: new SharedPages(this.place.store), database, leases: this.leases };
    const subscriptions = this.listening.projections.map(
      (projection) => new Subscription(deskId, projecting(projection), surroundings, PAGE),
    );
    for (let position = 0, moved = 1; moved > 0; onPosition(position)) {
      moved = 0;
      for (let first = 0; first < subscriptions.length; first += AT_ONCE) {
        const some = subscriptions.slice(first, first + AT_ONCE);
        moved = Math.max(moved, ...(await Promise.all(some.map((subscription) => subscription.advance()))));
      }
      position += moved;
      await this.keep();
    }
    for (const { name } of this.listening.reactions) await this.passOver(name);
  }

  async release(): Promise<void> {
    await this.leases.release();
  }

  private async passOver(name: string): Promise<void> {
    const { deskId, database } = this.place;
    const lease = await this.leases.take(deskId, name);
    if (lease === undefined) throw new DeskTaken(`${name} is kept by another process.`);
    const [head] = await database.query<readonly { readonly size: string }[]>(SIZE, [deskId]);
    const end = Number(head?.size ?? 0);
    await database.transaction((transaction) => this.leases.advance(transaction, { deskId, name }, lease, end));
  }
}

const SIZE = 'SELECT size FROM event_store.log_head WHERE desk_id = $1';

/** Pages of the log that begin at whole multiples of their size: read once for all who ask for a part of one. */
class SharedPages implements Pick<EventStore, 'readLog'> {
  private from = -1;
  private page: Promise<LogPage> | undefined;

  constructor(private readonly store: EventStore) {}

  async readLog(deskId: number, from: number, limit: number, types: readonly string[] = []): Promise<LogPage> {
    const start = from - (from % PAGE);
    if (start !== this.from || this.page === undefined) {
      this.from = start;
      this.page = this.store.readLog(deskId, start, PAGE);
    }
    const { next, events } = await this.page;
    if (next < start + PAGE) this.page = undefined; // the last one may grow
    const end = Math.min(next, from + limit);
    const wanted = events.slice(from - start, Math.max(0, end - start));
    return { from, next: Math.max(from, end), events: wanted.filter(({ type }) => types.includes(type)) };
  }
}
