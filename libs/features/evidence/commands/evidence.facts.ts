import { Injectable } from '@nestjs/common';
import type { FactReaders } from '#kernel';
import { memberFactsOf, memberStream } from '#features/members';
import { DEFAULT_RULES, activePolicy, policyStream } from '#features/standards';
import { Streams, refTo } from '#platform/event-store';
import { FileCatalogue } from '#platform/file-store';
import type { EvidenceCommand } from '../domain/evidence.commands.js';
import type { EvidenceState } from '../domain/evidence.state.js';
import { evidenceStream } from '../domain/evidence.stream.js';

/** How often copies are looked at goes by the version of this one that is active: evidence belongs to no check. */
const KEEPING_POLICY = 'default';

/** What decisions about evidence need to know from elsewhere: of people and rules on the primary, of files as they came. */
@Injectable()
export class EvidenceFactReaders {
  constructor(
    private readonly streams: Streams,
    private readonly files: FileCatalogue,
  ) {}

  readonly readers: FactReaders<EvidenceState, EvidenceCommand> = {
    CaptureEvidence: async ({ deskId, data: { file } }) => ({
      file: file && (await this.files.find(deskId, file.sha256)),
    }),

    RestrictAccess: async ({ deskId, data: { memberIds } }) => {
      const named = [...new Set(memberIds)];
      const wanted = named.map((id) => refTo(memberStream, id));
      const found = await this.streams.readTogether(deskId, wanted);
      const members = named.map((id) => memberFactsOf(id, found.stateOf(memberStream, id)));
      return { members: members.filter((member) => member !== undefined) };
    },

    RecordIntegrity: async ({ deskId, id }) => {
      const wanted = [refTo(evidenceStream, id), refTo(policyStream, KEEPING_POLICY)];
      const found = await this.streams.readTogether(deskId, wanted);
      const policy = activePolicy(KEEPING_POLICY, found.stateOf(policyStream, KEEPING_POLICY));
      const verified = found.eventsOf(evidenceStream, id).findLast(({ type }) => type === 'EvidenceIntegrityVerified');
      const { evidence } = policy?.rules ?? DEFAULT_RULES;
      return { verifyEvery: evidence.verifyEvery, verifiedAt: verified?.recordedAt };
    },
  };
}
