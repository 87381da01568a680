import type { Recorded } from '#kernel';
import type { ClaimEvent } from '#features/claims';
import { ofType } from '../of-type.js';
import type { ClaimItself } from './claim-page.answer.js';

type Past = readonly Recorded<ClaimEvent>[];

/** `undefined`: there is no such claim. What was changed last holds. */
export const claimIn = (events: Past): ClaimItself | undefined => {
  const [proposal] = ofType(events, 'ClaimProposed');
  if (proposal === undefined) return undefined;
  const { spans, conveyors, registeredBy: _, by, ...proposed } = proposal.data;
  return {
    claimId: proposal.id,
    version: events.length,
    ...proposed,
    spans: [...spans],
    conveyors: [...conveyors],
    ...wordingIn(events),
    ...attributionIn(events),
    proposedBy: by,
    proposedAt: proposal.recordedAt,
    ...judgementIn(events),
    appearances: appearancesIn(events),
  };
};

const wordingIn = (events: Past): Partial<Pick<ClaimItself, 'text'>> => {
  const worded = ofType(events, 'ClaimNormalised').at(-1);
  return worded === undefined ? {} : { text: worded.data.text };
};

const attributionIn = (events: Past): Partial<ClaimItself> => {
  const attributed = ofType(events, 'ClaimAttributed').at(-1);
  if (attributed === undefined) return {};
  const { claimant, conveyors, voice, statedOn, about } = attributed.data;
  return { claimant, conveyors: [...conveyors], voice, statedOn, about };
};

/** A rejected proposal may still be accepted: what was said last holds. */
const judgementIn = (events: Past): Pick<ClaimItself, 'status' | 'accepted' | 'rejected'> => {
  const acceptance = ofType(events, 'ClaimAccepted').at(-1);
  if (acceptance !== undefined)
    return { status: isMergedIn(events) ? 'merged' : 'accepted', accepted: assessmentIn(events, acceptance) };
  const rejection = ofType(events, 'ClaimProposalRejected').at(-1);
  if (rejection === undefined) return { status: 'proposed' };
  return { status: 'rejected', rejected: { ...rejection.data, rejectedAt: rejection.recordedAt } };
};

const isMergedIn = (events: Past): boolean =>
  ofType(events, 'ClaimMerged').length > ofType(events, 'ClaimUnmerged').length;

const assessmentIn = (
  events: Past,
  { data, recordedAt }: Recorded<Extract<ClaimEvent, { readonly type: 'ClaimAccepted' }>>,
): ClaimItself['accepted'] => {
  const { checkability, fragment } = ofType(events, 'ClaimCheckabilityClassified').at(-1)?.data ?? data;
  const topics = ofType(events, 'ClaimTopicsSet').at(-1)?.data.topics ?? data.topics ?? [];
  return {
    revision: events.filter(({ type }) => REVISING.includes(type)).length,
    checkability,
    ...(fragment !== undefined && { fragment }),
    severity: ofType(events, 'ClaimSeveritySet').at(-1)?.data.severity ?? data.severity,
    topics: [...topics],
    acceptedBy: data.by,
    acceptedAt: recordedAt,
  };
};

const REVISING: readonly string[] = [
  'ClaimAccepted',
  'ClaimNormalised',
  'ClaimAttributed',
  'ClaimCheckabilityClassified',
];

const appearancesIn = (events: Past): ClaimItself['appearances'] => {
  const withdrawn = ofType(events, 'ClaimAppearanceWithdrawn').map(({ data }) => data.appearanceId);
  return ofType(events, 'ClaimAppearanceAdded')
    .map(({ data }) => data)
    .filter(({ appearanceId }) => !withdrawn.includes(appearanceId));
};
