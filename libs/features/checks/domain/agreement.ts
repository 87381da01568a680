import type { DisagreementFound, RoundDecided } from './check.events.js';
import { STRENGTHS } from './check.state.js';
import type { Outcome, Round, Ruling, Strength, Version } from './check.state.js';

type Rating = Pick<Outcome, 'label' | 'finding'>;

/**
 * Rulings agree in label and finding. Where a majority is enough, more than half of them make one. The strength is the
 * lowest among those who agree.
 */
export const outcomeOf = (rulings: readonly Ruling[], agreement: Round['agreement']): Outcome | undefined => {
  const agreeing = largestGroup(rulings);
  const [first] = agreeing;
  if (first === undefined) return undefined;
  const basis = basisOf(agreeing.length, rulings.length);
  if (basis === undefined || (basis === 'majority' && agreement === 'unanimous')) return undefined;
  return {
    basis,
    label: first.label,
    finding: first.finding,
    strength: lowest(agreeing),
    agreeing: agreeing.map(({ reviewerId }) => reviewerId),
    dissenting: rulings.filter((one) => !agreeing.includes(one)).map(({ reviewerId }) => reviewerId),
  };
};

export const roundDecided = (round: number, outcome: Outcome, reason?: string): RoundDecided => ({
  type: 'RoundDecided',
  data: { round, ...outcome, ...(reason === undefined ? {} : { reason }) },
});

/** An outcome that the rulings did not bring about themselves. Who ruled otherwise dissents from it. */
export const settled = (
  rulings: readonly Ruling[],
  outcome: Pick<Outcome, 'basis' | 'label' | 'finding' | 'strength'>,
): Outcome => ({
  ...outcome,
  agreeing: rulings.filter((one) => isSame(one, outcome)).map(({ reviewerId }) => reviewerId),
  dissenting: rulings.filter((one) => !isSame(one, outcome)).map(({ reviewerId }) => reviewerId),
});

/** Label and finding: the strength of the evidence may differ. */
export const isSame = (one: Rating, other: Rating): boolean =>
  one.label === other.label && one.finding === other.finding;

/** Whether a round that was to confirm the live version has done so. */
export const confirms = (outcome: Outcome | undefined, live: Version | undefined): boolean =>
  outcome !== undefined && live !== undefined && isSame(outcome, live);

/** How often each label was given, in the order of the rulings. */
export const disagreementFound = (round: number, rulings: readonly Ruling[]): DisagreementFound => {
  const labels = [...new Set(rulings.map(({ label }) => label))];
  return {
    type: 'DisagreementFound',
    data: {
      round,
      labels: labels.map((label) => ({ label, count: rulings.filter((one) => one.label === label).length })),
    },
  };
};

const basisOf = (agreeing: number, all: number): 'unanimous' | 'majority' | undefined => {
  if (agreeing === all) return 'unanimous';
  return agreeing * 2 > all ? 'majority' : undefined;
};

const largestGroup = (rulings: readonly Ruling[]): readonly Ruling[] =>
  rulings
    .map((one) => rulings.filter((other) => isSame(other, one)))
    .reduce((largest, group) => (group.length > largest.length ? group : largest), []);

const lowest = (rulings: readonly Ruling[]): Strength =>
  STRENGTHS.find((strength) => rulings.some((one) => one.strength === strength)) ?? 'low';
