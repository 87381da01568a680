import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { ErrorKind } from '#kernel';
import {
  CommandIdReused,
  StoreBusy,
  StoreUnavailable,
  StreamClosed,
  VersionConflict,
  VersionMissing,
} from '#platform/event-store';
import { ReadModelMissing } from '#platform/subscriptions';
import { RequestProblem } from './request-problem.js';

type Headers = Readonly<Record<string, string>>;

/** What is said of an error, and the headers that go with it. */
export type Told = {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Headers;
};

/** How each error looks in HTTP. `undefined`: nobody expected it, so it is a defect. */
export const told = (error: unknown): Told | undefined => {
  if (error instanceof DomainError) return refusal(error);
  if (error instanceof RequestProblem) return ofRequest(error);
  if (error instanceof HttpException) return ofFramework(error.getStatus());
  if (!(error instanceof Error)) return undefined;
  return ofStore(error) ?? ofFramework(statusIn(error));
};

const STATUS: { readonly [Kind in ErrorKind]: number } = {
  invalid: 422,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  rule: 409,
};

/** `…/stale` is only ever the answer to an If-Match. The rule that refused is named by the code. */
const refusal = ({ kind, code, message: detail, details }: DomainError): Told => ({
  status: code.endsWith('/stale') ? 412 : STATUS[kind],
  code,
  detail,
  more: { ...details, rule: code.slice(code.indexOf('/') + 1) },
});

const ofRequest = ({ status, code, message: detail, flaws, headers }: RequestProblem): Told => ({
  status,
  code,
  detail,
  more: flaws.length === 0 ? {} : { errors: flaws },
  headers,
});

/** Of a read model that no worker has made yet. */
const isTableMissing = (error: Error): boolean => 'code' in error && error.code === UNDEFINED_TABLE;

const UNDEFINED_TABLE = '42P01';

const SOON: Headers = { 'retry-after': '1' };

const ofStore = (error: Error): Told | undefined => {
  if (error instanceof CommandIdReused)
    return { status: 422, code: 'request/key-reused', detail: 'This Idempotency-Key was used for another request.' };
  if (error instanceof VersionMissing)
    return { status: 428, code: 'request/version-missing', detail: 'Say in If-Match which version you saw.' };
  if (error instanceof StreamClosed) return { status: 409, code: 'store/closed', detail: 'This is closed for good.' };
  if (error instanceof StoreBusy || error instanceof VersionConflict)
    return { status: 503, code: 'store/busy', detail: 'Others are at work on this. Send it again.', headers: SOON };
  if (error instanceof StoreUnavailable || error instanceof ReadModelMissing || isTableMissing(error))
    return {
      status: 503,
      code: 'store/unavailable',
      detail: 'The database does not answer. Send it again.',
      headers: SOON,
    };
  return undefined;
};

/** Fastify's own errors carry a status. */
const statusIn = (error: Error): number =>
  error.name === 'FastifyError' && 'statusCode' in error ? Number(error.statusCode) : 0;

/** What Nest and Fastify refuse by themselves. */
const FRAMEWORK: { readonly [Status in number]?: Told } = {
  400: { status: 400, code: 'request/unreadable', detail: 'The request cannot be read.' },
  404: { status: 404, code: 'request/route-unknown', detail: 'There is no such route.' },
  413: { status: 413, code: 'request/too-large', detail: 'The body is too large.' },
  415: { status: 415, code: 'request/media-type', detail: 'Send JSON, as application/json.' },
  503: { status: 503, code: 'store/unavailable', detail: 'It took too long. Send it again.', headers: SOON },
};

const ofFramework = (status: number): Told | undefined => FRAMEWORK[status];

/** Of a status, for people. */
export const titleOf = (status: number): string => STATUS_CODES[status] ?? 'Error';
