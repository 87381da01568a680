import { Injectable } from '@nestjs/common';
import type { FactReaders } from '#kernel';
import { activePolicy, policyStream } from '#features/standards';
import type { PinnedPolicy } from '#features/standards';
import { Streams, refTo } from '#platform/event-store';
import type { SubmissionCommand } from '../domain/submission.commands.js';
import type { SubmissionState } from '../domain/submission.state.js';
import { submissionStream } from '../domain/submission.stream.js';
import { importedId } from './imported-id.js';

type Readers = FactReaders<SubmissionState, SubmissionCommand>;

/** Triage goes by the version of this one that is active, whatever policy a check is opened under. */
const TRIAGE_POLICY = 'default';

/** What decisions about a submission need to know from elsewhere. */
@Injectable()
export class SubmissionFactReaders {
  constructor(private readonly streams: Streams) {}

  readonly readers: Readers = {
    RegisterSubmission: async ({ deskId, data: { externalKey } }) => ({
      policy: await this.policyOf(deskId),
      idOfKey: idOfKey(deskId, externalKey),
    }),

    MarkDuplicate: async ({ deskId, data: { ofSubmissionId } }) => {
      const found = await this.streams.readTogether(deskId, [refTo(submissionStream, ofSubmissionId)]);
      return { isTargetThere: found.stateOf(submissionStream, ofSubmissionId) !== undefined };
    },
  };

  /** For many registrations at one moment: the policy is read once for all of them, by the first that needs it. */
  forMany(): Readers {
    let policy: Promise<PinnedPolicy | undefined> | undefined;
    return {
      ...this.readers,
      RegisterSubmission: async ({ deskId, data: { externalKey } }) => ({
        policy: await (policy ??= this.policyOf(deskId)),
        idOfKey: idOfKey(deskId, externalKey),
      }),
    };
  }

  private async policyOf(deskId: number): Promise<PinnedPolicy | undefined> {
    const found = await this.streams.readTogether(deskId, [refTo(policyStream, TRIAGE_POLICY)]);
    return activePolicy(TRIAGE_POLICY, found.stateOf(policyStream, TRIAGE_POLICY));
  }
}

const idOfKey = (deskId: number, externalKey: string | undefined): string | undefined =>
  externalKey === undefined ? undefined : importedId(deskId, externalKey);
