import type { DomainCommand, Instant, Key } from '#kernel';
import type { ClaimFacts } from '#features/claims';
import type { PinnedPolicy } from '#features/standards';
import type { Found } from './found.js';

export type OpenCheck = DomainCommand<
  'OpenCheck',
  { readonly policyId?: Key; readonly dueAt?: Instant },
  { readonly claim: Found<ClaimFacts>; readonly policy: Found<PinnedPolicy> }
>;
export type CaseCommand = OpenCheck;
