import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { problem } from './problem.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** A schema as OpenAPI 3.1 has it, which is JSON Schema; what it refers to stands in the components. */
export const openApiSchema = (schema: unknown, { schemaType: io }: { readonly schemaType: 'input' | 'output' }) => {
  if (!(schema instanceof z.ZodType)) return undefined;
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: dropSafeBounds });
  const { $schema: _, $defs: components = {}, ...inline } = made;
  return { schema: inline, components };
};

/** What the answers of `answersProblems` refer to. */
export const problemSchemas = (): Schemas => openApiSchema(problem, { schemaType: 'output' })?.components as Schemas;

/** That integers are exact is said once, and not at each of them. */
const dropSafeBounds = ({ jsonSchema: schema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
};
