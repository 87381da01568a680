import { Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown, OnModuleDestroy } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import type { LogHeads } from '#platform/subscriptions';
import { Move } from './move.js';
import type { Surroundings } from './move.js';

const LOOK_EVERY_MS = 1_000;

/**
 * Moves the clocks of rehearsal desks to where they are asked to be. Each desk has one conductor at a time, whichever
 * worker that is; where one dies, another goes on. Without a rehearsal desk it asks the database for nothing.
 */
export class Conductor implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  private readonly logger = new Logger('Rehearsal');
  private readonly stopping = new AbortController();
  private readonly moving = new Map<number, Promise<void>>();
  private tending: Promise<void> | undefined;

  /** The pool is this object's. Its connections are there only while a clock moves. */
  constructor(
    private readonly pool: Pool,
    private readonly heads: LogHeads,
    private readonly surroundings: Surroundings,
  ) {}

  onApplicationBootstrap(): void {
    this.tending = this.tend();
  }

  /** Before the subscriptions and queues on which a move waits. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.tending;
    await Promise.all(this.moving.values());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private async tend(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      if (this.heads.hasRehearsals) await this.moveThoseBehind();
      await this.heads.moves(LOOK_EVERY_MS, this.stopping.signal);
    }
  }

  private async moveThoseBehind(): Promise<void> {
    try {
      const { rows } = await this.pool.query<{ readonly desk_id: number }>(BEHIND);
      for (const { desk_id: deskId } of rows) if (!this.moving.has(deskId)) this.moving.set(deskId, this.move(deskId));
    } catch (error) {
      this.logger.warn(`Looking for clocks to move: ${(error as Error).message}`);
    }
  }

  /** Who asked for a move just as the last one ended does not wait for the next look. */
  private async move(deskId: number): Promise<void> {
    const hasMoved = await this.conduct(deskId);
    this.moving.delete(deskId);
    if (hasMoved && !this.stopping.signal.aborted) await this.moveThoseBehind();
  }

  /** Whether this process has moved it to where it is asked to be. */
  private async conduct(deskId: number): Promise<boolean> {
    try {
      const client = await this.pool.connect();
      try {
        if (!(await takeLock(client, deskId))) return false;
        await new Move(client, deskId, this.surroundings).run(this.stopping.signal);
        return true;
      } finally {
        client.release(true); // and with it the lock
      }
    } catch (error) {
      this.logger.warn(`The clock of desk ${deskId} stands for now: ${(error as Error).message}`);
      return false;
    }
  }
}

/** Of the session: another one has it, or nobody does. */
const takeLock = async (client: PoolClient, deskId: number): Promise<boolean> => {
  const { rows } = await client.query<{ readonly free: boolean }>(TRY_LOCK, [LOCK, deskId]);
  return rows[0]?.free === true;
};

const LOCK = 4208;
const TRY_LOCK = 'SELECT pg_try_advisory_lock($1, $2) AS free';
const BEHIND = 'SELECT desk_id FROM operational.rehearsal_clock WHERE asked > done';
