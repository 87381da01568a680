import type { Recorded } from '#kernel';
import type { ClaimEvent } from '#features/claims';
import type { Sight } from '#features/evidence';
import { visibleQuoteCheck } from '../../domain/visible-quote-check.js';
import { ofType } from '../of-type.js';
import type { AttachedSubmission, CheckedQuote, KnownExternalCheck, Revision } from './claim-page.parts.js';

type Past = readonly Recorded<ClaimEvent>[];

/** How the claim read in each of its revisions. */
export const revisionsIn = (events: Past): Revision[] => {
  const [proposal] = ofType(events, 'ClaimProposed');
  if (proposal === undefined) return [];
  const { text, claimant, statedOn } = proposal.data;
  const revisions: Revision[] = [];
  let now: Omit<Revision, 'revision' | 'change' | 'reason' | 'by' | 'at'> = {
    text,
    claimant,
    statedOn,
    checkability: 'factual',
  };
  for (const event of events) {
    const change = changeBy(event);
    if (change === undefined) continue;
    now = { ...now, ...change.to };
    const { is, reason } = change;
    const said = { ...(reason !== undefined && { reason }), by: event.actor.id, at: event.recordedAt };
    revisions.push({ revision: revisions.length + 1, change: is, ...now, ...said });
  }
  return revisions;
};

type Change = { readonly is: Revision['change']; readonly to: Partial<Revision>; readonly reason?: string };

const changeBy = ({ type, data }: Recorded<ClaimEvent>): Change | undefined => {
  if (type === 'ClaimAccepted') return changed('accepted', { checkability: data.checkability }, data);
  if (type === 'ClaimNormalised') return changed('normalised', { text: data.text }, data);
  if (type === 'ClaimCheckabilityClassified') return changed('classified', { checkability: data.checkability }, data);
  if (type !== 'ClaimAttributed') return undefined;
  return changed('attributed', { claimant: data.claimant, statedOn: data.statedOn }, data);
};

const changed = (is: Change['is'], to: Change['to'], { reason }: { readonly reason?: string }): Change => ({
  is,
  to,
  ...(reason !== undefined && { reason }),
});

/** The one in which it was marked first, and those that were attached since. */
export const submissionsIn = (events: Past): AttachedSubmission[] => {
  const places = events.filter((event) => event.type === 'ClaimProposed' || event.type === 'ClaimSubmissionAttached');
  return places.map(({ data: { submissionId, spans } }) => ({ submissionId, spans: [...spans] }));
};

/** Each as far as whoever asks may see the evidence with which the quote was compared. */
export const quoteChecksIn = (events: Past, sightOf: (evidenceId: string) => Sight): CheckedQuote[] =>
  ofType(events, 'QuoteChecked').map(({ data, actor, recordedAt }) => ({
    ...visibleQuoteCheck(data, sightOf(data.evidenceId)),
    by: actor.id,
    at: recordedAt,
  }));

export const evidenceOfQuoteChecks = (events: Past): readonly string[] => [
  ...new Set(ofType(events, 'QuoteChecked').map(({ data }) => data.evidenceId)),
];

/** Of each the revision that was found last. */
export const externalChecksIn = (events: Past): KnownExternalCheck[] => {
  const latest = new Map<string, KnownExternalCheck>();
  for (const { data, recordedAt } of ofType(events, 'ExternalChecksFound'))
    for (const item of data.items)
      latest.set(`${data.source} ${item.externalKey}`, { source: data.source, ...item, foundAt: recordedAt });
  return [...latest.values()];
};

/** Into which claim it was merged, if it still is. */
export const mergerIn = (events: Past) => {
  const last = events.findLast(({ type }) => type === 'ClaimMerged' || type === 'ClaimUnmerged');
  if (last?.type !== 'ClaimMerged') return undefined;
  return { ...last.data, by: last.actor.id, at: last.recordedAt };
};
