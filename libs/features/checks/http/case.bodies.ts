import { z } from 'zod';
import type { DataOf } from '#kernel';
import { SEVERITIES } from '#features/standards';
import { id, instant, key, reason, text, uuid } from '#platform/http';
import type {
  AddNote,
  DismissConcern,
  ExtendStage,
  OpenCheck,
  RaiseConcern,
  ResumeCheck,
  ReturnToResearch,
  SetCheckSeverity,
  SetDueDate,
  ShelveCheck,
  WithdrawCheck,
} from '../domain/case.commands.js';
import {
  CONCERN_KINDS,
  NOTE_AUDIENCES,
  NOTE_SUBJECTS,
  SHELVING_CODES,
  WITHDRAWAL_CODES,
} from '../domain/check.state.js';

// Form only. What depends on history is the decider's.

export const openCheckBody = z
  .strictObject({
    policyId: key
      .optional()
      .describe('The policy to which the check is pinned; the desk’s default one if none is named.'),
    dueAt: instant.optional().describe('When the whole case is due.'),
  })
  .meta({ id: 'OpenCheck' }) satisfies z.ZodType<DataOf<OpenCheck>>;

export const setCheckSeverityBody = z
  .strictObject({ severity: z.enum(SEVERITIES), reason })
  .meta({ id: 'SetCheckSeverity' }) satisfies z.ZodType<DataOf<SetCheckSeverity>>;

export const setDueDateBody = z
  .strictObject({
    dueAt: instant.describe('When the whole case is due.'),
    reason: reason.optional().describe('Needed when a due date stands already.'),
  })
  .meta({ id: 'SetDueDate' }) satisfies z.ZodType<DataOf<SetDueDate>>;

export const extendStageBody = z
  .strictObject({ dueAt: instant.describe('When the stage at hand is due.'), reason })
  .meta({ id: 'ExtendStage' }) satisfies z.ZodType<DataOf<ExtendStage>>;

export const returnToResearchBody = z.strictObject({ reason }).meta({ id: 'ReturnToResearch' }) satisfies z.ZodType<
  DataOf<ReturnToResearch>
>;

export const shelveCheckBody = z
  .strictObject({ code: z.enum(SHELVING_CODES), note: reason.describe('Why, and what would bring it back.') })
  .meta({ id: 'ShelveCheck' }) satisfies z.ZodType<DataOf<ShelveCheck>>;

export const withdrawCheckBody = z
  .strictObject({ code: z.enum(WITHDRAWAL_CODES), note: reason })
  .meta({ id: 'WithdrawCheck' }) satisfies z.ZodType<DataOf<WithdrawCheck>>;

export const resumeCheckBody = z.strictObject({ reason }).meta({ id: 'ResumeCheck' }) satisfies z.ZodType<
  DataOf<ResumeCheck>
>;

const about = z.strictObject({
  kind: z.enum(NOTE_SUBJECTS),
  id: text(80).describe('Of that part of the check; a draft is named by its version and its number: `1.2`.'),
});

export const addNoteBody = z
  .strictObject({
    noteId: id,
    about: about.optional(),
    text: text(4000),
    audience: z
      .enum(NOTE_AUDIENCES)
      .describe('Everybody on the check; editors and approvers; or the reviewers of the round with these.'),
  })
  .meta({ id: 'AddNote' }) satisfies z.ZodType<DataOf<AddNote>>;

export const raiseConcernBody = z
  .strictObject({
    concernId: id,
    kind: z.enum(CONCERN_KINDS),
    ref: uuid.optional().describe('What gave rise to it: a piece of evidence, a claim, a complaint.'),
    text: text(1000),
  })
  .meta({ id: 'RaiseConcern' }) satisfies z.ZodType<DataOf<RaiseConcern>>;

export const dismissConcernBody = z
  .strictObject({ concernId: uuid, reason })
  .meta({ id: 'DismissConcern' }) satisfies z.ZodType<DataOf<DismissConcern>>;
