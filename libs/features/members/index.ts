export {
  REVIEWER_IS_INDEPENDENT,
  TIE_BREAKER_IS_INDEPENDENT,
  approverTookNoPart,
  brokenBy,
  keep,
  keepFreeOfInterest,
} from './domain/duties.js';
export type { Duty, People } from './domain/duties.js';
export type { MemberFacts } from './domain/member.facts.js';
