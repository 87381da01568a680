import { stateOf } from '#kernel';
import type { AnyEvent, OfType, Recorded } from '#kernel';
import { submissionDecider } from '../../domain/submission.decider.js';
import type { SubmissionEvent } from '../../domain/submission.events.js';
import { latestOf } from '../../domain/submission.state.js';
import { notesOf } from './notes.fold.js';
import type { SubmissionPage } from './submission-page.answer.js';

type Events = readonly Recorded<SubmissionEvent>[];

/** The page of what has happened to it; `undefined`: there is no such submission. */
export const submissionPageOf = (events: Events, maySeeContact: boolean): SubmissionPage | undefined => {
  const [registered] = ofType(events, 'SubmissionRegistered');
  const state = stateOf(submissionDecider, events);
  if (registered === undefined || state.status === 'absent') return undefined;
  const { kind, title, language, sourceUrl, publisher, publishedOn, externalKey, triageDueAt, by } = registered.data;
  const contact = maySeeContact ? contactIn(events) : undefined;
  return {
    submissionId: registered.id,
    version: events.length,
    kind,
    status: state.status,
    title,
    language,
    sourceUrl,
    publisher,
    publishedOn,
    externalKey,
    registeredBy: by,
    receivedAt: registered.recordedAt,
    triage: { dueAt: triageDueAt, overdue: state.overdue, ...lateness(events) },
    ...turnedAway(events),
    text: latestOf(state).text,
    revisions: state.revisions.map(({ residue, ...revision }, place) => ({
      revision: place + 1,
      ...revision,
      receivedAt: receivedAt(events, place + 1) ?? registered.recordedAt,
      residue: [...residue],
    })),
    notes: notesOf(events),
    anchor: ofType(events, 'DatesAnchored').at(-1)?.data,
    snapshots: [...new Set(ofType(events, 'SubmissionSnapshotAttached').map(({ data }) => data.evidenceId))],
    ...(contact && { contact }),
  };
};

const receivedAt = (events: Events, revision: number): string | undefined =>
  ofType(events, 'SubmissionRevised').find(({ data }) => data.revision === revision)?.recordedAt;

const TRIAGE = ['SubmissionTriaged', 'SubmissionDeclined', 'SubmissionMarkedDuplicate', 'SubmissionRestored'];

/** What became of it last. */
const lastTurn = (events: Events): Recorded<SubmissionEvent> | undefined =>
  events.findLast(({ type }) => TRIAGE.includes(type));

const lateness = (events: Events): { late?: boolean } => {
  const turn = lastTurn(events);
  return turn?.type === 'SubmissionTriaged' ? turn.data : {};
};

const turnedAway = (events: Events): Pick<SubmissionPage, 'declined' | 'duplicateOf'> => {
  const turn = lastTurn(events);
  if (turn?.type === 'SubmissionDeclined') return { declined: turn.data };
  return turn?.type === 'SubmissionMarkedDuplicate' ? { duplicateOf: turn.data.ofSubmissionId } : {};
};

/** Its payload is empty once it was erased. */
const contactIn = (events: Events): SubmissionPage['contact'] =>
  ofType(events, 'SubmissionContactRecorded').at(-1)?.data?.contact;

const ofType = <Event extends AnyEvent, Type extends Event['type']>(
  events: readonly Recorded<Event>[],
  type: Type,
): readonly Recorded<OfType<Event, Type>>[] =>
  events.filter((event): event is Recorded<OfType<Event, Type>> => event.type === type);
