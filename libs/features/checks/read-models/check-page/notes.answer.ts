import { z } from 'zod';
import { instant } from '#platform/http';
import { CONCERN_KINDS, NOTE_AUDIENCES, NOTE_SUBJECTS } from '../../domain/check.state.js';

/** A note, for whoever it is meant for. */
export const note = z
  .strictObject({
    noteId: z.string(),
    about: z.strictObject({ kind: z.enum(NOTE_SUBJECTS), id: z.string() }).optional(),
    text: z.string(),
    audience: z.enum(NOTE_AUDIENCES),
    writtenBy: z.string(),
    writtenAt: instant,
  })
  .meta({ id: 'CheckNote' });

/** A recorded reason to look at the check again. */
export const concern = z
  .strictObject({
    concernId: z.string(),
    kind: z.enum(CONCERN_KINDS),
    ref: z.string().optional(),
    text: z.string(),
    raisedBy: z.string().describe('A member’s id, or `service:<job>`.'),
    raisedAt: instant,
    isOpen: z.boolean(),
    dismissal: z.strictObject({ by: z.string(), at: instant, reason: z.string() }).optional(),
  })
  .meta({ id: 'CheckConcern' });
