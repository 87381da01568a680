import type { By } from '#kernel';
import { checkStream } from '#features/checks';
import { claimStream, submissionStream } from '#features/claims';
import { evidenceStream } from '#features/evidence';
import { memberStream } from '#features/members';
import { policyStream, scaleStream } from '#features/standards';

const EDITORIAL: readonly By[] = ['editor', 'reviewer', 'approver'];
const OWN_EDITORIAL: readonly By[] = ['own editor', 'own reviewer', 'own approver'];

/** Who may send which command, as the newsroom's rules say it: written down here once more, apart from the deciders. */
const TABLE: readonly (readonly [who: readonly By[], commands: readonly string[]])[] = [
  [
    ['editor', 'approver'],
    [
      'AnchorDates',
      'ResolveDate',
      'MarkResidue',
      'AttachSnapshot',
      'CompleteTriage',
      'DeclineSubmission',
      'MarkDuplicate',
      'RestoreSubmission',
      'AcceptClaim',
      'RejectProposal',
      'NormaliseClaim',
      'AttributeClaim',
      'ClassifyCheckability',
      'SetClaimSeverity',
      'SetClaimTopics',
      'AddAppearance',
      'WithdrawAppearance',
      'AttachSubmission',
      'LinkClaim',
      'UnlinkClaim',
      'MergeClaim',
      'UnmergeClaim',
      'DismissSuggestion',
      'OpenCheck',
      'OfferAssignment',
      'OpenRound',
      'AcknowledgeArchiveFailure',
    ],
  ],
  [
    ['editor', 'as researcher'],
    ['LinkEvidence', 'DraftVerdict'],
  ],
  [['as researcher'], ['SubmitForReview']],
  [EDITORIAL, ['RetryArchive']],
  [OWN_EDITORIAL, ['AcceptAssignment', 'DeclineAssignment']],
  [
    [...EDITORIAL, 'service'],
    ['RecordQuoteCheck', 'RegisterSubmission', 'RecordTextNotes', 'ProposeClaim', 'CaptureEvidence'],
  ],
  [['as reviewer'], ['SubmitRuling', 'AmendRuling']],
  [['approver'], ['ApproveVerdict']],
  [['approver', 'service'], ['PublishVerdict']],
  [
    ['approver', 'service:installer'],
    ['DefineScale', 'DraftScaleVersion', 'MapScale', 'DefinePolicy', 'DraftPolicyVersion'],
  ],
  [
    ['approver', 'service:installer', 'admin'],
    ['PublishScaleVersion', 'ActivatePolicyVersion'],
  ],
  [
    ['admin', 'service:installer'],
    ['InviteMember', 'GrantRole'],
  ],
  [
    ['admin'],
    ['RevokeRole', 'SuspendMember', 'ReinstateMember', 'RecordDeparture', 'EraseProfile', 'EraseSubmissionContact'],
  ],
  [['own'], ['ActivateMember', 'ChangeProfile', 'SetSkills', 'DeclareInterest', 'WithdrawInterest']],
  [
    ['service'],
    [
      'RecordSimilarClaims',
      'RecordExternalChecks',
      'MarkTriageOverdue',
      'ExpireOffer',
      'RevealRulings',
      'RecordArchive',
      'RecordArchiveFailure',
    ],
  ],
];

const STREAMS = [memberStream, scaleStream, policyStream, submissionStream, claimStream, evidenceStream, checkStream];

const rows: Readonly<Record<string, { readonly by: readonly By[] }>> = Object.assign(
  {},
  ...STREAMS.map(({ decider }) => decider.rules),
);

describe('who may send which command', () => {
  it('is written for each command once', () => {
    const written = TABLE.flatMap(([, commands]) => commands).toSorted();
    expect(written).toEqual(Object.keys(rows).toSorted());
  });

  it.each(TABLE.flatMap(([who, commands]) => commands.map((command) => [command, who] as const)))(
    '%s: as its row says',
    (command, who) => {
      expect(rows[command]?.by.toSorted()).toEqual(who.toSorted());
    },
  );
});
