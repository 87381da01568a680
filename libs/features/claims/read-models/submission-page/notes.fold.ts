import type { Recorded } from '#kernel';
import type { SubmissionEvent } from '../../domain/submission.events.js';
import { dateOf, readingOf } from '../../domain/text-notes/resolve-date.js';
import type { Anchor, DateReading, Override } from '../../domain/text-notes/resolve-date.js';
import type { SubmissionPage } from './submission-page.answer.js';

/** What the notes are read with. A date that was resolved by hand holds for the revision that was the last one then. */
type Known = {
  readonly texts: readonly string[];
  readonly anchor: Anchor | undefined;
  readonly overrides: readonly (Override & { readonly revision: number })[];
};

/** Every note, with its date as of now: an anchor that comes later changes all that were not resolved by hand. */
export const notesOf = (events: readonly Recorded<SubmissionEvent>[]): SubmissionPage['notes'] => {
  const known = events.reduce(learn, { texts: [], anchor: undefined, overrides: [] });
  const readings = known.texts.map((text, place) => readingIn(known, text, place + 1));
  return events.flatMap((event) => {
    if (event.type !== 'TextNotesRecorded') return [];
    const { revision, notes } = event.data;
    const reading = readings[revision - 1];
    return notes.map(({ noteId, kind, spans, message }) => {
      const date = reading && dateOf({ kind, spans, message }, reading);
      return {
        noteId,
        revision,
        kind,
        spans: [...spans],
        message,
        ...(date && { date }),
        by: event.actor.id,
        recordedAt: event.recordedAt,
      };
    });
  });
};

const learn = (known: Known, event: SubmissionEvent): Known => {
  if (event.type === 'SubmissionRegistered' || event.type === 'SubmissionRevised')
    return { ...known, texts: [...known.texts, event.data.text] };
  if (event.type === 'DatesAnchored') return { ...known, anchor: event.data };
  if (event.type === 'DateResolved')
    return { ...known, overrides: [...known.overrides, { ...event.data, revision: known.texts.length }] };
  return known;
};

const readingIn = ({ anchor, overrides }: Known, text: string, revision: number): DateReading =>
  readingOf(
    text,
    anchor,
    overrides.filter((one) => one.revision === revision),
  );
