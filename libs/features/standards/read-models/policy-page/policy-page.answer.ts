import { z } from 'zod';
import type { PolicyRules } from '../../domain/policy.js';
import { versionHistory } from '../version-history.js';
import { policyRules } from './policy-rules.form.js';

const policyVersion = z.strictObject({ ...versionHistory, rules: policyRules }).meta({ id: 'PolicyVersion' });

/** A policy with all its versions, the first one first. */
export const policyPage = z
  .strictObject({
    policyId: z.string(),
    version: z.int().describe('Of the policy’s stream.'),
    name: z.string(),
    active: z.int().optional().describe('The version in force, to which a check is pinned when it is opened.'),
    versions: z.array(policyVersion),
  })
  .meta({ id: 'PolicyPage' });

type PolicyVersion = Omit<z.infer<typeof policyVersion>, 'rules'> & { readonly rules: PolicyRules };

export type PolicyPage = Omit<z.infer<typeof policyPage>, 'versions'> & { readonly versions: readonly PolicyVersion[] };
