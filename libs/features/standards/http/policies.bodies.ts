import { z } from 'zod';
import type { DataOf } from '#kernel';
import { text } from '#platform/http';
import type { ActivatePolicyVersion, DefinePolicy } from '../domain/policy.commands.js';
import type { PartialRules } from '../domain/policy.rules.js';
import { partialRules } from '../read-models/policy-page/policy-rules.form.js';

// Form only. What depends on history is the decider's.

export const definePolicyBody = z.strictObject({ name: text(200) }).meta({ id: 'DefinePolicy' }) satisfies z.ZodType<
  DataOf<DefinePolicy>
>;

export const draftPolicyVersionBody = z
  .strictObject({
    rules: partialRules.describe('A version is complete: what is left out has the default of the product.'),
    note: text(2000).describe('What changes, and why.'),
  })
  .meta({ id: 'DraftPolicyVersion' }) satisfies z.ZodType<{ readonly rules: PartialRules; readonly note: string }>;

export const activatePolicyVersionBody = z
  .strictObject({ version: z.int().positive() })
  .meta({ id: 'ActivatePolicyVersion' }) satisfies z.ZodType<DataOf<ActivatePolicyVersion>>;
