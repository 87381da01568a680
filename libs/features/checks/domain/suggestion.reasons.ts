import type { Capacity } from '#kernel';
import {
  HAS_NOT_RECUSED,
  REVIEWER_IS_INDEPENDENT,
  TIE_BREAKER_IS_INDEPENDENT,
  approverTookNoPart,
  brokenBy,
} from '#features/members';
import type { Duty } from '#features/members';
import type { Candidate, Search } from './candidates.js';
import { isActive, rulesOf } from './check.state.js';
import type { AssignmentStatus, CheckState } from './check.state.js';

/** One thing that speaks for asking somebody, or against it. */
export type Reason = {
  readonly code: string;
  readonly sentence: string;
  readonly speaks: 'for' | 'against';
  /** What it is about, and how much of that: what the order of the suggestions goes by. */
  readonly about: 'language' | 'topic' | 'load' | 'conflict' | 'obstacle' | 'merit';
  readonly weight: number;
};

export const reasonsFor = (candidate: Candidate, search: Search, state: CheckState): readonly Reason[] => [
  ...aboutLanguage(candidate, search),
  ...aboutTopics(candidate, search),
  ...aboutLoad(candidate, state),
  ...aboutConflicts(candidate, state),
  ...aboutDuties(candidate, search, state),
  ...aboutPast(candidate, search, state),
];

const inFavour = (about: Reason['about'], code: string, sentence: string, weight = 1): Reason => ({
  code,
  sentence,
  speaks: 'for',
  about,
  weight,
});

const against = (about: Reason['about'], code: string, sentence: string, weight = 0): Reason => ({
  code,
  sentence,
  speaks: 'against',
  about,
  weight,
});

const obstacle = (code: string, sentence: string): Reason => against('obstacle', code, sentence, 1);

/** Without its region: who reads English reads British English. */
const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? language;

const aboutLanguage = ({ languages }: Candidate, { claim }: Search): readonly Reason[] => {
  if (languages.length === 0)
    return [against('language', 'languages-unknown', 'Has not said in which languages he works.')];
  return languages.some((one) => primary(one) === primary(claim.language))
    ? [inFavour('language', 'speaks-language', `Works in the language of the claim (${claim.language}).`)]
    : [against('language', 'other-languages', `The claim is in ${claim.language}; he works in ${list(languages)}.`)];
};

const aboutTopics = ({ topics }: Candidate, { claim }: Search): readonly Reason[] => {
  if (claim.topics.length === 0) return [];
  const known = claim.topics.filter((topic) => topics.includes(topic));
  return known.length > 0
    ? [inFavour('topic', 'knows-topics', `Knows about ${list(known)}.`, known.length)]
    : [against('topic', 'other-topics', `Has not named ${list(claim.topics)} among his topics.`)];
};

const aboutLoad = ({ member: { openLoad } }: Candidate, state: CheckState): readonly Reason[] => {
  const { maxOpen } = rulesOf(state).assignment;
  if (openLoad === 0) return [inFavour('load', 'is-free', 'Has nothing else to do.')];
  const sentence = `Has ${openLoad} open of ${maxOpen} that the policy allows.`;
  if (openLoad >= maxOpen) return [against('load', 'load-limit', sentence)];
  return openLoad * 2 > maxOpen ? [against('load', 'is-busy', sentence)] : [inFavour('load', 'has-room', sentence)];
};

const aboutConflicts = ({ member: { memberId, interests } }: Candidate, { people }: CheckState): readonly Reason[] => {
  const shared = interests.filter((key) => people.partyKeys.includes(key));
  const recused = brokenBy(HAS_NOT_RECUSED, memberId, people);
  if (recused !== undefined) return [against('conflict', recused.code, recused.message)];
  return shared.length > 0
    ? [against('conflict', 'conflict-of-interest', `Has declared an interest in ${list(shared)}.`)]
    : [inFavour('conflict', 'no-conflict', 'Has declared no interest in a party of the claim.')];
};

/** An approver need not be able to sign in order to hold the capacity, but it would be of no use. */
const dutiesOf = (capacity: Capacity, state: CheckState): readonly Duty[] => {
  if (capacity === 'reviewer') return REVIEWER_IS_INDEPENDENT;
  if (capacity === 'tie_breaker') return TIE_BREAKER_IS_INDEPENDENT;
  return capacity === 'approver' ? approverTookNoPart(rulesOf(state).approval.mayHaveRuled) : [];
};

const aboutDuties = (
  { member: { memberId } }: Candidate,
  { capacity }: Search,
  state: CheckState,
): readonly Reason[] => {
  if (capacity === 'researcher') {
    const isReviewer = state.assignments.some(
      (one) => one.memberId === memberId && one.capacity === 'reviewer' && isActive(one),
    );
    return isReviewer ? [obstacle('reviews-it', 'Is to review this check, and could not once he researches it.')] : [];
  }
  const broken = brokenBy(dutiesOf(capacity, state), memberId, state.people);
  return broken === undefined
    ? [inFavour('merit', 'took-no-part', 'Has done nothing in this case that bars him from it.')]
    : [obstacle(broken.code, broken.message)];
};

const LEFT_BEFORE: { readonly [Status in AssignmentStatus]?: readonly [code: string, sentence: string] } = {
  declined: ['declined-before', 'Has declined to do this on this check.'],
  expired: ['did-not-answer', 'Did not answer when he was asked to do this on this check.'],
  transferred: ['handed-on-before', 'Had this on this check, and it was handed on to another member.'],
  released: ['released-before', 'Had this on this check, and was released from it.'],
};

const aboutPast = (
  { member: { memberId } }: Candidate,
  { capacity }: Search,
  { assignments, people }: CheckState,
): readonly Reason[] => {
  const last = assignments.findLast((one) => one.memberId === memberId && one.capacity === capacity);
  const left = last && LEFT_BEFORE[last.status];
  if (left !== undefined) return [obstacle(...left)];
  const knowsIt = capacity === 'researcher' && people.workedOn.includes(memberId);
  return knowsIt ? [inFavour('merit', 'knows-the-case', 'Has worked on this case before.')] : [];
};

const list = (words: readonly string[]): string => words.join(', ');
