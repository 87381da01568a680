export { CheckStages } from './domain/check-stages.js';
export { CHECKABILITIES, isRateable } from './domain/checkability.js';
export type { Checkability } from './domain/checkability.js';
export type * from './domain/claim.commands.js';
export type * from './domain/claim.events.js';
export { claimFactsOf, claimLinksOf } from './domain/claim.facts.js';
export type { ClaimFacts, ClaimStatus } from './domain/claim.facts.js';
export { RELATIONS, readsBothWays } from './domain/claim.relations.js';
export type { ClaimLink, Relation } from './domain/claim.relations.js';
export { PROPOSAL_REFUSALS, VOICES } from './domain/claim.state.js';
export type { ClaimState, ProposalRefusal, Voice } from './domain/claim.state.js';
export { claimStream } from './domain/claim.stream.js';
export { QUOTE_RESULTS } from './domain/quote-check.js';
export type { QuoteResult } from './domain/quote-check.js';
export type * from './domain/submission.commands.js';
export type * from './domain/submission.events.js';
export { DECLINE_CODES, SUBMISSION_KINDS, SUBMISSION_STATUSES, submissionFactsOf } from './domain/submission.state.js';
export type {
  Contact,
  DeclineCode,
  SubmissionFacts,
  SubmissionKind,
  SubmissionState,
  SubmissionStatus,
} from './domain/submission.state.js';
export { submissionStream } from './domain/submission.stream.js';
export { TEXT_NOTE_KINDS } from './domain/text-notes/text-note.js';
export type { NoteAuthor, TextNote, TextNoteKind } from './domain/text-notes/text-note.js';
