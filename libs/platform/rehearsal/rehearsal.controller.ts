import { setTimeout as sleep } from 'node:timers/promises';
import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { DomainError, demand, mayEver } from '#kernel';
import type { Instant } from '#kernel';
import { HasPatience, OpenToOperators, QueryRoute, RequestProblem, Viewer } from '#platform/http';
import type { Session } from '#platform/http';
import { RehearsalClocks } from './rehearsal-clocks.js';
import type { RehearsalClock } from './rehearsal-clocks.js';
import { LONGEST_WAIT_S, advanceClockBody, rehearsalClock } from './rehearsal.bodies.js';
import { RehearsalGuard } from './rehearsal.guard.js';

const SECOND_MS = 1_000;
const LOOK_EVERY_MS = 15;

@Controller('rehearsal')
@UseGuards(RehearsalGuard)
@OpenToOperators()
export class RehearsalController {
  constructor(private readonly clocks: RehearsalClocks) {}

  @QueryRoute('clock', { answer: rehearsalClock })
  @ApiOperation({
    summary: 'GetRehearsalClock',
    description: 'For: every member of a rehearsal desk. Other desks have no such route.',
  })
  async clock(@Viewer() { deskId }: Session): Promise<z.infer<typeof rehearsalClock>> {
    const { now, target } = await this.clockOf(deskId);
    return { now, target };
  }

  /** Answers when the clock stands there, all jobs up to then are done, and the read models know of it. */
  @Post('advance-clock')
  @HttpCode(200)
  @HasPatience((LONGEST_WAIT_S + 5) * SECOND_MS)
  @ApiExcludeEndpoint()
  async advanceClock(
    @Viewer() { deskId, actor }: Session,
    @Body({ schema: advanceClockBody }) { to, withinSeconds }: z.infer<typeof advanceClockBody>,
  ): Promise<{ readonly now: Instant }> {
    demand(mayEver(['service:operator'], actor));
    const number = await this.clocks.move(deskId, to);
    if (number === undefined) throw backwards((await this.clockOf(deskId)).now);
    const { now, done } = await this.clockAfter(deskId, number, withinSeconds);
    if (done < number) throw behind(now, to, withinSeconds);
    return { now };
  }

  /** As it stands once this move is done, or the time is over. */
  private async clockAfter(deskId: number, number: number, seconds: number): Promise<RehearsalClock> {
    const deadline = performance.now() + seconds * SECOND_MS;
    for (;;) {
      const clock = await this.clockOf(deskId);
      if (clock.done >= number || performance.now() >= deadline) return clock;
      await sleep(LOOK_EVERY_MS);
    }
  }

  private async clockOf(deskId: number): Promise<RehearsalClock> {
    const clock = await this.clocks.clockOf(deskId);
    if (clock === undefined) throw new Error(`The desk ${deskId} has no clock of its own.`);
    return clock;
  }
}

const backwards = (now: Instant): DomainError =>
  new DomainError('invalid', 'rehearsal/clock-backwards', `The clock stands at ${now}, and never goes back.`, { now });

const behind = (now: Instant, to: Instant, seconds: number): RequestProblem =>
  new RequestProblem(
    503,
    'rehearsal/clock-behind',
    `The clock stands at ${now}: no worker has brought it to ${to} within ${seconds} s. It is still asked to go there. Start a worker, or look at the job that it waits for.`,
    { headers: { 'retry-after': '1' } },
  );
