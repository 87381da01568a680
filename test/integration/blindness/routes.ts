import { readFileSync } from 'node:fs';

type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: unknown;
  readonly schema?: { readonly enum?: readonly string[] };
};
type Media = { readonly example?: unknown };
type Operation = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
};

const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

/** Values for what stands in braces, and for filters, by name. */
export type Values = Readonly<Record<string, string>>;

export type Order = { readonly path: string; readonly mediaType: string; readonly body: string };

/** Every page and list that the API documents, with the ids of this world; `asked` are values of filters to try. */
export const plainQueries = (ids: Values, asked: Values): readonly string[] =>
  of('get').map(([path, operation]) => {
    const needed = (operation.parameters ?? []).filter((one) => one.in === 'query' && one.required === true);
    return withQuery(
      withIds(path, ids),
      needed.map((one) => [one.name, valuesOf(one, asked)[0] ?? ''] as const),
    );
  });

/** Each of them with each value of each of its filters. */
export const filteredQueries = (ids: Values, asked: Values): readonly string[] =>
  of('get').flatMap(([path, { parameters = [] }]) => {
    const filters = parameters.filter((one) => one.in === 'query' && one.name !== 'cursor');
    const needed = filters.filter(({ required }) => required === true);
    return filters.flatMap((filter) =>
      valuesOf(filter, asked).map((value) => {
        const others = needed.filter(({ name }) => name !== filter.name);
        const rest = others.map((one) => [one.name, valuesOf(one, asked)[0] ?? ''] as const);
        return withQuery(withIds(path, ids), [[filter.name, value], ...rest]);
      }),
    );
  });

/** Every command that the API documents, as its example says it, with the ids of this world. */
export const orders = (ids: Values, replaced: ReadonlyMap<string, string>): readonly Order[] =>
  of('post').map(([path, { requestBody }]) => {
    const [[mediaType, { example }] = ['', {}]] = Object.entries(requestBody?.content ?? {});
    if (example === undefined) throw new Error(`POST ${path} has no example to send.`);
    let body = typeof example === 'string' ? example : JSON.stringify(example);
    for (const [shown, ofThisWorld] of replaced) body = body.replaceAll(shown, ofThisWorld);
    return { path: withIds(path, ids), mediaType, body };
  });

const of = (method: string): readonly (readonly [string, Operation])[] =>
  Object.entries(paths).flatMap(([path, item]) => {
    const operation = item[method];
    return operation === undefined ? [] : [[path, operation] as const];
  });

const withIds = (path: string, ids: Values): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`${path} has a parameter ${name}, of which this test knows no value.`);
    return id;
  });

const withQuery = (path: string, values: readonly (readonly [string, string])[]): string =>
  values.length === 0 ? path : `${path}?${new URLSearchParams(Object.fromEntries(values)).toString()}`;

/** Of the values that a filter may have, those which ask for rulings, and for who leaves with one. */
const ABOUT_RULINGS = /^Ruling|Recused|Released|review|ruling|true/;

const valuesOf = ({ name, schema, example }: Parameter, asked: Values): readonly string[] => {
  const own = asked[name];
  if (own !== undefined) return [own];
  const told = schema?.enum?.filter((value) => ABOUT_RULINGS.test(value)) ?? [];
  if (told.length > 0) return told;
  if (example === undefined) throw new Error(`The filter ${name} has no example to ask for.`);
  return [typeof example === 'string' ? example : JSON.stringify(example)];
};
