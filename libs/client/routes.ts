import type { components, paths } from './schema.js';

type PathsWith<Method extends 'get' | 'post'> = {
  [Path in keyof paths]: paths[Path] extends { readonly [Name in Method]: object } ? Path : never;
}[keyof paths];

/** The routes of commands. */
export type CommandPath = PathsWith<'post'>;
/** The routes of queries. */
export type QueryPath = PathsWith<'get'>;

type Operation<Path extends keyof paths, Method extends 'get' | 'post'> = paths[Path] extends {
  readonly [Name in Method]: infer Found;
}
  ? Found
  : never;

type PathOf<Found> = Found extends { readonly parameters: { readonly path: infer Ids } } ? Ids : Nothing;
type QueryIn<Found> = Found extends { readonly parameters: { readonly query?: infer Query } } ? Query : Nothing;
type JsonIn<Found> = Found extends { readonly content: { readonly 'application/json': infer Json } } ? Json : never;
type Nothing = Readonly<Record<string, never>>;

/** The ids that stand in the path. */
export type IdsOf<Path extends keyof paths> = PathOf<Operation<Path, Path extends CommandPath ? 'post' : 'get'>>;

export type BodyOf<Path extends CommandPath> =
  Operation<Path, 'post'> extends { readonly requestBody: infer Body } ? JsonIn<Body> : never;

export type FiltersOf<Path extends QueryPath> = Omit<NonNullable<QueryIn<Operation<Path, 'get'>>>, 'after'>;

export type AnswerOf<Path extends QueryPath> =
  Operation<Path, 'get'> extends { readonly responses: { readonly 200: infer Answer } } ? JsonIn<Answer> : never;

/** What the API takes and answers, by the names that its description has. */
export type Schemas = components['schemas'];
