export {
  HAS_NOT_RECUSED,
  HAS_NOT_RULED,
  REVIEWER_IS_INDEPENDENT,
  TIE_BREAKER_IS_INDEPENDENT,
  approverTookNoPart,
  brokenBy,
  keep,
  keepFreeOfInterest,
} from './domain/duties.js';
export type { Duty, People } from './domain/duties.js';
export type * from './domain/member.commands.js';
export type * from './domain/member.events.js';
export { memberFactsOf } from './domain/member.facts.js';
export type { MemberFacts } from './domain/member.facts.js';
export type { MemberState } from './domain/member.state.js';
export { memberStream } from './domain/member.stream.js';
