import type { Key } from '#kernel';
import type { PinnedPolicy, PolicyRules } from './policy.js';
import type { Versions } from './versions.js';

export type PolicyState = { readonly isDefined: boolean; readonly versions: Versions<PolicyRules> };

/** The version of this policy that was activated last, if any was. */
export const activePolicy = (policyId: Key, state: PolicyState | undefined): PinnedPolicy | undefined => {
  const active = state?.versions.findLast(({ status }) => status === 'in_force');
  return active === undefined ? undefined : { policyId, version: active.version, rules: active.content };
};
