import type { Recorded } from '#kernel';
import type { ClaimEvent } from '#features/claims';
import { ofType } from '../of-type.js';
import type { Suggestion } from './claim-page.parts.js';

type Past = readonly Recorded<ClaimEvent>[];

/** As each was suggested last, with what somebody made of it. The most alike first. */
export const suggestionsIn = (events: Past): Suggestion[] => {
  const latest = new Map<string, Suggestion>();
  for (const { data, recordedAt } of ofType(events, 'SimilarClaimsSuggested')) {
    const { matcher, matcherVersion, candidates } = data;
    for (const { claimId, score } of candidates) {
      const decision = decisionOn(claimId, events);
      latest.set(claimId, {
        claimId,
        score,
        matcher,
        matcherVersion,
        suggestedAt: recordedAt,
        ...(decision !== undefined && { decision }),
      });
    }
  }
  return [...latest.values()].toSorted((one, other) => other.score - one.score);
};

/** What was decided last. A link that was taken back, or a merger that was undone, decides nothing any more. */
const decisionOn = (claimId: string, events: Past): Suggestion['decision'] => {
  const unlinked = ofType(events, 'ClaimUnlinked').map(({ data }) => data.linkId);
  const lastUnmerger = events.findLastIndex(({ type }) => type === 'ClaimUnmerged');
  const decisions = events.flatMap((event, place): NonNullable<Suggestion['decision']>[] => {
    const said = { by: event.actor.id, at: event.recordedAt };
    if (event.type === 'ClaimLinked' && event.data.toClaimId === claimId && !unlinked.includes(event.data.linkId))
      return [{ is: 'linked', ...said }];
    if (event.type === 'ClaimMerged' && event.data.intoClaimId === claimId && place > lastUnmerger)
      return [{ is: 'merged', reason: event.data.reason, ...said }];
    if (event.type === 'SuggestionDismissed' && event.data.claimId === claimId)
      return [{ is: 'dismissed', reason: event.data.reason, ...said }];
    return [];
  });
  return decisions.at(-1);
};
