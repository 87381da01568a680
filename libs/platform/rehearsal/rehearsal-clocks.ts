import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Instant } from '#kernel';
import { withPatience } from '#platform/event-store';

/** How the clock of a rehearsal desk stands. */
export type RehearsalClock = {
  readonly now: Instant;
  /** Where it is asked to go: equal to `now`, unless it is on its way. */
  readonly target: Instant;
  /** How many moves were asked for, and up to which of them everything is done. */
  readonly asked: number;
  readonly done: number;
};

type ClockRow = {
  readonly rehearsal: boolean;
  readonly stands_at: Date | null;
  readonly target: Date | null;
  readonly asked: string | null;
  readonly done: string | null;
};

/** The clocks of rehearsal desks. What a desk is never changes, so that nobody asks twice about an ordinary one. */
@Injectable()
export class RehearsalClocks {
  private readonly kinds = new Map<number, 'ordinary' | 'rehearsal'>();

  constructor(private readonly database: DataSource) {}

  async isRehearsal(deskId: number): Promise<boolean> {
    if (!this.kinds.has(deskId)) await this.clockOf(deskId);
    return this.kinds.get(deskId) === 'rehearsal';
  }

  /** `undefined` at an ordinary desk. */
  async clockOf(deskId: number): Promise<RehearsalClock | undefined> {
    if (this.kinds.get(deskId) === 'ordinary') return undefined;
    const [row] = await withPatience(() => this.database.query<readonly ClockRow[]>(CLOCK_OF, [deskId]));
    if (row === undefined) return undefined;
    this.kinds.set(deskId, row.rehearsal ? 'rehearsal' : 'ordinary');
    return row.rehearsal ? clockIn(row, deskId) : undefined;
  }

  /** Asks for a move, which workers make: its number. `undefined`: it would be backwards. */
  async move(deskId: number, to: Instant): Promise<number | undefined> {
    const [row] = await withPatience(() =>
      this.database.query<readonly { readonly number: string | null }[]>(MOVE, [deskId, to]),
    );
    return row === undefined || row.number === null ? undefined : Number(row.number);
  }
}

const clockIn = ({ stands_at: now, target, asked, done }: ClockRow, deskId: number): RehearsalClock => {
  if (now === null || target === null) throw new Error(`The rehearsal desk ${deskId} has no clock.`);
  return { now: now.toISOString(), target: target.toISOString(), asked: Number(asked), done: Number(done) };
};

const CLOCK_OF = 'SELECT * FROM operational.clock_of_desk($1)';
const MOVE = 'SELECT operational.move_clock($1, $2) AS number';
