import type {
  AttributeClaim,
  ClassifyCheckability,
  NormaliseClaim,
  SetClaimSeverity,
  SetClaimTopics,
} from './claim.commands.js';
import { fragmentMismatch } from './claim.errors.js';
import type {
  ClaimAttributed,
  ClaimCheckabilityClassified,
  ClaimNormalised,
  ClaimSeveritySet,
  ClaimTopicsSet,
} from './claim.events.js';
import type { ClaimPhase } from './claim.phase.js';
import { changed } from './claim.state.js';
import type { AcceptedClaim } from './claim.state.js';
import { isFragmentRight } from './fragment.js';

/** What the desk makes of a claim that it took up. Another wording, attribution or class is another revision. */
export const assessment: ClaimPhase<
  NormaliseClaim | AttributeClaim | ClassifyCheckability | SetClaimSeverity | SetClaimTopics,
  ClaimNormalised | ClaimAttributed | ClaimCheckabilityClassified | ClaimSeveritySet | ClaimTopicsSet
> = {
  rules: {
    NormaliseClaim: {
      by: ['editor', 'approver'],
      from: ['accepted'],
      decide: ({ data }) => [{ type: 'ClaimNormalised', data }],
    },

    AttributeClaim: {
      by: ['editor', 'approver'],
      from: ['accepted'],
      decide: ({ data }) => [{ type: 'ClaimAttributed', data }],
    },

    ClassifyCheckability: {
      by: ['editor', 'approver'],
      from: ['accepted'],
      decide: ({ data }, state) => {
        if (!isFragmentRight(data, state)) throw fragmentMismatch();
        return [{ type: 'ClaimCheckabilityClassified', data }];
      },
    },

    SetClaimSeverity: {
      by: ['editor', 'approver'],
      from: ['accepted'],
      decide: ({ data }) => [{ type: 'ClaimSeveritySet', data }],
    },

    SetClaimTopics: {
      by: ['editor', 'approver'],
      from: ['accepted'],
      decide: ({ data }) => [{ type: 'ClaimTopicsSet', data }],
    },
  },

  evolve: {
    ClaimNormalised: (state, { data: { text } }) =>
      changed(state, (claim) => ({ proposal: { ...claim.proposal, text }, assessment: revised(claim) })),
    ClaimAttributed: (state, { data: { claimant, conveyors, statedOn } }) =>
      changed(state, (claim) => ({
        proposal: { ...claim.proposal, claimant, conveyors, statedOn },
        assessment: revised(claim),
      })),
    ClaimCheckabilityClassified: (state, { data: { checkability } }) =>
      changed(state, (claim) => ({ assessment: { ...revised(claim), checkability } })),
    ClaimSeveritySet: (state, { data: { severity } }) =>
      changed(state, (claim) => ({ assessment: { ...claim.assessment, severity } })),
    ClaimTopicsSet: (state, { data: { topics } }) =>
      changed(state, (claim) => ({ assessment: { ...claim.assessment, topics } })),
  },
};

const revised = ({ assessment: { revision, ...rest } }: AcceptedClaim): AcceptedClaim['assessment'] => ({
  ...rest,
  revision: revision + 1,
});
