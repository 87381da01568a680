import type { Decider } from '#kernel';
import { assessment } from './assessment.decisions.js';
import type { ClaimCommand } from './claim.commands.js';
import { notAccepted } from './claim.errors.js';
import type { ClaimEvent } from './claim.events.js';
import type { ClaimPlace } from './claim.phase.js';
import type { ClaimState } from './claim.state.js';
import { lookups } from './lookups.decisions.js';
import { occurrences } from './occurrences.decisions.js';
import { proposal } from './proposal.decisions.js';
import { relations } from './relations.decisions.js';

export const claimDecider: Decider<ClaimState, ClaimPlace, ClaimCommand, ClaimEvent> = {
  category: 'claim',
  initialState: { status: 'absent' },
  placeOf: ({ status }) => status,
  elsewhere: {
    AcceptClaim: notAccepted,
    RejectProposal: notAccepted,
    NormaliseClaim: notAccepted,
    AttributeClaim: notAccepted,
    ClassifyCheckability: notAccepted,
    SetClaimSeverity: notAccepted,
    SetClaimTopics: notAccepted,
    AddAppearance: notAccepted,
    WithdrawAppearance: notAccepted,
    AttachSubmission: notAccepted,
    RecordQuoteCheck: notAccepted,
    LinkClaim: notAccepted,
    UnlinkClaim: notAccepted,
    MergeClaim: notAccepted,
    UnmergeClaim: notAccepted,
    DismissSuggestion: notAccepted,
  },
  rules: { ...proposal.rules, ...assessment.rules, ...occurrences.rules, ...relations.rules, ...lookups.rules },
  evolve: { ...proposal.evolve, ...assessment.evolve, ...occurrences.evolve, ...relations.evolve, ...lookups.evolve },
};
