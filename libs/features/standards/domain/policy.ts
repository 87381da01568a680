import type { Day, Duration, Key } from '#kernel';
import type { Finding, Severity } from './finding.js';

type BySeverity<Value> = { readonly [Level in Severity]: Value };

/** When work is done. `to` may be `24:00`, the end of that day. */
export type Calendar = {
  /** IANA, such as `Europe/Berlin`. */
  readonly timeZone: string;
  /** 1 is Monday. */
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly holidays: readonly Day[];
};

/** A named instant of every clock, counted from its due time in the clock's own time. */
export type EscalationMark = {
  readonly mark: Key;
  readonly offset: Duration;
  readonly to: 'assignee' | 'editor' | 'approver';
  readonly suggest?: Key;
};

/** The stages' clocks and two more, each in working time. */
export type TimeRules = {
  readonly triage: Duration;
  readonly offer: Duration;
  readonly assign: Duration;
  readonly research: Duration;
  readonly openRound: Duration;
  readonly ruling: Duration;
  readonly reconciliation: Duration;
  readonly tieBreak: Duration;
  readonly closeRound: Duration;
  readonly approval: Duration;
  readonly publish: Duration;
};

/** A process policy, in full. Within which bounds its values lie, policy.bounds.ts says. */
export type PolicyRules = {
  readonly scale: { readonly scaleId: Key; readonly version: number };
  readonly review: {
    readonly quorum: BySeverity<number>;
    readonly agreement: BySeverity<'unanimous' | 'majority'>;
    readonly blind: boolean;
    readonly hideProposal: boolean;
    readonly answerPrecedents: boolean;
    readonly revealDelay: Duration;
  };
  readonly assignment: { readonly maxOpen: number };
  readonly time: TimeRules;
  readonly sources: { readonly minIndependent: number };
  readonly reply: { readonly requiredFor: readonly Finding[]; readonly window: Duration; readonly minWindow: Duration };
  readonly waivers: {
    readonly sources: readonly Key[];
    readonly reply: readonly Key[];
    readonly archive: readonly Key[];
  };
  readonly approval: { readonly mayHaveRuled: boolean };
  readonly publication: {
    readonly claimReviewedMax: number;
    readonly reviewAfter: Duration;
    readonly disagreementNote: 'never' | 'when_disagreed';
  };
  readonly corrections: { readonly reviewers: number };
  readonly complaint: { readonly firstLook: Duration; readonly secondLook: Duration; readonly complianceDays: number };
  readonly evidence: { readonly verifyEvery: Duration; readonly watchEvery: Duration };
  readonly escalation: readonly EscalationMark[];
  readonly calendar: Calendar;
};

/** The version of a policy to which a case is pinned, in full. */
export type PinnedPolicy = { readonly policyId: Key; readonly version: number; readonly rules: PolicyRules };
