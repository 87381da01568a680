import type { Actor, DataOf, Instant } from '#kernel';
import type {
  CancelSchedule,
  HoldPublication,
  MarkVerdictExpired,
  RefuseApproval,
  ResumeCheck,
  ScheduleVerdict,
  ShelveCheck,
  WithdrawApproval,
  WithdrawCheck,
} from '../check.commands.js';
import type { CheckEvent, CheckShelved, CheckWithdrawn, PublicationHeld, VerdictScheduled } from '../check.events.js';
import { from } from './changes.js';
import type { Changes } from './changes.js';
import { factsOf, job } from './people.js';
import { claim } from './world.js';

// What may happen to a verdict between its draft and its readers, and to a check that is left alone.

/** Two hours after `NOW`. */
export const PUBLISH_AT: Instant = '2026-11-23T12:00:00.000Z';

const REFUSED = { versionNo: 1, draftNo: 1, reason: 'The summary does not say who denies it.' };
const WITHDRAWN = { versionNo: 1, reason: 'They have just announced a statement.' };
const CANCELLED = { versionNo: 1, reason: 'The ministry speaks only in the afternoon.' };

export const refuse = (actor: Actor, { data, facts, at }: Changes<RefuseApproval> = {}): RefuseApproval => ({
  type: 'RefuseApproval',
  data: { ...REFUSED, ...data },
  facts: { claim, member: factsOf(actor), ...facts },
  ...from(actor, at),
});

export const withdrawApproval = (actor: Actor, { data, at }: Changes<WithdrawApproval> = {}): WithdrawApproval => ({
  type: 'WithdrawApproval',
  data: { ...WITHDRAWN, ...data },
  ...from(actor, at),
});

export const schedule = (actor: Actor, { data, facts, at }: Changes<ScheduleVerdict> = {}): ScheduleVerdict => ({
  type: 'ScheduleVerdict',
  data: { versionNo: 1, publishAt: PUBLISH_AT, ...data },
  facts: { claim, member: factsOf(actor), ...facts },
  ...from(actor, at),
});

export const cancelSchedule = (actor: Actor, { data, at }: Changes<CancelSchedule> = {}): CancelSchedule => ({
  type: 'CancelSchedule',
  data: { ...CANCELLED, ...data },
  ...from(actor, at),
});

export const hold = (
  { data, at = PUBLISH_AT }: Changes<HoldPublication> = {},
  actor: Actor = job('publish-verdict'),
): HoldPublication => ({
  type: 'HoldPublication',
  data: { versionNo: 1, scheduleNo: 1, code: 'check/evidence-broken', ...data },
  ...from(actor, at),
});

export const markExpired = (
  at: Instant,
  data: Partial<DataOf<MarkVerdictExpired>> = {},
  actor: Actor = job('expire-verdict'),
): MarkVerdictExpired => ({
  type: 'MarkVerdictExpired',
  data: { versionNo: 1, reviewBy: '2027-05-23', ...data },
  ...from(actor, at),
});

export const shelve = (actor: Actor, { data, at }: Changes<ShelveCheck> = {}): ShelveCheck => ({
  type: 'ShelveCheck',
  data: { code: 'awaiting_event', note: 'The panel of experts reports in March.', ...data },
  ...from(actor, at),
});

export const withdrawCheck = (actor: Actor, { data, at }: Changes<WithdrawCheck> = {}): WithdrawCheck => ({
  type: 'WithdrawCheck',
  data: { code: 'claim_withdrawn', note: 'The spokesman has taken his words back.', ...data },
  ...from(actor, at),
});

export const resume = (actor: Actor, { data, facts, at }: Changes<ResumeCheck> = {}): ResumeCheck => ({
  type: 'ResumeCheck',
  data: { reason: 'The panel of experts has reported.', ...data },
  facts: { claim, ...facts },
  ...from(actor, at),
});

export const approvalRefused: CheckEvent = { type: 'VerdictApprovalRefused', data: REFUSED };

export const approvalWithdrawn: CheckEvent = { type: 'VerdictApprovalWithdrawn', data: WITHDRAWN };

export const scheduled = (changes: Partial<DataOf<VerdictScheduled>> = {}): CheckEvent => ({
  type: 'VerdictScheduled',
  data: { versionNo: 1, scheduleNo: 1, publishAt: PUBLISH_AT, ...changes },
});

export const scheduleCancelled = (scheduleNo = 1): CheckEvent => ({
  type: 'VerdictScheduleCancelled',
  data: { ...CANCELLED, scheduleNo },
});

export const publicationHeld = (changes: Partial<DataOf<PublicationHeld>> = {}): CheckEvent => ({
  type: 'PublicationHeld',
  data: { versionNo: 1, scheduleNo: 1, code: 'check/evidence-broken', ...changes },
});

export const verdictExpired: CheckEvent = {
  type: 'VerdictExpired',
  data: { versionNo: 1, reviewBy: '2027-05-23' },
};

export const shelved = (left: CheckShelved['data']['from']): CheckEvent => ({
  type: 'CheckShelved',
  data: { code: 'awaiting_event', note: 'The panel of experts reports in March.', from: left },
});

export const checkWithdrawn = (left: CheckWithdrawn['data']['from']): CheckEvent => ({
  type: 'CheckWithdrawn',
  data: { code: 'claim_withdrawn', note: 'The spokesman has taken his words back.', from: left },
});

export const resumed: CheckEvent = {
  type: 'CheckResumed',
  data: { reason: 'The panel of experts has reported.' },
};
