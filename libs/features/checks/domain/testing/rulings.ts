import type { DataOf } from '#kernel';
import type { Finding } from '#features/standards';
import type {
  CheckEvent,
  ReviewRoundOpened,
  RoundDecided,
  RoundDeadlocked,
  RulingAmended,
  RulingSubmitted,
  RulingWithdrawn,
  TieBreakRuled,
} from '../check.events.js';
import type { SetAsideReason, Strength } from '../check.state.js';
import { NOW, fiveStep } from './world.js';

// What has happened in the first round, one event each.

type Changes<Event extends CheckEvent> = Partial<DataOf<Event>>;

export const roundOpened = (reviewers: readonly string[], changes: Changes<ReviewRoundOpened> = {}): CheckEvent => ({
  type: 'ReviewRoundOpened',
  data: {
    round: 1,
    purpose: 'full',
    reviewers,
    quorum: 2,
    agreement: 'unanimous',
    blind: true,
    evidenceSet: 2,
    claimRevision: 1,
    scale: fiveStep,
    policy: { id: 'default', version: 1 },
    ...changes,
  },
});

/** What a ruling pins in the round above. */
export const pins = {
  evidenceSet: 2,
  claimRevision: 1,
  scale: { id: 'five-step', version: 1 },
  policy: { id: 'default', version: 1 },
};

type Rating = { readonly label: string; readonly finding: Finding; readonly strength: Strength };

export const unproven: Rating = { label: 'unproven', finding: 'insufficient_evidence', strength: 'low' };
export const mostlyTrue: Rating = { label: 'mostly-true', finding: 'mostly_supported', strength: 'medium' };
export const isFalse: Rating = { label: 'false', finding: 'refuted', strength: 'high' };

export const ruled = (reviewerId: string, rating: Rating, changes: Changes<RulingSubmitted> = {}): CheckEvent => ({
  type: 'RulingSubmitted',
  data: {
    rulingId: `ruling-${reviewerId}`,
    round: 1,
    ...rating,
    rationale: `${reviewerId} found nothing more than this.`,
    linkIds: ['l1'],
    entry: 1,
    reviewerId,
    revealAt: NOW,
    ...pins,
    ...changes,
  },
});

export const amended = (reviewerId: string, rating: Rating, changes: Changes<RulingAmended> = {}): CheckEvent => ({
  type: 'RulingAmended',
  data: {
    rulingId: `ruling-${reviewerId}`,
    round: 1,
    ...rating,
    rationale: `${reviewerId} looked again.`,
    linkIds: ['l1'],
    reason: 'One origin group only.',
    entry: 2,
    reviewerId,
    when: 'sealed',
    revealAt: NOW,
    ...pins,
    ...changes,
  },
});

export const rulingWithdrawn = (reviewerId: string, changes: Changes<RulingWithdrawn> = {}): CheckEvent => ({
  type: 'RulingWithdrawn',
  data: {
    rulingId: `ruling-${reviewerId}`,
    round: 1,
    reason: 'I had read the briefing of another day.',
    reviewerId,
    ...changes,
  },
});

export const revealed = (...reviewers: readonly string[]): CheckEvent => ({
  type: 'RulingsRevealed',
  data: { round: 1, rulings: reviewers.map((id) => ({ rulingId: `ruling-${id}`, entry: 1 })) },
});

export const disagreed: CheckEvent = {
  type: 'DisagreementFound',
  data: {
    round: 1,
    labels: [
      { label: 'unproven', count: 1 },
      { label: 'mostly-true', count: 1 },
    ],
  },
};

export const decided = (
  rating: Rating,
  agreeing: readonly string[] = ['cleo', 'dan'],
  dissenting: readonly string[] = [],
  changes: Changes<RoundDecided> = {},
): CheckEvent => ({
  type: 'RoundDecided',
  data: {
    round: 1,
    basis: dissenting.length === 0 ? 'unanimous' : 'majority',
    ...rating,
    agreeing,
    dissenting,
    ...changes,
  },
});

export const reconciliationEnded: CheckEvent = {
  type: 'ReconciliationEnded',
  data: { round: 1, reason: 'Both stand by their rulings.' },
};

/** For Cleo's ruling. */
export const tieBreakRuled = (tieBreakerId: string, changes: Changes<TieBreakRuled> = {}): CheckEvent => ({
  type: 'TieBreakRuled',
  data: {
    rulingId: 'tie-break',
    round: 1,
    answers: ['cleo', 'dan'].map((id) => ({ rulingId: `ruling-${id}`, text: `What ${id} says, I have weighed.` })),
    choice: { ...unproven, rationale: 'All support comes from one side.', linkIds: ['l1'] },
    tieBreakerId,
    ...pins,
    ...changes,
  },
});

export const deadlock = (cause: RoundDeadlocked['data']['cause']): CheckEvent => ({
  type: 'RoundDeadlocked',
  data: { round: 1, cause },
});

export const setAside = (reason: SetAsideReason): CheckEvent => ({ type: 'RoundSetAside', data: { round: 1, reason } });
