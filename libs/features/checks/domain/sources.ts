import type { DomainError, Key } from '#kernel';
import type { Finding } from '#features/standards';
import { sideWithoutSource, tooFewSources } from './verdict.errors.js';
import type { Link, Outcome, Stance } from './check.state.js';

/** Which stances carry a finding. One that says that nothing is known needs none. */
const CARRIED_BY: { readonly [Name in Finding]: readonly Stance[] } = {
  supported: ['supports'],
  mostly_supported: ['supports'],
  mostly_refuted: ['refutes'],
  refuted: ['refutes'],
  mixed: ['supports', 'refutes'],
  conflicting_evidence: ['supports', 'refutes'],
  misleading_context: ['supports', 'refutes', 'context'],
  outdated: ['supports', 'refutes', 'context'],
  satire: ['supports', 'refutes', 'context'],
  insufficient_evidence: [],
  not_checkable: [],
};

/** What credible evidence says both ways needs a source on each side. */
const TWO_SIDED: readonly Finding[] = ['mixed', 'conflicting_evidence'];

export const originGroupsOf = (links: readonly Link[]): readonly Key[] => [
  ...new Set(links.map(({ originGroup }) => originGroup)),
];

/** A bare assertion proves nothing, and ten papers that cite one agency are one source. */
export const independentGroupsOf = (finding: Finding, links: readonly Link[]): readonly Key[] =>
  originGroupsOf(carrying(CARRIED_BY[finding], links));

/** Whether these links carry that finding, were it found. */
export const hasSources = (finding: Finding, links: readonly Link[], needed: number): boolean =>
  shortageOf(finding, links, needed) === undefined;

/** Where the reviewers came to no consensus, nothing needs to be carried. */
export const demandSources = ({ finding, basis }: Outcome, links: readonly Link[], needed: number): void => {
  const shortage = basis === 'no_consensus' ? undefined : shortageOf(finding, links, needed);
  if (shortage !== undefined) throw shortage;
};

const shortageOf = (finding: Finding, links: readonly Link[], needed: number): DomainError | undefined => {
  if (CARRIED_BY[finding].length === 0) return undefined;
  const groups = independentGroupsOf(finding, links);
  if (groups.length < needed) return tooFewSources(groups, needed);
  const isOneSided = CARRIED_BY[finding].some((stance) => carrying([stance], links).length === 0);
  return TWO_SIDED.includes(finding) && isOneSided ? sideWithoutSource(groups, needed) : undefined;
};

const carrying = (stances: readonly Stance[], links: readonly Link[]): readonly Link[] =>
  links.filter(({ stance, nature }) => stances.includes(stance) && nature !== 'assertion');
