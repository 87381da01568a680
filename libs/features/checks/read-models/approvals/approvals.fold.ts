import { stateOf } from '#kernel';
import type { Actor, Instant, Recorded } from '#kernel';
import type { ClaimFacts } from '#features/claims';
import { checkDecider } from '../../domain/check.decider.js';
import type { CheckEvent } from '../../domain/check.events.js';
import { decidedOf, rulesOf, stageOf } from '../../domain/check.state.js';
import type { CheckState } from '../../domain/check.state.js';
import { independentGroupsOf, originGroupsOf } from '../../domain/sources.js';
import type { Asked } from '../check-page/attempts.js';
import { gateFor } from '../check-page/gate.answer.js';
import type { GateAnswer } from '../check-page/gate.answer.js';
import { repliesIn } from '../check-page/replies.fold.js';
import { schedulesIn } from '../check-page/schedules.fold.js';
import { draftsIn } from '../check-page/verdict.fold.js';
import type { ApprovalItem } from './approvals.answer.js';

type Facts = Pick<Asked['around'], 'claim' | 'evidence' | 'member'>;

/** What an approver reads before he signs. `undefined`: the check has gone on, and nothing of it waits any more. */
export const approvalIn = (
  actor: Actor,
  events: readonly Recorded<CheckEvent>[],
  { claim, evidence, member }: Facts,
  now: Instant,
): ApprovalItem | undefined => {
  const state = stateOf(checkDecider, events);
  const asked = { actor, state, now, around: { claim, evidence, member, reviewers: [], scale: undefined } };
  const gate = gateFor(asked);
  const draft = draftsIn(events).at(-1);
  const isOpen = draft?.status === 'drafted' || draft?.status === 'approved';
  const [opened] = events;
  if (gate === undefined || claim === undefined || opened === undefined || !isOpen) return undefined;
  const { label, labelText, finding, strength } = draft;
  const { outcome, disagreed } = decidedOf(state);
  const schedule = schedulesIn(events, state).find(({ status }) => status === 'standing');
  return {
    checkId: opened.id,
    version: events.length,
    ...placeOf(state, claim, now),
    rating: { label, labelText, finding, strength },
    basis: outcome.basis,
    wasDisputed: disagreed,
    dissent: dissentIn(state),
    groups: {
      originGroups: [...originGroupsOf(state.links)],
      independentGroups: [...independentGroupsOf(finding, state.links)],
      needed: rulesOf(state).sources.minIndependent,
    },
    replies: repliesIn(events, state),
    draft,
    ...(schedule && { schedule }),
    waiversNeeded: waiversIn(gate),
    gate,
  };
};

const placeOf = (
  state: CheckState,
  { text, language, claimant }: ClaimFacts,
  now: Instant,
): Pick<ApprovalItem, 'claim' | 'severity' | 'cycle' | 'stage' | 'dueAt' | 'overdue'> => {
  const { name: stage, dueAt, pausedWith } = stageOf(state);
  const runsOut = pausedWith === undefined ? dueAt : undefined;
  return {
    claim: { text, language, claimant },
    severity: state.severity,
    cycle: state.cycle,
    stage,
    ...(runsOut !== undefined && { dueAt: runsOut }),
    overdue: runsOut !== undefined && runsOut <= now,
  };
};

const dissentIn = (state: CheckState): ApprovalItem['dissent'] => {
  const { outcome, rulings } = decidedOf(state);
  return rulings
    .filter(({ reviewerId }) => outcome.dissenting.includes(reviewerId))
    .map(({ reviewerId, label, finding }) => ({ reviewerId, label, finding }));
};

const waiversIn = ({ items }: GateAnswer): ApprovalItem['waiversNeeded'] =>
  items.flatMap((one) => (one.isMet || one.waiver === undefined ? [] : [one.waiver]));
