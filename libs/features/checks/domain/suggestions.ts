import { DomainError, decide } from '#kernel';
import type { Candidate, Search } from './candidates.js';
import { checkDecider } from './check.decider.js';
import type { CheckState } from './check.state.js';
import { reasonsFor } from './suggestion.reasons.js';
import type { Reason } from './suggestion.reasons.js';

export type Suggestion = {
  readonly candidate: Candidate;
  /** Why an offer to him would be refused, if it would. */
  readonly refusal?: { readonly code: string; readonly sentence: string };
  readonly reasons: readonly Reason[];
};

/** Who could take it, best first, and then who could not: each with what speaks for him and what against. */
export const suggestionsFor = (
  search: Search,
  candidates: readonly Candidate[],
  state: CheckState,
): readonly Suggestion[] => candidates.map((candidate) => suggestion(candidate, search, state)).toSorted(betterFirst);

const suggestion = (candidate: Candidate, search: Search, state: CheckState): Suggestion => {
  const refusal = refusalOf(candidate, search, state);
  return { candidate, ...(refusal && { refusal }), reasons: reasonsFor(candidate, search, state) };
};

/** What the offer itself would be told: it is decided, and not made. */
const refusalOf = (
  { member }: Candidate,
  { capacity, actor, at }: Search,
  state: CheckState,
): Suggestion['refusal'] => {
  const { memberId } = member;
  const nobodys = { id: '', deskId: 0, commandId: '', correlationId: '' };
  const data = { assignmentId: '', memberId, capacity };
  try {
    decide(checkDecider, state, { type: 'OfferAssignment', data, facts: { member }, actor, at, ...nobodys });
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, sentence: error.message };
  }
};

/** In the order in which an editor would look: what stands in the way, what he knows, what he has to do, whose turn it is. */
const betterFirst = (one: Suggestion, other: Suggestion): number => {
  const differences = [
    Number(one.refusal !== undefined) - Number(other.refusal !== undefined),
    weigh(one, 'obstacle') - weigh(other, 'obstacle'),
    weigh(other, 'language') - weigh(one, 'language'),
    weigh(other, 'topic') - weigh(one, 'topic'),
    one.candidate.member.openLoad - other.candidate.member.openLoad,
    compared(one.candidate.lastAssignedAt ?? '', other.candidate.lastAssignedAt ?? ''),
  ];
  return differences.find((difference) => difference !== 0) ?? compared(idOf(one), idOf(other));
};

const weigh = ({ reasons }: Suggestion, about: Reason['about']): number =>
  reasons.filter((reason) => reason.about === about).reduce((sum, { weight }) => sum + weight, 0);

const idOf = ({ candidate }: Suggestion): string => candidate.member.memberId;

const compared = (one: string, other: string): number => Number(one > other) - Number(one < other);
