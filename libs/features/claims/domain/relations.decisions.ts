import type { LinkClaim, MergeClaim, UnlinkClaim, UnmergeClaim } from './claim.commands.js';
import { checkInProgress, idTaken, linkUnknown, selfLink, targetNotAccepted, targetUnknown } from './claim.errors.js';
import type { ClaimLinked, ClaimMerged, ClaimUnlinked, ClaimUnmerged } from './claim.events.js';
import { claimLinksOf } from './claim.facts.js';
import type { ClaimPhase } from './claim.phase.js';
import { readsBothWays } from './claim.relations.js';
import { acceptedIn, changed } from './claim.state.js';

/** A check in one of these stages is no obstacle: nobody works on it, and nothing of it stands in public. */
const CHECK_IS_OVER: readonly string[] = ['shelved', 'withdrawn', 'voided'];

/** How it stands to other claims. */
export const relations: ClaimPhase<
  LinkClaim | UnlinkClaim | MergeClaim | UnmergeClaim,
  ClaimLinked | ClaimUnlinked | ClaimMerged | ClaimUnmerged
> = {
  rules: {
    LinkClaim: {
      by: ['editor', 'approver'],
      from: ['accepted'],
      unless: ({ data: { toClaimId, relation } }, state) =>
        claimLinksOf(state).some((link) => link.toClaimId === toClaimId && link.relation === relation),
      decide: ({ id, data, facts: { target } }, state) => {
        if (target === undefined) throw targetUnknown();
        if (data.toClaimId === id) throw selfLink();
        if (readsBothWays(data.relation) && target.relationsToThis.includes(data.relation)) return [];
        if (acceptedIn(state).linkIds.includes(data.linkId)) throw idTaken();
        return [{ type: 'ClaimLinked', data }];
      },
    },

    UnlinkClaim: {
      by: ['editor', 'approver'],
      from: ['accepted'],
      decide: ({ data }, state) => {
        if (!claimLinksOf(state).some(({ linkId }) => linkId === data.linkId)) throw linkUnknown();
        return [{ type: 'ClaimUnlinked', data }];
      },
    },

    MergeClaim: {
      by: ['editor', 'approver'],
      from: ['accepted'],
      decide: ({ id, data, facts: { target, stage } }) => {
        if (target === undefined) throw targetUnknown();
        if (target.status !== 'accepted' || data.intoClaimId === id) throw targetNotAccepted(target.status);
        if (stage !== undefined && !CHECK_IS_OVER.includes(stage)) throw checkInProgress(stage);
        return [{ type: 'ClaimMerged', data }];
      },
    },

    UnmergeClaim: {
      by: ['editor', 'approver'],
      from: ['merged'],
      decide: ({ data }) => [{ type: 'ClaimUnmerged', data }],
    },
  },

  evolve: {
    ClaimLinked: (state, { data }) =>
      changed(state, ({ links, linkIds }) => ({ links: [...links, data], linkIds: [...linkIds, data.linkId] })),
    ClaimUnlinked: (state, { data: { linkId } }) =>
      changed(state, ({ links }) => ({ links: links.filter((link) => link.linkId !== linkId) })),
    ClaimMerged: (state) => (state.status === 'accepted' ? { ...state, status: 'merged' } : state),
    ClaimUnmerged: (state) => (state.status === 'merged' ? { ...state, status: 'accepted' } : state),
  },
};
