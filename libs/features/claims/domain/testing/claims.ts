import type { Actor, DataOf, Envelope, OfType, Party } from '#kernel';
import type { ClaimCommand } from '../claim.commands.js';
import type { ClaimEvent } from '../claim.events.js';
import type { SubmissionFacts } from '../submission.state.js';

export const member = (id: string, role: string): Actor => ({ kind: 'member', id, roles: [role] });
export const ana = member('ana', 'editor');
export const ben = member('ben', 'reviewer');
export const eva = member('eva', 'approver');
export const gus = member('gus', 'auditor');
export const job: Actor = { kind: 'service', id: 'service:find-similar-claims', roles: [] };

export const agency: Party = { key: 'org:kcna', name: 'KCNA', kind: 'organisation' };
export const ministry: Party = { key: 'org:ministry', name: 'A ministry', kind: 'organisation' };

export const QUOTE = 'we have never conducted ‘arms deals with Russia';

export const proposed: ClaimEvent = {
  type: 'ClaimProposed',
  data: {
    submissionId: 's1',
    revision: 1,
    spans: [{ start: 1340, end: 1387 }],
    quote: QUOTE,
    text: 'North Korea has never had arms dealings with Russia',
    language: 'en',
    claimant: ministry,
    conveyors: [agency],
    voice: 'quoted',
    statedOn: { precision: 'unresolved' },
    registeredBy: 'ana',
    by: 'ben',
  },
};
export const rejected: ClaimEvent = { type: 'ClaimProposalRejected', data: { code: 'trivial' } };
export const accepted: ClaimEvent = {
  type: 'ClaimAccepted',
  data: { severity: 'medium', checkability: 'factual', by: 'cleo' },
};
export const merged: ClaimEvent = {
  type: 'ClaimMerged',
  data: { intoClaimId: 'c1', reason: 'Both say the same.' },
};

/** Everything up to the claim that is in force. */
export const inForce: readonly ClaimEvent[] = [proposed, accepted];

export const submission: SubmissionFacts = { status: 'triaged', registeredBy: 'ben', text: '🚀 A tip.', residue: [] };

type WithFacts = 'ProposeClaim' | 'LinkClaim' | 'MergeClaim' | 'AttachSubmission';
type Plain = Exclude<ClaimCommand['type'], WithFacts>;

const envelope = (actor: Actor): Envelope & { readonly id: string } => ({
  id: 'c4',
  deskId: 1,
  commandId: 'command',
  correlationId: 'request',
  actor,
  at: '2026-11-22T10:00:00.000Z',
});

/** A command for claim `c4`, of one that needs no facts. */
export const command = <Name extends Plain>(
  type: Name,
  data: DataOf<OfType<ClaimCommand, Name>>,
  actor: Actor = ana,
): Envelope & {
  readonly id: string;
  readonly type: Name;
  readonly data: DataOf<OfType<ClaimCommand, Name>>;
} => ({ type, data, ...envelope(actor) });
