// Stored for ever. A new optional field is free; any other change needs an upcaster and a sample in test/contracts.
import type { DomainEvent } from '#kernel';
import type { PolicyRules } from './policy.js';

export type PolicyDefined = DomainEvent<'PolicyDefined', { readonly name: string }>;
export type PolicyVersionDrafted = DomainEvent<
  'PolicyVersionDrafted',
  { readonly version: number; readonly rules: PolicyRules; readonly note: string; readonly draftedBy: string }
>;
export type PolicyVersionActivated = DomainEvent<'PolicyVersionActivated', { readonly version: number }>;

export type PolicyEvent = PolicyDefined | PolicyVersionDrafted | PolicyVersionActivated;
