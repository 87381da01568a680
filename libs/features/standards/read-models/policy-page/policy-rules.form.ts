import { z } from 'zod';
import { FINDINGS } from '../../domain/finding.js';
import type { PolicyRules } from '../../domain/policy.js';
import type { PartialRules } from '../../domain/policy.rules.js';

// The form of a policy's rules. Within which bounds its values lie, the decider says.

const duration = z.string().max(40).describe('ISO 8601, such as PT4H.');
const keys = z.array(z.string()).max(100);

const bySeverity = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ low: value, medium: value, high: value, critical: value });

const scale = z.strictObject({ scaleId: z.string(), version: z.number() });
const quorum = bySeverity(z.number());
const agreement = bySeverity(z.enum(['unanimous', 'majority']));
const review = z.strictObject({
  quorum,
  agreement,
  blind: z.boolean(),
  hideProposal: z.boolean(),
  answerPrecedents: z.boolean(),
  revealDelay: duration,
});
const assignment = z.strictObject({ maxOpen: z.number() });
const time = z.strictObject({
  triage: duration,
  offer: duration,
  assign: duration,
  research: duration,
  openRound: duration,
  ruling: duration,
  reconciliation: duration,
  tieBreak: duration,
  closeRound: duration,
  approval: duration,
  publish: duration,
});
const sources = z.strictObject({ minIndependent: z.number() });
const reply = z.strictObject({ requiredFor: z.array(z.enum(FINDINGS)), window: duration, minWindow: duration });
const waivers = z.strictObject({ sources: keys, reply: keys, archive: keys });
const approval = z.strictObject({ mayHaveRuled: z.boolean() });
const publication = z.strictObject({
  claimReviewedMax: z.number(),
  reviewAfter: duration,
  disagreementNote: z.enum(['never', 'when_disagreed']),
});
const corrections = z.strictObject({ reviewers: z.number() });
const complaint = z.strictObject({ firstLook: duration, secondLook: duration, complianceDays: z.number() });
const evidence = z.strictObject({ verifyEvery: duration, watchEvery: duration });
const escalation = z
  .array(
    z.strictObject({
      mark: z.string(),
      offset: duration,
      to: z.enum(['assignee', 'editor', 'approver']),
      suggest: z.string().optional(),
    }),
  )
  .max(50);
const calendar = z.strictObject({
  timeZone: z.string().max(100),
  days: z.array(z.number()),
  from: z.string(),
  to: z.string(),
  holidays: z.array(z.string()).max(2000),
});

/** All of them. */
export const policyRules = z
  .strictObject({
    scale,
    review,
    assignment,
    time,
    sources,
    reply,
    waivers,
    approval,
    publication,
    corrections,
    complaint,
    evidence,
    escalation,
    calendar,
  })
  .meta({ id: 'PolicyRules' }) satisfies z.ZodType<PolicyRules>;

/** Any field may be left out, at every level, and then has its default. */
export const partialRules = z
  .strictObject({
    scale: scale.partial(),
    review: review.extend({ quorum: quorum.partial(), agreement: agreement.partial() }).partial(),
    assignment: assignment.partial(),
    time: time.partial(),
    sources: sources.partial(),
    reply: reply.partial(),
    waivers: waivers.partial(),
    approval: approval.partial(),
    publication: publication.partial(),
    corrections: corrections.partial(),
    complaint: complaint.partial(),
    evidence: evidence.partial(),
    escalation,
    calendar: calendar.partial(),
  })
  .partial()
  .meta({ id: 'PartialPolicyRules' }) satisfies z.ZodType<PartialRules>;
