/** How one claim stands to another. */
export const RELATIONS = [
  'variant_of',
  'same_claim_other_claimant',
  'contradicts',
  'repeats',
  'part_of',
  'qualifies',
  'extends',
] as const;
export type Relation = (typeof RELATIONS)[number];

const BOTH_WAYS: readonly Relation[] = ['variant_of', 'same_claim_other_claimant', 'contradicts'];

/** Whether it says the same of both claims, so that a link from either is a link between the two. */
export const readsBothWays = (relation: Relation): boolean => BOTH_WAYS.includes(relation);

/** As it stands in the stream of the claim from which it leads. */
export type ClaimLink = { readonly linkId: string; readonly toClaimId: string; readonly relation: Relation };
