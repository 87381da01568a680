import { z } from 'zod';

const flaw = z.strictObject({
  pointer: z.string().optional().describe('JSON pointer into the body.'),
  parameter: z.string().optional().describe('Of the path or the query.'),
  detail: z.string(),
});

/** Every error, after RFC 9457. Refusals add what they met, such as `actualVersion`. */
export const problem = z
  .looseObject({
    type: z.string().describe('Stable: /problems/<code>, as docs/problems.md lists them.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What was refused, for people.'),
    code: z.string().describe('What was refused, for programs.'),
    rule: z.string().optional().describe('The rule that refused.'),
    errors: z.array(flaw).optional(),
    traceId: z.string().describe('To find the request in the logs.'),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problem>;
