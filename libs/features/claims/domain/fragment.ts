import type { Span } from '#kernel';
import type { Checkability } from './checkability.js';
import type { ClaimState } from './claim.state.js';
import { isInside } from './spans.js';

type Classed = { readonly checkability: Checkability; readonly fragment?: Span };

/** A fragment is named exactly where only a fragment is factual, and it lies inside one of the claim's spans. */
export const isFragmentRight = ({ checkability, fragment }: Classed, state: ClaimState): boolean => {
  if (checkability !== 'fragment') return fragment === undefined;
  return (
    fragment !== undefined && state.status !== 'absent' && state.proposal.spans.some((span) => isInside(fragment, span))
  );
};
