import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';

const SHORTEST_INTERVAL_MS = 10;
const ROUND_MS = 250;
const PARTITIONS_MS = 3_600_000;
const PARTITION_ROWS = 10_000_000;
/** Misuse or a broken promise of the log: it will not go away by trying. */
const DEFECTS = new Set(['DK006', 'DK007']);

/** Takes what was appended into the log of its desk. Any number of processes may do it at once: the database lets one. */
@Injectable()
export class Sequencer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Sequencer.name);
  private readonly turns = new Map<number, Promise<void>>();
  private readonly asked = new Set<number>();
  private readonly broken = new Set<number>();
  private readonly stopping = new AbortController();
  private rounds: Promise<void> | undefined;
  private partitionsAt = 0;

  constructor(
    private readonly pool: Pool,
    private readonly tendsAllDesks: boolean,
  ) {}

  onApplicationBootstrap(): void {
    if (this.tendsAllDesks) this.rounds = this.makeRounds();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.rounds;
    await Promise.all(this.turns.values());
  }

  /** Something was appended: at once if nobody is at it here, otherwise soon. */
  poke(deskId: number): void {
    if (this.stopping.signal.aborted || this.broken.has(deskId)) return;
    this.asked.add(deskId);
    if (this.turns.has(deskId)) return;
    this.turns.set(
      deskId,
      this.takeTurn(deskId).finally(() => this.turns.delete(deskId)),
    );
  }

  private async takeTurn(deskId: number): Promise<void> {
    while (this.asked.delete(deskId)) {
      try {
        if (!(await this.sequence(deskId))) this.asked.add(deskId);
      } catch (error) {
        this.report(deskId, error);
        return;
      }
      if (!(await this.pause(SHORTEST_INTERVAL_MS))) return;
    }
  }

  /** Whether nothing is left to take in. Where another process is at it, that is not known. */
  private async sequence(deskId: number): Promise<boolean> {
    const { rows } = await this.pool.query<{ readonly moved: number | null }>({ ...SEQUENCE, values: [deskId, BATCH] });
    const moved = rows[0]?.moved ?? BATCH;
    return moved < BATCH;
  }

  /** A process that appended may have died, or may not reach this far: the logs do not depend on it. */
  private async makeRounds(): Promise<void> {
    do {
      try {
        await this.ensurePartitions();
        const { rows } = await this.pool.query<{ readonly desk_id: number }>(WAITING);
        for (const { desk_id: deskId } of rows) this.poke(deskId);
      } catch (error) {
        this.logger.warn(`Looking for logs that wait: ${messageOf(error)}`);
      }
    } while (await this.pause(ROUND_MS));
  }

  /** A log that reaches the end of its partitions stands still, so there is always one more. */
  private async ensurePartitions(): Promise<void> {
    if (Date.now() < this.partitionsAt) return;
    await this.pool.query(ENSURE_PARTITIONS, [PARTITION_ROWS]);
    this.partitionsAt = Date.now() + PARTITIONS_MS;
  }

  private report(deskId: number, error: unknown): void {
    if (!isDefect(error)) return this.logger.warn(`The log of desk ${deskId} waits: ${messageOf(error)}`);
    this.broken.add(deskId);
    this.logger.error(`The log of desk ${deskId} stands still, by a defect: ${messageOf(error)}`);
  }

  /** Whether the pause was let pass. */
  private async pause(milliseconds: number): Promise<boolean> {
    try {
      await sleep(milliseconds, undefined, { signal: this.stopping.signal });
      return true;
    } catch {
      return false;
    }
  }
}

const BATCH = 2_000;
const SEQUENCE = { name: 'sequence', text: 'SELECT moved FROM event_store.sequence($1, $2)' };
const WAITING = `SELECT h.desk_id FROM event_store.log_head h WHERE EXISTS
  (SELECT FROM event_store.pending p WHERE p.desk_id = h.desk_id AND p.pos > h.floor_pos)`;
const ENSURE_PARTITIONS = `SELECT event_store.ensure_log_partitions(
  (SELECT coalesce(max(size), 0) FROM event_store.log_head) + $1)`;

const isDefect = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && DEFECTS.has(String(error.code));

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
