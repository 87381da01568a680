import { Logger } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { pause } from './pause.js';

const SHORTEST_INTERVAL_MS = 50;
const LONGEST_INTERVAL_MS = 250;
const RECONNECT_MS = 500;

/**
 * How long the log of each desk is, as far as this process knows, and which desks are rehearsals. One look for all desks
 * and all subscriptions: at each notification, and every 50 to 250 ms, since a notification is a hint and may be lost.
 */
export class LogHeads {
  private readonly logger = new Logger('Subscriptions');
  private readonly sizes = new Map<number, number>();
  private readonly rehearsals = new Set<number>();
  private readonly waiting = new Set<() => void>();
  private readonly waitingForMoves = new Set<() => void>();
  private readonly stopping = new AbortController();
  private looking: Promise<void> | undefined;
  private isNotified = false;
  private hurry: () => void = () => undefined;

  /** The pool is this object's: one connection, which listens and looks. */
  constructor(private readonly pool: Pool) {}

  start(): void {
    this.looking = this.lookOn();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.notify();
    this.tell();
    tellAll(this.waitingForMoves);
    await this.looking;
    await this.pool.end();
  }

  get desks(): readonly number[] {
    return [...this.sizes.keys()];
  }

  /** Whether there is a desk whose clock stands until it is moved. */
  get hasRehearsals(): boolean {
    return this.rehearsals.size > 0;
  }

  sizeOf(deskId: number): number {
    return this.sizes.get(deskId) ?? 0;
  }

  /** Until some log has grown, or the time is over. */
  news(milliseconds: number): Promise<void> {
    return this.untilTold(this.waiting, milliseconds);
  }

  /** Until the clock of some rehearsal desk is asked to move, or the time is over, or the signal comes. */
  async moves(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const stop = (): void => tellAll(this.waitingForMoves);
    signal.addEventListener('abort', stop, { once: true });
    await this.untilTold(this.waitingForMoves, milliseconds);
    signal.removeEventListener('abort', stop);
  }

  private async untilTold(waiting: Set<() => void>, milliseconds: number): Promise<void> {
    if (this.stopping.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      waiting.add(done);
    });
  }

  private async lookOn(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.lookThroughOneConnection();
      } catch (error) {
        if (!signal.aborted) this.logger.warn(`The heads of the logs: ${(error as Error).message}`);
      }
      await pause(RECONNECT_MS, signal);
    }
  }

  /** After a loss: listen first, then look, so that nothing falls between. */
  private async lookThroughOneConnection(): Promise<void> {
    const { signal } = this.stopping;
    const client = await this.pool.connect();
    try {
      client.on('notification', ({ channel }) => {
        if (channel === MOVES) tellAll(this.waitingForMoves);
        else this.notify();
      });
      await client.query(`LISTEN docket_log; LISTEN ${MOVES}`);
      let interval = SHORTEST_INTERVAL_MS;
      while (!signal.aborted) {
        this.isNotified = false;
        const hasGrown = await this.look(client);
        interval = hasGrown ? SHORTEST_INTERVAL_MS : Math.min(interval * 2, LONGEST_INTERVAL_MS);
        if (!this.isNotified) await this.untilNotified(interval);
      }
    } finally {
      client.release(true);
    }
  }

  private async look(client: PoolClient): Promise<boolean> {
    const { rows } = await client.query<HeadRow>(HEADS);
    const grown = rows.filter(({ desk_id: deskId, size }) => this.sizes.get(deskId) !== Number(size));
    for (const { desk_id: deskId, size, rehearsal } of grown) {
      this.sizes.set(deskId, Number(size));
      if (rehearsal) this.rehearsals.add(deskId);
    }
    if (grown.length > 0) this.tell();
    return grown.length > 0;
  }

  private notify(): void {
    this.isNotified = true;
    this.hurry();
  }

  private async untilNotified(milliseconds: number): Promise<void> {
    const hurry = new AbortController();
    this.hurry = () => hurry.abort();
    await pause(milliseconds, hurry.signal);
  }

  private tell(): void {
    tellAll(this.waiting);
  }
}

type HeadRow = { readonly desk_id: number; readonly size: string; readonly rehearsal: boolean };

const HEADS = { name: 'log-heads', text: 'SELECT desk_id, size, rehearsal FROM event_store.log_head' };
const MOVES = 'docket_rehearsal';

const tellAll = (waiting: ReadonlySet<() => void>): void => {
  for (const done of waiting) done();
};
