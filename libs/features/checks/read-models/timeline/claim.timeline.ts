import { ROLES, mayEver } from '#kernel';
import { claimStream } from '#features/claims';
import { evidenceStream, sightOfEvidence } from '#features/evidence';
import { refTo } from '#platform/event-store';
import { timelineOf } from '#platform/timeline';
import { visibleQuoteCheck } from '../../domain/visible-quote-check.js';
import { ofType } from '../of-type.js';

/** For every member. The words of evidence that is restricted, with which a quote was compared, are for who may see it. */
export const claimTimeline = timelineOf(claimStream, {
  mayRead: (actor) => mayEver(ROLES, actor),
  seenBy: async (actor, events, { deskId, streams }) => {
    const compared = new Set(ofType(events, 'QuoteChecked').map(({ data }) => data.evidenceId));
    const found = await streams.readTogether(
      deskId,
      [...compared].map((id) => refTo(evidenceStream, id)),
    );
    return events.map((event) => {
      if (event.type !== 'QuoteChecked') return { shows: 'all', event };
      const sight = sightOfEvidence(actor, found.stateOf(evidenceStream, event.data.evidenceId));
      const data = visibleQuoteCheck(event.data, sight);
      return { shows: sight === 'whole' ? 'all' : 'part', event: { ...event, data } };
    });
  },
});
