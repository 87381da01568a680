import { z } from 'zod';
import { instant, listQuery } from '#platform/http';

const actor = z.string().regex(/^(service:[a-z][a-z-]{0,60}|[0-9a-f-]{36})$/, 'A member’s id, or service:<job>.');

/** Of the timeline of a stream with these types of event. */
export const timelineParameters = <Type extends string>(evolve: { readonly [Name in Type]: unknown }) =>
  listQuery.extend({
    type: z.enum(Object.keys(evolve) as Type[]).optional(),
    actor: actor.optional(),
    from: instant.optional().describe('Recorded at that moment or later.'),
    to: instant.optional().describe('Recorded before that moment.'),
  });
