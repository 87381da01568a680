import { evidenceChangesIn, of } from './history.js';
import type { Past } from './history.js';

/** Researched, drafted, or handled the claim. */
export const tookPart = (past: Past): readonly string[] => [
  ...of(past, 'AssignmentAccepted').flatMap(({ data }) => (data.capacity === 'researcher' ? [data.memberId] : [])),
  ...evidenceChangesIn(past).map(({ by }) => by),
  ...of(past, 'QuestionAnswered').map(({ data }) => data.by),
  ...of(past, 'ReplyReceived').map(({ data }) => data.by),
  ...of(past, 'VerdictDrafted').map(({ data }) => data.by),
  ...of(past, 'CheckOpened').flatMap(({ data: { claim } }) => [claim.registeredBy, claim.proposedBy, claim.acceptedBy]),
];
