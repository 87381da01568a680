import { Injectable } from '@nestjs/common';
import { CheckStages } from '#features/claims';
import { Streams, refTo } from '#platform/event-store';
import { checkStream } from '../domain/check.stream.js';

/** A check has its claim's id. Its stage is read on the primary, from its own stream. */
@Injectable()
export class StagesOfChecks extends CheckStages {
  constructor(private readonly streams: Streams) {
    super();
  }

  async stageOf(deskId: number, claimId: string): Promise<string | undefined> {
    const found = await this.streams.readTogether(deskId, [refTo(checkStream, claimId)]);
    return found.stateOf(checkStream, claimId)?.stage?.name;
  }
}
