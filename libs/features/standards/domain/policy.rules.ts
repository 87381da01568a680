import type { PolicyRules } from './policy.js';

/** The rules of version 1 of policy `default`, and of every field that a file of rules leaves out. */
export const DEFAULT_RULES: PolicyRules = {
  scale: { scaleId: 'five-step', version: 1 },
  review: {
    quorum: { low: 1, medium: 2, high: 3, critical: 3 },
    agreement: { low: 'unanimous', medium: 'unanimous', high: 'majority', critical: 'unanimous' },
    blind: true,
    hideProposal: true,
    answerPrecedents: true,
    revealDelay: 'PT0S',
  },
  assignment: { maxOpen: 8 },
  time: {
    triage: 'PT4H',
    offer: 'PT2H',
    assign: 'PT2H',
    research: 'PT24H',
    openRound: 'PT2H',
    ruling: 'PT8H',
    reconciliation: 'PT4H',
    tieBreak: 'PT8H',
    closeRound: 'PT4H',
    approval: 'PT2H',
    publish: 'PT1H',
  },
  sources: { minIndependent: 2 },
  reply: { requiredFor: ['mostly_refuted', 'refuted', 'misleading_context'], window: 'PT20H', minWindow: 'PT4H' },
  waivers: {
    sources: ['primary_record', 'sole_access'],
    reply: ['unsafe', 'no_channel', 'urgent_harm'],
    archive: ['legal_hold', 'medium_unsupported'],
  },
  approval: { mayHaveRuled: false },
  publication: { claimReviewedMax: 75, reviewAfter: 'P6M', disagreementNote: 'when_disagreed' },
  corrections: { reviewers: 1 },
  complaint: { firstLook: 'P14D', secondLook: 'P14D', complianceDays: 7 },
  evidence: { verifyEvery: 'P30D', watchEvery: 'P7D' },
  escalation: [
    { mark: 'before-2h', offset: '-PT2H', to: 'assignee' },
    { mark: 'due', offset: 'PT0S', to: 'editor' },
    { mark: 'after-4h', offset: 'PT4H', to: 'approver', suggest: 'reassign' },
  ],
  calendar: { timeZone: 'UTC', days: [1, 2, 3, 4, 5], from: '08:00', to: '20:00', holidays: [] },
};

type Data = string | number | boolean | readonly unknown[];

/** Rules of which any field may be left out, at every level. */
export type PartialRules<Rules = PolicyRules> = {
  readonly [Field in keyof Rules]?: Rules[Field] extends Data ? Rules[Field] : PartialRules<Rules[Field]>;
};

/** A file of rules in full: what it leaves out has its default, and so has the mark `due`. */
export const completeRules = (given: PartialRules): PolicyRules => ({
  scale: { ...DEFAULT_RULES.scale, ...given.scale },
  review: {
    ...DEFAULT_RULES.review,
    ...given.review,
    quorum: { ...DEFAULT_RULES.review.quorum, ...given.review?.quorum },
    agreement: { ...DEFAULT_RULES.review.agreement, ...given.review?.agreement },
  },
  assignment: { ...DEFAULT_RULES.assignment, ...given.assignment },
  time: { ...DEFAULT_RULES.time, ...given.time },
  sources: { ...DEFAULT_RULES.sources, ...given.sources },
  reply: { ...DEFAULT_RULES.reply, ...given.reply },
  waivers: { ...DEFAULT_RULES.waivers, ...given.waivers },
  approval: { ...DEFAULT_RULES.approval, ...given.approval },
  publication: { ...DEFAULT_RULES.publication, ...given.publication },
  corrections: { ...DEFAULT_RULES.corrections, ...given.corrections },
  complaint: { ...DEFAULT_RULES.complaint, ...given.complaint },
  evidence: { ...DEFAULT_RULES.evidence, ...given.evidence },
  escalation: withDue(given.escalation ?? DEFAULT_RULES.escalation),
  calendar: { ...DEFAULT_RULES.calendar, ...given.calendar },
});

const DUE = DEFAULT_RULES.escalation.filter(({ mark }) => mark === 'due');

const withDue = (escalation: PolicyRules['escalation']): PolicyRules['escalation'] =>
  escalation.some(({ mark }) => mark === 'due') ? escalation : [...escalation, ...DUE];
