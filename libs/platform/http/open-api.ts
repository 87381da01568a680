import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { problem } from './problem.js';

/** A schema as OpenAPI 3.1 has it, which is JSON Schema; what it refers to stands in the components. */
export const openApiSchema = (schema: unknown, { schemaType: io }: { readonly schemaType: 'input' | 'output' }) => {
  if (!(schema instanceof z.ZodType)) return undefined;
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: dropSafeBounds });
  const { $schema: _, $defs: components = {}, ...inline } = made;
  return { schema: inline, components };
};

const MEANING = {
  400: 'The request cannot be read, or a header is missing.',
  401: 'The token is missing or not valid.',
  403: 'Who asks may not do this.',
  404: 'It does not exist at this desk.',
  406: 'It is not there in any of these media types.',
  409: 'It is not possible as things stand.',
  412: 'The version named in If-Match is not the present one.',
  413: 'The body is too large.',
  415: 'The body is of another kind than this route takes.',
  422: 'The content is not as described.',
  428: 'If-Match is missing.',
  503: 'Not now: try again after Retry-After.',
} as const;

export type ProblemStatus = keyof typeof MEANING;

/** What is said at a route of an answer with a problem: where in the components it is described. */
export const problemAnswer = (status: ProblemStatus) => ({
  $ref: `#/components/responses/Problem${status}`,
  description: MEANING[status],
});

type Components = NonNullable<OpenAPIObject['components']>;

/** What `answersProblems` refers to. */
export const problemComponents = (): Required<Pick<Components, 'responses' | 'schemas'>> => ({
  schemas: openApiSchema(problem, { schemaType: 'output' })?.components as NonNullable<Components['schemas']>,
  responses: Object.fromEntries(
    Object.entries(MEANING).map(([status, description]) => [
      `Problem${status}`,
      { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    ]),
  ),
});

/** That integers are exact is said once, and not at each of them. */
const dropSafeBounds = ({ jsonSchema: schema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
};
