import { z } from 'zod';
import { listQuery } from '#platform/http';

/** Of a scale or a policy: a key without a colon, since it stands in the name of a stream. */
export const standardId = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,79}$/, 'A key such as five-step.');

export const standardsQuery = listQuery;
