import { stateOf } from '#kernel';
import type { AnyEvent, OfType, Recorded } from '#kernel';
import { evidenceDecider } from '../../domain/evidence.decider.js';
import type { EvidenceEvent } from '../../domain/evidence.events.js';
import type { EvidencePage } from './evidence-page.answer.js';

/** The page of what has happened to it; `undefined`: there is no such evidence. */
export const evidencePageOf = (events: readonly Recorded<EvidenceEvent>[]): EvidencePage | undefined => {
  const [capture] = ofType(events, 'EvidenceCaptured');
  const state = stateOf(evidenceDecider, events);
  if (capture === undefined || state.status === 'absent') return undefined;
  const { archiveRun: _, ...captured } = capture.data;
  const { status, archiveRun, originGroup } = state;
  return {
    evidenceId: capture.id,
    version: events.length,
    ...captured,
    originGroup,
    capturedBy: capture.actor.id,
    capturedAt: capture.recordedAt,
    status,
    archiveRun,
    copies: ofType(events, 'EvidenceArchived').map(({ data: { storageKey: _place, ...copy }, recordedAt }) => ({
      ...copy,
      archivedAt: recordedAt,
    })),
    failure: failureOf(events, archiveRun),
    acknowledged: status === 'acknowledged' ? acknowledgementIn(events) : undefined,
    flags: [],
  };
};

const failureOf = (events: readonly Recorded<EvidenceEvent>[], archiveRun: number): EvidencePage['failure'] => {
  const failed = ofType(events, 'EvidenceArchiveFailed').find(({ data }) => data.archiveRun === archiveRun);
  return failed && { ...failed.data, failedAt: failed.recordedAt };
};

const acknowledgementIn = (events: readonly Recorded<EvidenceEvent>[]): EvidencePage['acknowledged'] => {
  const last = ofType(events, 'EvidenceArchiveFailureAcknowledged').at(-1);
  return last && { ...last.data, acknowledgedBy: last.actor.id, acknowledgedAt: last.recordedAt };
};

const ofType = <Event extends AnyEvent, Type extends Event['type']>(
  events: readonly Recorded<Event>[],
  type: Type,
): readonly Recorded<OfType<Event, Type>>[] =>
  events.filter((event): event is Recorded<OfType<Event, Type>> => event.type === type);
