import { z } from 'zod';
import type { Recorded } from '#kernel';
import type { PolicyEvent } from '../domain/policy.events.js';
import type { ScaleEvent } from '../domain/scale.events.js';
import { difference } from './differences.js';

const act = z.strictObject({ by: z.string().describe('A member’s id, or service:installer.'), at: z.string() });

/** Of every version: who wrote it, who brought it into force, and what it changed. */
export const versionHistory = {
  version: z.int().positive(),
  note: z.string().optional(),
  drafted: act,
  inForce: act.optional().describe('Absent while it is a draft. From then on nothing of it changes.'),
  checksPinned: z.int().describe('How many checks have been pinned to it. This number alone may lag a moment behind.'),
  differences: z.array(difference).describe('From the version before; none of the first one.'),
} as const;

export type Act = z.infer<typeof act>;

export const actOf = ({ actor, recordedAt }: Recorded<ScaleEvent> | Recorded<PolicyEvent>): Act => ({
  by: actor.id,
  at: recordedAt,
});
