import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import type { Instant } from '#kernel';
import { RehearsalClocks } from './rehearsal-clocks.js';

/** The time of this machine; at a rehearsal desk, where its clock stands. */
@Injectable()
export class DeskClock extends Clock {
  constructor(private readonly rehearsals: RehearsalClocks) {
    super();
  }

  async now(deskId: number): Promise<Instant> {
    const clock = await this.rehearsals.clockOf(deskId);
    return clock?.now ?? new Date().toISOString();
  }
}
