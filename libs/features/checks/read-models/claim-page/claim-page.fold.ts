import type { Recorded } from '#kernel';
import type { ClaimEvent } from '#features/claims';
import { ofType } from '../of-type.js';
import type { ClaimItself } from './claim-page.answer.js';

/** `undefined`: there is no such claim. */
export const claimIn = (events: readonly Recorded<ClaimEvent>[]): ClaimItself | undefined => {
  const [proposal] = ofType(events, 'ClaimProposed');
  if (proposal === undefined) return undefined;
  const { spans, conveyors, registeredBy: _, by, ...proposed } = proposal.data;
  return {
    claimId: proposal.id,
    version: events.length,
    ...proposed,
    spans: [...spans],
    conveyors: [...conveyors],
    proposedBy: by,
    proposedAt: proposal.recordedAt,
    ...judgementIn(events),
    appearances: ofType(events, 'ClaimAppearanceAdded').map(({ data }) => data),
  };
};

/** A rejected proposal may still be accepted: what was said last holds. */
const judgementIn = (
  events: readonly Recorded<ClaimEvent>[],
): Pick<ClaimItself, 'status' | 'accepted' | 'rejected'> => {
  const acceptance = ofType(events, 'ClaimAccepted').at(-1);
  if (acceptance !== undefined) {
    const { reason: _, topics = [], by, ...assessed } = acceptance.data;
    const accepted = { ...assessed, topics: [...topics], acceptedBy: by, acceptedAt: acceptance.recordedAt };
    return { status: 'accepted', accepted };
  }
  const rejection = ofType(events, 'ClaimProposalRejected').at(-1);
  if (rejection === undefined) return { status: 'proposed' };
  return { status: 'rejected', rejected: { ...rejection.data, rejectedAt: rejection.recordedAt } };
};
