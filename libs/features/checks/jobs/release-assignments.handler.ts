import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { PayloadOf } from '#kernel';
import { memberFactsOf, memberStream } from '#features/members';
import { Streams, refTo } from '#platform/event-store';
import { JobHandler } from '#platform/jobs';
import type { EnvelopeFor } from '#platform/jobs';
import { ReadModelPosition } from '#platform/subscriptions';
import { ChangeCheck } from '../commands/change-check.js';
import { checkStream } from '../domain/check.stream.js';
import { lapsedAssignments } from '../domain/lapsed-assignments.js';
import type { Lapsed } from '../domain/lapsed-assignments.js';
import { Workload } from '../read-models/workload/workload.query.js';
import { releaseAssignments } from './release-assignments.job.js';

const CHECKS_AT_ONCE = 50;

/** The read model that says where to look has not come as far as the event: this is tried again. */
class WorkloadLags extends Error {
  override readonly name = 'WorkloadLags';
}

/**
 * Ends each open assignment that a member can hold no longer. Where he has one, a read model says, but not before it
 * knows of the event; whether it stands, the streams say.
 */
@Injectable()
export class ReleaseAssignments extends JobHandler<typeof releaseAssignments> {
  readonly job = releaseAssignments;

  constructor(
    private readonly workload: Workload,
    private readonly readModels: ReadModelPosition,
    private readonly streams: Streams,
    private readonly commands: CommandBus,
  ) {
    super();
  }

  async run({ memberId, version }: PayloadOf<typeof releaseAssignments>, envelopeFor: EnvelopeFor): Promise<void> {
    const { deskId } = envelopeFor('ReleaseAssignment', refTo(memberStream, memberId));
    const event = { stream: `member-${memberId}`, version };
    if (!(await this.readModels.waitFor(deskId, 'workload', event)))
      throw new WorkloadLags(`The workload does not know of member-${memberId}@${version} yet.`);

    const checkIds = await this.workload.checksOf(deskId, memberId);
    for (let from = 0; from < checkIds.length; from += CHECKS_AT_ONCE)
      await this.releaseIn(checkIds.slice(from, from + CHECKS_AT_ONCE), { deskId, memberId, envelopeFor });
  }

  private async releaseIn(checkIds: readonly string[], { deskId, memberId, envelopeFor }: Of): Promise<void> {
    const checks = checkIds.map((id) => refTo(checkStream, id));
    const found = await this.streams.readTogether(deskId, [refTo(memberStream, memberId), ...checks]);
    const member = memberFactsOf(memberId, found.stateOf(memberStream, memberId));
    if (member === undefined) return;
    for (const checkId of checkIds) {
      const check = found.stateOf(checkStream, checkId);
      for (const lapsed of check === undefined ? [] : lapsedAssignments(member, check))
        await this.release(checkId, lapsed, envelopeFor);
    }
  }

  /** A member may hold several capacities on one check: each release has an id of its own. */
  private async release(checkId: string, data: Lapsed, envelopeFor: EnvelopeFor): Promise<void> {
    const envelope = envelopeFor(`ReleaseAssignment/${data.assignmentId}`, refTo(checkStream, checkId));
    await this.commands.execute(new ChangeCheck({ type: 'ReleaseAssignment', id: checkId, data, ...envelope }));
  }
}

type Of = { readonly deskId: number; readonly memberId: string; readonly envelopeFor: EnvelopeFor };
