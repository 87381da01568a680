import { EDITORIAL } from '#kernel';
import type { CaseCommand } from './check.commands.js';
import {
  concernUnknown,
  dueDatePast,
  liveVersion,
  policyUnknown,
  reasonMissing,
  stageClockPaused,
} from './case.errors.js';
import { idTaken } from './check.errors.js';
import type { CaseEvent, DueDateSet } from './check.events.js';
import type { CheckPhase } from './check.phase.js';
import { STAGES, liveOf, policyOf, rulesOf, stageOf } from './check.state.js';
import type { CheckState, Concern, Stage } from './check.state.js';
import { demandAccepted, demandRateable, demandUnmerged } from './claim.guards.js';
import { caseClock, clockUntil } from './clocks.js';
import { lapsed } from './drafts.js';
import { setAsideUndecided } from './leaving.js';
import { demandKnown, demandSealed } from './note.guards.js';
import { quorumFor } from './rounds.js';
import { caseClockStarted, stageEntered, stagePaused, stageRestarted } from './running-clocks.js';
import { PRE, entered, researchStage } from './stage.js';

export const DEFAULT_POLICY = 'default';

/** What is approved goes out, or the approval is withdrawn first. */
const WHERE_IT_CAN_BE_LEFT = PRE.filter((stage) => stage !== 'approved');

