import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openApiSchema, problemComponents } from '#platform/http';
import { EXAMPLES } from './examples.js';
import { FILE_EXAMPLES, PARAMETER_EXAMPLES } from './parameter-examples.js';
import { streamRows, verbOf } from './streams.js';
import { fromWhere, whoMaySend } from './who-and-where.js';

const ABOUT = [
  'A fact-check desk: claims come in, people check them, verdicts go out, and every step is an event that stays.',
  'Every command is one POST with an Idempotency-Key, and is answered with the stream’s id and version.',
  'Every error is a problem (RFC 9457) with a stable code.',
].join(' ');

/** What the API takes and answers, as OpenAPI 3.1: made from the routes, the schemas of their bodies, and the rules. */
export const describeApi = (app: NestFastifyApplication): OpenAPIObject => {
  const frame = new DocumentBuilder()
    .setTitle('Docket')
    .setDescription(ABOUT)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, TOKEN)
    .addSecurityRequirements(TOKEN)
    .build();
  const document = SwaggerModule.createDocument(app, frame, {
    operationIdFactory: (_, method) => method,
    standardSchemaConverter: openApiSchema,
    autoTagControllers: false,
  });
  const { schemas, responses } = problemComponents();
  const components = { ...document.components, responses, schemas: { ...document.components?.schemas, ...schemas } };
  const described = { ...document, paths: withRules(document.paths), components };
  demandNames(described.paths);
  return described;
};

/** The reference page at /docs, and the description itself. */
export const serveDescription = (app: NestFastifyApplication, description: OpenAPIObject): void =>
  SwaggerModule.setup('docs', app, description, {
    raw: ['json'],
    jsonDocumentUrl: 'v1/openapi.json',
    customSiteTitle: 'Docket: API',
    swaggerOptions: { persistAuthorization: true },
  });

const TOKEN = 'token';

type Paths = OpenAPIObject['paths'];
type PathItem = Paths[string];
type Operation = NonNullable<PathItem['post']>;

const COMMANDS = new Map(
  streamRows().flatMap(({ commands }) => commands.map((command) => [verbOf(command.type), command] as const)),
);

const withRules = (paths: Paths): Paths =>
  Object.fromEntries(Object.entries(paths).map(([path, item]) => [path, withRule(path, item)]));

const withRule = (path: string, item: PathItem): PathItem => {
  const tags = [path.split('/').find((step) => step !== '' && step !== 'v1') ?? ''];
  return {
    ...item,
    ...(item.get && { get: { ...described(item.get), tags } }),
    ...(item.put && { put: { ...described(item.put), tags } }),
    ...(item.post && { post: { ...described(ofCommand(path, item.post)), tags } }),
  };
};

/** Who may send it, from where, and an example of its body. */
const ofCommand = (path: string, operation: Operation): Operation => {
  if (takesFile(operation)) return operation; // of many commands: it says itself whose
  const command = COMMANDS.get(path.slice(path.lastIndexOf('/') + 1));
  if (command === undefined) throw new Error(`No rule is about ${path}.`);
  const description = `Who: ${whoMaySend(command)}. From: ${fromWhere(command)}.`;
  return { ...operation, summary: command.type, description, requestBody: withExample(command.type, operation) };
};

/** Every operation shows how it is called: each parameter and each body has an example. */
const described = (operation: Operation): Operation => {
  const { parameters = [], requestBody } = operation;
  return {
    ...operation,
    parameters: parameters.map((one) => ('in' in one ? withParameterExample(one) : one)),
    ...(requestBody && { requestBody: takesFile(operation) ? withFileExample(requestBody) : requestBody }),
  };
};

type Parameter = Extract<NonNullable<Operation['parameters']>[number], { readonly in: string }>;

/** A header, and the cursor that a list gives, are another one each time. */
const withParameterExample = (parameter: Parameter): Parameter => {
  const { name, schema } = parameter;
  if (parameter.in === 'header' || name === 'cursor') return parameter;
  const words = schema !== undefined && 'enum' in schema ? schema.enum : undefined;
  const example: unknown = words?.[0] ?? PARAMETER_EXAMPLES[name];
  return example === undefined ? parameter : { ...parameter, example };
};

const withFileExample = (body: NonNullable<Operation['requestBody']>): Operation['requestBody'] => {
  if (!('content' in body)) return body;
  const content = Object.entries(body.content).map(([type, media]) => {
    const example = FILE_EXAMPLES[type];
    return [type, example === undefined ? media : { ...media, example }] as const;
  });
  return { ...body, content: Object.fromEntries(content) };
};

const takesFile = ({ requestBody }: Operation): boolean =>
  requestBody !== undefined && 'content' in requestBody && !('application/json' in requestBody.content);

const withExample = (type: string, { requestBody }: Operation): Operation['requestBody'] => {
  const example = EXAMPLES[type];
  const json =
    requestBody !== undefined && 'content' in requestBody ? requestBody.content['application/json'] : undefined;
  if (json === undefined || example === undefined) throw new Error(`${type} has no body, or no example of it.`);
  return { required: true, content: { 'application/json': { ...json, example } } };
};

const demandNames = (paths: Paths): void => {
  const names = Object.values(paths).flatMap((item) =>
    [item.get, item.put, item.post].flatMap((operation) => operation?.operationId ?? []),
  );
  const twice = names.filter((name, place) => names.indexOf(name) !== place);
  if (twice.length > 0) throw new Error(`Two operations are called ${twice.join(', ')}.`);
};
