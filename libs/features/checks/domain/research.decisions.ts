import type { By } from '#kernel';
import type { ResearchCommand } from './check.commands.js';
import { idTaken } from './check.errors.js';
import {
  alreadyLinked,
  evidenceUnknown,
  linkUnknown,
  noEvidence,
  questionClosed,
  questionUnknown,
} from './research.errors.js';
import type { ResearchEvent } from './check.events.js';
import type { CheckPhase } from './check.phase.js';
import { evidenceIdsOf } from './check.state.js';
import type { CheckState, Link, Question } from './check.state.js';
import { demandAccepted, demandDated, demandUnmerged } from './claim.guards.js';
import { demandArchived } from './evidence.guards.js';
import { worked } from './people.js';
import { demandLinked } from './ruling.guards.js';
import { entered } from './stage.js';

const BY = ['editor', 'as researcher'] as const satisfies readonly By[];

export const research: CheckPhase<ResearchCommand, ResearchEvent> = {
  rules: {
    LinkEvidence: {
      by: BY,
      from: ['researching'],
      decide: ({ data, facts: { evidence }, actor }, { links, linkIds, evidenceSet }) => {
        if (evidence === undefined) throw evidenceUnknown(data.evidenceId);
        const linked = links.find(({ evidenceId }) => evidenceId === data.evidenceId);
        if (linked !== undefined) throw alreadyLinked(linked.linkId);
        if (linkIds.includes(data.linkId)) throw idTaken(data.linkId);

        const { originGroup } = evidence;
        return [{ type: 'EvidenceLinked', data: { ...data, originGroup, evidenceSet: evidenceSet + 1, by: actor.id } }];
      },
    },

    ReassessEvidence: {
      by: BY,
      from: ['researching'],
      decide: ({ data, facts: { evidence }, actor }, state) => {
        const { evidenceId } = linkOf(state, data.linkId);
        if (evidence === undefined) throw evidenceUnknown(evidenceId);

        const { originGroup } = evidence;
        const evidenceSet = state.evidenceSet + 1;
        return [{ type: 'EvidenceReassessed', data: { ...data, originGroup, evidenceSet, by: actor.id } }];
      },
    },

    UnlinkEvidence: {
      by: BY,
      from: ['researching'],
      decide: ({ data, actor }, state) => {
        const { linkId } = linkOf(state, data.linkId);

        const evidenceSet = state.evidenceSet + 1;
        return [{ type: 'EvidenceUnlinked', data: { linkId, reason: data.reason, evidenceSet, by: actor.id } }];
      },
    },

    AskQuestion: {
      by: BY,
      from: ['researching'],
      decide: ({ data }, state) => {
        if (find(state, data.questionId) !== undefined) throw idTaken(data.questionId);

        return [{ type: 'QuestionAsked', data }];
      },
    },

    AnswerQuestion: {
      by: BY,
      from: ['researching'],
      decide: ({ data, actor }, state) => {
        demandOpen(state, data.questionId);
        demandLinked(data.linkIds, state);

        return [{ type: 'QuestionAnswered', data: { ...data, by: actor.id } }];
      },
    },

    WithdrawQuestion: {
      by: BY,
      from: ['researching'],
      decide: ({ data }, state) => {
        demandOpen(state, data.questionId);

        return [{ type: 'QuestionWithdrawn', data }];
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
        const openQuestionIds = state.questions.filter(isOpen).map(({ questionId }) => questionId);
        return [
          {
            type: 'CheckSubmittedForReview',
            data: { proposal, evidenceSet, claimRevision: claim.revision, openQuestionIds },
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
      linkIds: [...state.linkIds, linkId],
      evidenceSet,
      people: worked(state.people, by),
    }),
    EvidenceReassessed: (state, { data: { linkId, stance, nature, originGroup, evidenceSet, by } }) => ({
      ...state,
      links: state.links.map((link) => (link.linkId === linkId ? { ...link, stance, nature, originGroup } : link)),
      evidenceSet,
      people: worked(state.people, by),
    }),
    EvidenceUnlinked: (state, { data: { linkId, evidenceSet, by } }) => ({
      ...state,
      links: state.links.filter((link) => link.linkId !== linkId),
      evidenceSet,
      people: worked(state.people, by),
    }),
    QuestionAsked: (state, { data: { questionId } }) => ({
      ...state,
      questions: [...state.questions, { questionId, status: 'open' }],
    }),
    QuestionAnswered: (state, { data: { questionId, by } }) => ({
      ...closed(state, questionId, 'answered'),
      people: worked(state.people, by),
    }),
    QuestionWithdrawn: (state, { data: { questionId } }) => closed(state, questionId, 'withdrawn'),
    CheckSubmittedForReview: (state, { data: { evidenceSet } }) => ({
      ...state,
      sealedProposals: [...state.sealedProposals, evidenceSet],
    }),
  },
};

/** A link of the evidence set at hand. */
const linkOf = ({ links }: CheckState, linkId: string): Link => {
  const link = links.find((one) => one.linkId === linkId);
  if (link === undefined) throw linkUnknown([linkId]);
  return link;
};

const find = ({ questions }: CheckState, questionId: string): Question | undefined =>
  questions.find((one) => one.questionId === questionId);

const isOpen = ({ status }: Question): boolean => status === 'open';

const demandOpen = (state: CheckState, questionId: string): void => {
  const question = find(state, questionId);
  if (question === undefined) throw questionUnknown(questionId);
  if (!isOpen(question)) throw questionClosed(question.status);
};

const closed = (state: CheckState, questionId: string, status: Question['status']): CheckState => ({
  ...state,
  questions: state.questions.map((one) => (one.questionId === questionId ? { ...one, status } : one)),
});
