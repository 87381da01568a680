import { Injectable } from '@nestjs/common';
import type { FactReaders } from '#kernel';
import { claimFactsOf, claimStream } from '#features/claims';
import { evidenceFactsOf, evidenceStream } from '#features/evidence';
import type { EvidenceFacts } from '#features/evidence';
import { memberFactsOf, memberStream } from '#features/members';
import type { MemberFacts } from '#features/members';
import { activePolicy, policyStream, publishedScale, scaleStream } from '#features/standards';
import { Streams, refTo } from '#platform/event-store';
import type { StreamRef, Together } from '#platform/event-store';
import type { CheckCommand, Precedent } from '../domain/check.commands.js';
import { evidenceIdsOf, liveOf, rulesOf } from '../domain/check.state.js';
import type { CheckState } from '../domain/check.state.js';
import { checkStream } from '../domain/check.stream.js';
import { DEFAULT_POLICY } from '../domain/case.decisions.js';
import { ClaimLinks } from '../read-models/claim-links/claim-links.query.js';
import { Workload } from '../read-models/workload/workload.query.js';

/**
 * What decisions about a check need to know from elsewhere: in one read of all streams of a command, on the primary, once
 * the check is folded. How much a member has to do, and which claims are linked, come from read models and may lag.
 */
@Injectable()
export class CheckFacts {
  constructor(
    private readonly streams: Streams,
    private readonly workload: Workload,
    private readonly claimLinks: ClaimLinks,
  ) {}

  readonly readers: FactReaders<CheckState, CheckCommand> = {
    OpenCheck: async ({ deskId, id, data: { policyId = DEFAULT_POLICY } }) => {
      const found = await this.read(deskId, [refTo(claimStream, id), refTo(policyStream, policyId)]);
      return { claim: claimIn(found, id), policy: activePolicy(policyId, found.stateOf(policyStream, policyId)) };
    },

    OfferAssignment: ({ deskId, data: { memberId } }) => this.forAssignee(deskId, memberId),
    TransferAssignment: ({ deskId, data: { toMemberId } }) => this.forAssignee(deskId, toMemberId),

    AcceptAssignment: async ({ deskId, actor }) => ({
      member: memberIn(await this.read(deskId, [refTo(memberStream, actor.id)]), actor.id),
    }),

    LinkEvidence: async ({ deskId, data: { evidenceId } }) => {
      const found = await this.read(deskId, [refTo(evidenceStream, evidenceId)]);
      return { evidence: evidenceFactsOf(evidenceId, found.stateOf(evidenceStream, evidenceId)) };
    },

    ReassessEvidence: async ({ deskId, data: { linkId } }, state) => {
      const evidenceIds = evidenceIdsOf(state, [linkId]);
      const found = await this.read(deskId, evidenceIds.map(evidenceRef));
      return { evidence: evidenceIn(found, evidenceIds)[0] };
    },

    SubmitForReview: async ({ deskId, id }, state) => {
      const evidenceIds = evidenceIdsOf(state);
      const found = await this.read(deskId, [refTo(claimStream, id), ...evidenceIds.map(evidenceRef)]);
      return { claim: claimIn(found, id), evidence: evidenceIn(found, evidenceIds) };
    },

    OpenRound: async ({ deskId, id, data: { reviewers } }, state) => {
      const { scaleId, version } = rulesOf(state).scale;
      const named = [...new Set(reviewers)];
      const wanted = [refTo(claimStream, id), refTo(scaleStream, scaleId), ...named.map(memberRef)];
      const found = await this.read(deskId, wanted);
      const members = named.map((memberId) => memberIn(found, memberId));
      return {
        claim: claimIn(found, id),
        members: members.filter((member) => member !== undefined),
        scale: publishedScale(scaleId, version, found.stateOf(scaleStream, scaleId)),
      };
    },

    SubmitRuling: (command, state) => this.forRuling(command, state),
    AmendRuling: (command, state) => this.forRuling(command, state),
    RecordTieBreak: async ({ deskId, actor }) => ({
      member: memberIn(await this.read(deskId, [memberRef(actor.id)]), actor.id),
    }),

    ResumeCheck: async ({ deskId, id }) => ({
      claim: claimIn(await this.read(deskId, [refTo(claimStream, id)]), id),
    }),

    DraftVerdict: async ({ deskId, id }) => ({
      claim: claimIn(await this.read(deskId, [refTo(claimStream, id)]), id),
    }),

    RefuseApproval: (command) => this.forSigner(command),
    ScheduleVerdict: (command) => this.forSigner(command),
    ApproveVerdict: (command, state) => this.forSignature(command, state),
    PublishVerdict: (command, state) => this.forSignature(command, state),
  };

