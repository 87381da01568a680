import type { Language } from '#kernel';

/** A claim that may be the same as another, or near it. */
export type Candidate = {
  readonly claimId: string;
  /** From 0 to 1: the higher, the more alike. */
  readonly score: number;
};

/** What is looked for. */
export type Wording = { readonly claimId: string; readonly text: string; readonly language: Language };

/** Finds the claims of a desk that are like one of its claims. It suggests; a person decides. */
export abstract class SimilarClaims {
  /** Says which matcher found a candidate: another way of finding them is another version. */
  abstract readonly matcher: string;
  abstract readonly matcherVersion: string;

  /** The most alike first, and never the claim itself. */
  abstract candidatesFor(deskId: number, wording: Wording): Promise<readonly Candidate[]>;
}
