import type { Actor, DataOf, Instant } from '#kernel';
import type {
  AddNote,
  DismissConcern,
  ExtendStage,
  MarkDeadline,
  RaiseConcern,
  ReturnToResearch,
  SetCheckSeverity,
  SetDueDate,
} from '../check.commands.js';
import type {
  CheckEvent,
  ConcernRaised,
  DeadlineMissed,
  DueDateSet,
  NoteAdded,
  StageExtended,
} from '../check.events.js';
import type { NoteAudience, Stage } from '../check.state.js';
import { from } from './changes.js';
import type { Changes } from './changes.js';
import { marks } from './past.js';
import { job } from './people.js';

// The two clocks of a case, and what people say about it: what is asked for, and what has happened.

export const setSeverity = (actor: Actor, { data, at }: Changes<SetCheckSeverity> = {}): SetCheckSeverity => ({
  type: 'SetCheckSeverity',
  data: { severity: 'high', reason: 'Sanctions are argued for with it.', ...data },
  ...from(actor, at),
});

export const setDueDate = (actor: Actor, dueAt: Instant, reason?: string, at?: Instant): SetDueDate => ({
  type: 'SetDueDate',
  data: { dueAt, ...(reason === undefined ? {} : { reason }) },
  ...from(actor, at),
});

export const extendStage = (actor: Actor, dueAt: Instant, at?: Instant): ExtendStage => ({
  type: 'ExtendStage',
  data: { dueAt, reason: 'The archive answers only then.' },
  ...from(actor, at),
});

export const returnToResearch = (actor: Actor, at?: Instant): ReturnToResearch => ({
  type: 'ReturnToResearch',
  data: { reason: 'A photograph has come up.' },
  ...from(actor, at),
});

export const addNote = (actor: Actor, audience: NoteAudience, { data, at }: Changes<AddNote> = {}): AddNote => ({
  type: 'AddNote',
  data: { noteId: 'n1', text: 'All support comes from one origin group.', audience, ...data },
  ...from(actor, at),
});

export const raiseConcern = (actor: Actor, { data, at }: Changes<RaiseConcern> = {}): RaiseConcern => ({
  type: 'RaiseConcern',
  data: { concernId: 'co1', kind: 'source_gone', ref: 'e2', text: 'The report is no longer there.', ...data },
  ...from(actor, at),
});

export const dismissConcern = (actor: Actor, concernId = 'co1', at?: Instant): DismissConcern => ({
  type: 'DismissConcern',
  data: { concernId, reason: 'It has another address now.' },
  ...from(actor, at),
});

export const markDeadline = (
  data: DataOf<MarkDeadline>,
  at: Instant,
  actor: Actor = job('mark-deadline'),
): MarkDeadline => ({ type: 'MarkDeadline', data, ...from(actor, at) });

/** Two hours after `NOW`, with the marks of the default policy. */
export const STAGE_DUE: Instant = '2026-11-23T12:00:00.000Z';
export const STAGE_MARKS = marks(STAGE_DUE, { after: '2026-11-23T16:00:00.000Z' });

/** A stage that was entered at `NOW`, due in two hours. */
export const running = (name: Stage, no: number): CheckEvent => ({
  type: 'StageEntered',
  data: { no, run: 1, stage: name, dueAt: STAGE_DUE, marks: STAGE_MARKS },
});

export const missed = (no: number, changes: Partial<DataOf<DeadlineMissed>> = {}): CheckEvent => ({
  type: 'DeadlineMissed',
  data: { clock: 'stage', no, run: 1, mark: 'due', dueAt: STAGE_DUE, to: 'editor', ...changes },
});

export const paused = (no: number, remaining = 'PT2H'): CheckEvent => ({
  type: 'StagePaused',
  data: { no, run: 1, remaining, reason: 'reply' },
});

export const extended = (no: number, changes: Partial<DataOf<StageExtended>> = {}): CheckEvent => ({
  type: 'StageExtended',
  data: { no, run: 2, dueAt: STAGE_DUE, marks: STAGE_MARKS, reason: 'The archive answers only then.', ...changes },
});

/** The case is due a day after `NOW`. */
export const dueDateSet = (changes: Partial<DataOf<DueDateSet>> = {}): CheckEvent => {
  const dueAt = '2026-11-24T10:00:00.000Z';
  const rest = { before: '2026-11-24T08:00:00.000Z', after: '2026-11-24T14:00:00.000Z' };
  return { type: 'DueDateSet', data: { cycle: 1, run: 1, dueAt, marks: marks(dueAt, rest), ...changes } };
};

export const returned = (stage: Stage): CheckEvent => ({
  type: 'CheckReturnedToResearch',
  data: { reason: 'A photograph has come up.', from: stage },
});

export const noteAdded = (audience: NoteAudience, changes: Partial<DataOf<NoteAdded>> = {}): CheckEvent => ({
  type: 'NoteAdded',
  data: { ...addNote(job('any'), audience).data, ...changes },
});

export const concernRaised = (changes: Partial<DataOf<ConcernRaised>> = {}): CheckEvent => ({
  type: 'ConcernRaised',
  data: { ...raiseConcern(job('any')).data, ...changes },
});

export const concernDismissed = (concernId = 'co1'): CheckEvent => ({
  type: 'ConcernDismissed',
  data: { concernId, reason: 'It has another address now.' },
});
