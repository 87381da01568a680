import type { DomainCommand } from '#kernel';
import type { PolicyRules } from './policy.js';

export type DefinePolicy = DomainCommand<'DefinePolicy', { readonly name: string }>;
export type DraftPolicyVersion = DomainCommand<
  'DraftPolicyVersion',
  { readonly rules: PolicyRules; readonly note: string }
>;
export type ActivatePolicyVersion = DomainCommand<'ActivatePolicyVersion', { readonly version: number }>;

export type PolicyCommand = DefinePolicy | DraftPolicyVersion | ActivatePolicyVersion;