export const caseDecisions: CheckPhase<CaseCommand, CaseEvent> = {
  rules: {
    OpenCheck: {
      by: ['editor', 'approver'],
      from: ['absent'],
      decide: ({ data: { policyId = DEFAULT_POLICY, dueAt }, facts, at }, state) => {
        const claim = demandAccepted(facts.claim);
        demandUnmerged(claim);
        demandRateable(claim);
        if (dueAt !== undefined && dueAt <= at) throw dueDatePast(dueAt, at);
        const { policy } = facts;
        if (policy === undefined) throw policyUnknown(policyId);

        const due: readonly DueDateSet[] =
          dueAt === undefined
            ? []
            : [{ type: 'DueDateSet', data: { cycle: 1, run: 1, ...caseClock(dueAt, at, policy.rules) } }];
        return [
          { type: 'CheckOpened', data: { claim, policy, severity: claim.severity, cycle: 1 } },
          entered(state, 'open', at, policy.rules),
          ...due,
        ];
      },
    },

    SetCheckSeverity: {
      by: ['editor', 'approver'],
      from: ['open', 'researching', 'ready_for_review'],
      decide: ({ data }, state) => {
        const quorum = quorumFor('full', data.severity, policyOf(state));
        return [{ type: 'CheckSeveritySet', data: { ...data, quorum } }];
      },
    },

    SetDueDate: {
      by: ['editor', 'approver'],
      from: PRE,
      decide: ({ data: { dueAt, reason }, at }, state) => {
        const { cycle } = state;
        const former = state.caseClock?.cycle === cycle ? state.caseClock : undefined;
        const stands = former !== undefined && !former.hasEnded;
        if (dueAt <= at) throw dueDatePast(dueAt, at);
        if (stands && reason === undefined) throw reasonMissing();

        const clock = { cycle, run: (former?.run ?? 0) + 1, ...caseClock(dueAt, at, rulesOf(state)) };
        return [{ type: 'DueDateSet', data: { ...clock, ...(reason === undefined ? {} : { reason }) } }];
      },
    },

    ExtendStage: {
      by: ['editor', 'approver'],
      from: PRE,
      decide: ({ data: { dueAt, reason }, at }, state) => {
        const { no, run, pausedWith } = stageOf(state);
        if (pausedWith !== undefined) throw stageClockPaused();
        if (dueAt <= at) throw dueDatePast(dueAt, at);

        const clock = { no, run: run + 1, ...clockUntil(dueAt, at, rulesOf(state)) };
        return [{ type: 'StageExtended', data: { ...clock, reason } }];
      },
    },

    ShelveCheck: {
      by: ['editor', 'approver'],
      from: WHERE_IT_CAN_BE_LEFT,
      decide: ({ data, at }, state) => {
        const from = demandLeavable(state);
        return [
          { type: 'CheckShelved', data: { ...data, from } },
          ...setAsideUndecided(state, 'shelved'),
          entered(state, 'shelved', at),
        ];
      },
    },

    WithdrawCheck: {
      by: ['editor', 'approver'],
      from: WHERE_IT_CAN_BE_LEFT,
      decide: ({ data, at }, state) => {
        const from = demandLeavable(state);
        return [
          { type: 'CheckWithdrawn', data: { ...data, from } },
          ...setAsideUndecided(state, 'withdrawn'),
          entered(state, 'withdrawn', at),
        ];
      },
    },

    ResumeCheck: {
      by: ['editor', 'approver'],
      from: ['shelved', 'withdrawn'],
      decide: ({ data, facts, at }, state) => {
        const claim = demandAccepted(facts.claim);
        demandUnmerged(claim);
        demandRateable(claim);
        return [{ type: 'CheckResumed', data }, entered(state, researchStage(state), at)];
      },
    },

    ReturnToResearch: {
      by: ['editor', 'approver'],
      from: ['ready_for_review', 'in_review', 'reconciling', 'tie_break', 'deadlocked', 'decided'],
      versioned: true,
      decide: ({ data: { reason }, at }, state) => [
        { type: 'CheckReturnedToResearch', data: { reason, from: stageOf(state).name } },
        ...setAsideUndecided(state, 'returned'),
        entered(state, researchStage(state), at),
      ],
    },

    AddNote: {
      by: EDITORIAL,
      from: STAGES,
      decide: ({ data, actor }, state) => {
        demandSealed(data, actor.id, state);
        demandKnown(data, state);
        if (state.notes.some(({ noteId }) => noteId === data.noteId)) throw idTaken(data.noteId);

        return [{ type: 'NoteAdded', data }];
      },
    },

    RaiseConcern: {
      by: [...EDITORIAL, 'service'],
      from: STAGES,
      decide: ({ data }, { concerns }) => {
        const isTheSame = ({ kind, ref, isOpen }: Concern): boolean => isOpen && kind === data.kind && ref === data.ref;
        if (concerns.some(isTheSame)) return [];
        if (concerns.some(({ concernId }) => concernId === data.concernId)) throw idTaken(data.concernId);

        return [{ type: 'ConcernRaised', data }];
      },
    },

    DismissConcern: {
      by: ['editor', 'approver'],
      from: STAGES,
      decide: ({ data }, { concerns }) => {
        const isOpen = concerns.some((one) => one.concernId === data.concernId && one.isOpen);
        if (!isOpen) throw concernUnknown(data.concernId);

        return [{ type: 'ConcernDismissed', data }];
      },
    },
  },

  evolve: {
    CheckOpened: (state, { data: { claim, policy, severity, cycle } }) => ({
      ...state,
      policy,
      severity,
      cycle,
      people: {
        ...state.people,
        handledClaim: [claim.registeredBy, claim.proposedBy, claim.acceptedBy],
        partyKeys: claim.partyKeys,
      },
    }),
    StageEntered: (state, { data }) => stageEntered(state, data),
    DueDateSet: (state, { data }) => caseClockStarted(state, data.cycle, data),
    StagePaused: (state, { data }) => stagePaused(state, data),
    StageResumed: (state, { data }) => stageRestarted(state, data),
    StageExtended: (state, { data }) => stageRestarted(state, data),
    CheckSeveritySet: (state, { data: { severity } }) => ({ ...state, severity }),
    CheckShelved: (state) => lapsed(state),
    CheckWithdrawn: (state) => lapsed(state),
    CheckResumed: (state) => state,
    CheckReturnedToResearch: (state) => lapsed(state),
    NoteAdded: (state, { data: { noteId, audience } }) => ({
      ...state,
      notes: [...state.notes, { noteId, reviewers: audience === 'round' ? (state.round?.reviewers ?? []) : [] }],
    }),
    ConcernRaised: (state, { data: { concernId, kind, ref } }) => ({
      ...state,
      concerns: [...state.concerns, { concernId, kind, ...(ref === undefined ? {} : { ref }), isOpen: true }],
    }),
    ConcernDismissed: (state, { data: { concernId } }) => ({
      ...state,
      concerns: state.concerns.map((one) => (one.concernId === concernId ? { ...one, isOpen: false } : one)),
    }),
  },
};

/** Where it stands. What readers see as the desk's word is not left without a word. */
const demandLeavable = (state: CheckState): Stage => {
  const live = liveOf(state);
  if (live !== undefined) throw liveVersion(live.versionNo);
  return stageOf(state).name;
};
