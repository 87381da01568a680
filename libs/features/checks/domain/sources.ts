import type { Key } from '#kernel';
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

export const demandSources = ({ finding, basis }: Outcome, links: readonly Link[], needed: number): void => {
  const isExempt = CARRIED_BY[finding].length === 0 || basis === 'no_consensus';
  if (isExempt) return;
  const groups = independentGroupsOf(finding, links);
  if (groups.length < needed) throw tooFewSources(groups, needed);
  const isOneSided = CARRIED_BY[finding].some((stance) => carrying([stance], links).length === 0);
  if (TWO_SIDED.includes(finding) && isOneSided) throw sideWithoutSource(groups, needed);
};

const carrying = (stances: readonly Stance[], links: readonly Link[]): readonly Link[] =>
  links.filter(({ stance, nature }) => stances.includes(stance) && nature !== 'assertion');
