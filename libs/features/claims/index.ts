export { CHECKABILITIES, isRateable } from './domain/claim.facts.js';
export type { Checkability, ClaimFacts, ClaimStatus } from './domain/claim.facts.js';
