import { Injectable } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { pointerTo } from './json-pointer.js';
import type { Flaw } from './request-problem.js';
import { RequestProblem } from './request-problem.js';

type Issue = {
  readonly code?: string;
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly keys?: readonly string[];
  /** Of a union: what each of its members found. */
  readonly errors?: readonly (readonly Issue[])[];
};

/** How many are told of: a body of a megabyte may have a hundred thousand. */
const MOST_FLAWS = 50;

/** Holds a body, the query or a parameter of the path against its schema. */
@Injectable()
export class RequestValidation implements PipeTransform {
  async transform(value: unknown, { schema, type, data }: ArgumentMetadata): Promise<unknown> {
    if (schema === undefined) return value;
    if (type === 'body' && value === undefined)
      throw new RequestProblem(400, 'request/unreadable', 'There is no body: send at least {} as application/json.');
    const result = await schema['~standard'].validate(value);
    if (result.issues === undefined) return result.value;
    throw type === 'body' ? invalidBody(result.issues) : invalidParameter(result.issues, data);
  }
}

/** What a schema found in a body: an unknown field has a code of its own, since it may try to smuggle something in. */
export const invalidBody = (issues: readonly Issue[]): RequestProblem => {
  const flaws = issues.flatMap((issue) => flawsOf(issue)).slice(0, MOST_FLAWS);
  return issues.some(isUnknown)
    ? new RequestProblem(422, 'desk/unknown-field', 'The body has a field that is not described.', { flaws })
    : new RequestProblem(422, 'request/invalid', 'The body is not as described.', { flaws });
};

/** What a schema found in the query, or in the one parameter of the path that has this name. */
export const invalidParameter = (issues: readonly Issue[], name?: string): RequestProblem => {
  const flaws = issues.flatMap(({ message, path = [], keys }) => {
    if (keys !== undefined) return keys.map((parameter) => ({ parameter, detail: 'It is not described.' }));
    return [{ parameter: name ?? stepsOf(path).join('.'), detail: message }];
  });
  return issues.some(isUnknown)
    ? new RequestProblem(400, 'request/parameter-unknown', 'A parameter is not known here.', { flaws })
    : new RequestProblem(400, 'request/parameter-invalid', 'A parameter is not as described.', { flaws });
};

/** In a union, a field is unknown where the member that fits best knows no such field. */
const isUnknown = (issue: Issue): boolean =>
  issue.code === 'unrecognized_keys' || (issue.errors !== undefined && closest(issue.errors).some(isUnknown));

const closest = (members: readonly (readonly Issue[])[]): readonly Issue[] =>
  members.toSorted((one, other) => one.length - other.length)[0] ?? [];

const flawsOf = ({ message, path = [], keys, errors }: Issue): readonly Flaw[] => {
  const inside = errors === undefined ? [] : closest(errors);
  if (inside.length > 0)
    return inside.flatMap((issue) => flawsOf({ ...issue, path: [...path, ...(issue.path ?? [])] }));
  if (keys !== undefined)
    return keys.map((key) => ({ pointer: pointerTo([...stepsOf(path), key]), detail: 'It is not described.' }));
  return [{ pointer: pointerTo(stepsOf(path)), detail: message }];
};

const stepsOf = (path: NonNullable<Issue['path']>): readonly string[] =>
  path.map((step) => String(typeof step === 'object' ? step.key : step));
