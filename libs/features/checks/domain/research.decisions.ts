import type { ResearchCommand } from './check.commands.js';
import { idTaken } from './check.errors.js';
import { alreadyLinked, evidenceUnknown, noEvidence } from './research.errors.js';
import type { ResearchEvent } from './check.events.js';
import type { CheckPhase } from './check.phase.js';
import { evidenceIdsOf } from './check.state.js';
import { demandAccepted, demandDated, demandUnmerged } from './claim.guards.js';
import { demandArchived } from './evidence.guards.js';
import { worked } from './people.js';
import { entered } from './stage.js';

export const research: CheckPhase<ResearchCommand, ResearchEvent> = {
  rules: {
    LinkEvidence: {
      by: ['editor', 'as researcher'],
      from: ['researching'],
      decide: ({ data, facts: { evidence }, actor }, { links, evidenceSet }) => {
        if (evidence === undefined) throw evidenceUnknown(data.evidenceId);
        const linked = links.find(({ evidenceId }) => evidenceId === data.evidenceId);
        if (linked !== undefined) throw alreadyLinked(linked.linkId);
        if (links.some(({ linkId }) => linkId === data.linkId)) throw idTaken(data.linkId);

        const { originGroup } = evidence;
        return [{ type: 'EvidenceLinked', data: { ...data, originGroup, evidenceSet: evidenceSet + 1, by: actor.id } }];
      },
    },

    SubmitForReview: {
      by: ['as researcher'],
      from: ['researching'],
      decide: ({ data: { proposal }, facts, at }, state) => {
        if (state.links.length === 0) throw noEvidence();
        demandArchived(evidenceIdsOf(state), facts.evidence);
        const claim = demandAccepted(facts.claim);
        demandDated(claim);
        demandUnmerged(claim);

        const { evidenceSet } = state;
        return [
          {
            type: 'CheckSubmittedForReview',
            data: { proposal, evidenceSet, claimRevision: claim.revision, openQuestionIds: [] },
          },
          entered(state, 'ready_for_review', at),
        ];
      },
    },
  },

  evolve: {
    EvidenceLinked: (state, { data: { linkId, evidenceId, stance, nature, originGroup, evidenceSet, by } }) => ({
      ...state,
      links: [...state.links, { linkId, evidenceId, stance, nature, originGroup }],
      evidenceSet,
      people: worked(state.people, by),
    }),
    CheckSubmittedForReview: (state, { data: { evidenceSet } }) => ({
      ...state,
      sealedProposals: [...state.sealedProposals, evidenceSet],
    }),
  },
};