  /** Who is asked to take part, and how much he has to do. */
  private async forAssignee(deskId: number, memberId: string) {
    const member = memberIn(await this.read(deskId, [memberRef(memberId)]), memberId);
    return { member: member && { ...member, openLoad: await this.workload.openLoadOf(deskId, memberId) } };
  }

  /** The member, and what the desk has published on the claims that this one varies or repeats. */
  private async forRuling({ deskId, id, actor }: Asker, state: CheckState): Promise<RulingFacts> {
    const isAsked = rulesOf(state).review.answerPrecedents;
    const linked = isAsked ? await this.claimLinks.precedentsOf(deskId, id) : [];
    const found = await this.read(deskId, [memberRef(actor.id), ...linked.map(checkRef)]);
    return { member: memberIn(found, actor.id), precedents: linked.flatMap((checkId) => precedentIn(found, checkId)) };
  }

  /** Who signs, or sets a time for it, and the claim in whose parties he may have an interest. */
  private async forSigner({ deskId, id, actor }: Asker) {
    const found = await this.read(deskId, [refTo(claimStream, id), memberRef(actor.id)]);
    return { claim: claimIn(found, id), member: memberIn(found, actor.id) };
  }

  /** Whatever could have changed since the draft was written: claim, cited evidence, and who signs. */
  private async forSignature({ deskId, id, actor }: Asker, state: CheckState) {
    const evidenceIds = evidenceIdsOf(state, state.draft?.citedLinkIds ?? []);
    const wanted = [refTo(claimStream, id), memberRef(actor.id), ...evidenceIds.map(evidenceRef)];
    const found = await this.read(deskId, wanted);
    return {
      claim: claimIn(found, id),
      evidence: evidenceIn(found, evidenceIds),
      member: memberIn(found, actor.id),
    };
  }

  private read(deskId: number, wanted: readonly StreamRef[]): Promise<Together> {
    return this.streams.readTogether(deskId, wanted);
  }
}

type Asker = Pick<CheckCommand, 'deskId' | 'id' | 'actor'>;

type RulingFacts = { readonly member: MemberFacts | undefined; readonly precedents: readonly Precedent[] };

const checkRef = (id: string): StreamRef => refTo(checkStream, id);

const memberRef = (id: string): StreamRef => refTo(memberStream, id);

const evidenceRef = (id: string): StreamRef => refTo(evidenceStream, id);

const claimIn = (found: Together, id: string) => claimFactsOf(id, found.stateOf(claimStream, id));

const memberIn = (found: Together, id: string) => memberFactsOf(id, found.stateOf(memberStream, id));

const evidenceIn = (found: Together, ids: readonly string[]): readonly EvidenceFacts[] =>
  ids.map((id) => evidenceFactsOf(id, found.stateOf(evidenceStream, id))).filter((facts) => facts !== undefined);

const precedentIn = (found: Together, checkId: string): readonly Precedent[] => {
  const check = found.stateOf(checkStream, checkId);
  const live = check && liveOf(check);
  return live === undefined ? [] : [{ checkId, finding: live.finding }];
};
