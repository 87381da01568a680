import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  BUILT_IN_SCALES,
  FINDINGS,
  FIVE_STEP,
  completeRules,
  fieldOutOfBounds,
  keepPublishable,
} from '#features/standards';
import type { Label, PartialRules, PolicyRules } from '#features/standards';
import { StartRefused } from '#platform/config';

/** With which standards a desk begins. */
export type Standards = { readonly rules: PolicyRules; readonly labels: readonly Label[] };

/**
 * The standards of a file: the rules of a policy, of which any field may be left out and then has its default, and
 * optionally `labels`, those of version 1 of the scale that the rules name. Without a file, the built-in ones.
 * Throws `StartRefused` for what the deciders would refuse too, so that no desk is left half made.
 */
export const readStandards = (file?: string): Standards => {
  const { labels: own, ...given } = file === undefined ? {} : parse(file);
  const rules = completeRules(given);
  const builtIn = BUILT_IN_SCALES.find(({ id }) => id === rules.scale.scaleId) ?? FIVE_STEP;
  const labels = own ?? builtIn.labels;
  const field = fieldOutOfBounds(rules);
  if (field !== undefined) throw new StartRefused(`In the policy file ${file}, ${field} is outside its bounds.`);
  try {
    keepPublishable(labels, 'ordinal');
  } catch (error) {
    throw new StartRefused(`The labels of the policy file ${file} make no scale: ${messageOf(error)}`);
  }
  return { rules, labels };
};

const parse = (file: string): z.infer<typeof form> => {
  const { data, error } = form.safeParse(contentOf(file));
  if (data !== undefined) return data;
  const mistakes = error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
  throw new StartRefused(`The policy file ${file} is not as described: ${mistakes.join('; ')}.`);
};

const contentOf = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartRefused(`The policy file ${file} cannot be read as JSON: ${messageOf(error)}.`);
  }
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const duration = z.string();
const keys = z.array(z.string());
const bySeverity = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ low: value, medium: value, high: value, critical: value }).partial();
const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape).partial().optional();
const key = z.string().regex(/^[a-z0-9][a-z0-9:._-]{0,79}$/, 'not a key');
const texts = (longest: number) => z.record(z.string(), z.string().trim().min(1).max(longest));
const inEnglish = (longest: number) =>
  texts(longest).refine(({ en }) => en !== undefined, 'needs a text in English, `en`');

const label = z.strictObject({
  key,
  text: inEnglish(60),
  definition: inEnglish(300),
  findings: z.array(z.enum(FINDINGS)).min(1),
  value: z.number().optional(),
});

const rules = {
  scale: part({ scaleId: key, version: z.literal(1, 'a desk begins with version 1 of its scale') }),
  review: part({
    quorum: bySeverity(z.number()),
    agreement: bySeverity(z.enum(['unanimous', 'majority'])),
    blind: z.boolean(),
    hideProposal: z.boolean(),
    answerPrecedents: z.boolean(),
    revealDelay: duration,
  }),
  assignment: part({ maxOpen: z.number() }),
  time: part({
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
  }),
  sources: part({ minIndependent: z.number() }),
  reply: part({ requiredFor: z.array(z.enum(FINDINGS)), window: duration, minWindow: duration }),
  waivers: part({ sources: keys, reply: keys, archive: keys }),
  approval: part({ mayHaveRuled: z.boolean() }),
  publication: part({
    claimReviewedMax: z.number(),
    reviewAfter: duration,
    disagreementNote: z.enum(['never', 'when_disagreed']),
  }),
  corrections: part({ reviewers: z.number() }),
  complaint: part({ firstLook: duration, secondLook: duration, complianceDays: z.number() }),
  evidence: part({ verifyEvery: duration, watchEvery: duration }),
  escalation: z
    .array(
      z.strictObject({
        mark: z.string(),
        offset: duration,
        to: z.enum(['assignee', 'editor', 'approver']),
        suggest: z.string().optional(),
      }),
    )
    .optional(),
  calendar: part({
    timeZone: z.string(),
    days: z.array(z.number()),
    from: z.string(),
    to: z.string(),
    holidays: z.array(z.string()),
  }),
};

z.strictObject(rules) satisfies z.ZodType<PartialRules>;

const form = z.strictObject({ ...rules, labels: z.array(label).min(1).optional() });
