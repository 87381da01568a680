import type { Span } from '#kernel';
import { isInside } from './spans.js';
import type { AnchorDates, MarkResidue, RecordTextNotes, ResolveDate } from './submission.commands.js';
import { idTaken, spanMismatch } from './submission.errors.js';
import type { DateResolved, DatesAnchored, ResidueMarked, TextNotesRecorded } from './submission.events.js';
import { ANYWHERE } from './submission.phase.js';
import type { SubmissionPhase } from './submission.phase.js';
import { latestOf } from './submission.state.js';
import type { Revision, Submission, SubmissionState } from './submission.state.js';
import type { TextNote } from './text-notes/text-note.js';

/** What is said about the text. It changes no word of it. */
export const texts: SubmissionPhase<
  RecordTextNotes | MarkResidue | AnchorDates | ResolveDate,
  TextNotesRecorded | ResidueMarked | DatesAnchored | DateResolved
> = {
  rules: {
    RecordTextNotes: {
      by: ['editor', 'reviewer', 'approver', 'service'],
      from: ANYWHERE,
      decide: ({ data }, state) => {
        const spans = data.notes.flatMap((note) => note.spans);
        if (!areInside(spans, revisionOf(state, data.revision))) throw spanMismatch();
        if (!areNew(data.notes, state)) throw idTaken();
        return [{ type: 'TextNotesRecorded', data }];
      },
    },

    MarkResidue: {
      by: ['editor', 'approver'],
      from: ANYWHERE,
      decide: ({ data }, state) => {
        if (!areInside(data.spans, revisionOf(state))) throw spanMismatch();
        return [{ type: 'ResidueMarked', data }];
      },
    },

    AnchorDates: {
      by: ['editor', 'approver'],
      from: ANYWHERE,
      decide: ({ data }, state) => {
        const no = state.status === 'absent' ? 1 : state.anchors + 1;
        return [{ type: 'DatesAnchored', data: { ...data, no } }];
      },
    },

    ResolveDate: {
      by: ['editor', 'approver'],
      from: ANYWHERE,
      decide: ({ data }, state) => {
        if (!areInside([data.span], revisionOf(state))) throw spanMismatch();
        return [{ type: 'DateResolved', data }];
      },
    },
  },

  evolve: {
    TextNotesRecorded: (state, { data: { notes } }) =>
      state.status === 'absent'
        ? state
        : { ...state, noteIds: [...state.noteIds, ...notes.map(({ noteId }) => noteId)] },
    ResidueMarked: (state, { data: { spans } }) =>
      state.status === 'absent' ? state : { ...state, revisions: withResidue(state, spans) },
    DatesAnchored: (state, { data: { no } }) => (state.status === 'absent' ? state : { ...state, anchors: no }),
    DateResolved: (state) => state,
  },
};

/** The last one, unless a number is named. */
const revisionOf = (state: SubmissionState, no?: number): Revision | undefined => {
  if (state.status === 'absent') return undefined;
  return no === undefined ? latestOf(state) : state.revisions[no - 1];
};

const areInside = (spans: readonly Span[], revision: Revision | undefined): boolean =>
  revision !== undefined && spans.every((span) => isInside(span, { start: 0, end: revision.length }));

/** In this submission, and among themselves. */
const areNew = (notes: readonly TextNote[], state: SubmissionState): boolean => {
  const known = new Set(state.status === 'absent' ? [] : state.noteIds);
  const own = new Set(notes.map(({ noteId }) => noteId));
  return own.size === notes.length && notes.every(({ noteId }) => !known.has(noteId));
};

const withResidue = (submission: Submission, residue: readonly Span[]): Submission['revisions'] => {
  const marked = { ...latestOf(submission), residue };
  const [first, ...others] = submission.revisions;
  return others.length === 0 ? [marked] : [first, ...others.slice(0, -1), marked];
};
