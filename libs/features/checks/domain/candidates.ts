import type { Actor, Capacity, Instant, Key, Language } from '#kernel';
import type { MemberFacts } from '#features/members';

/** Somebody who may be asked, as the desk knows him. */
export type Candidate = {
  readonly member: MemberFacts & { readonly openLoad: number };
  readonly languages: readonly Language[];
  readonly topics: readonly Key[];
  readonly lastAssignedAt?: Instant;
};

/** What somebody is looked for, by whom and when. */
export type Search = {
  readonly capacity: Capacity;
  readonly claim: { readonly language: Language; readonly topics: readonly Key[] };
  readonly actor: Actor;
  readonly at: Instant;
};
