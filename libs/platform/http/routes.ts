import { Get, HttpCode, Post, SetMetadata, UseInterceptors, applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { BatchIntake, CommandIntake } from './command-intake.js';
import { TAKES_AFTER } from './parameter.guard.js';
import { problemAnswer } from './open-api.js';
import type { ProblemStatus } from './open-api.js';
import { QueryAnswer, READS } from './query-answer.js';
import { receipt } from './receipt.js';
import { Public } from './session.js';
import { TakesFile } from './uploads.js';

type CommandOptions = {
  /** It makes a stream: answered with 201. */
  readonly creates?: true;
  /** Members must say which version they saw. */
  readonly versioned?: true;
};

/** A command: POST, the headers of every command, and its receipt as the answer. */
export const CommandRoute = (path: string, { creates, versioned }: CommandOptions = {}): MethodDecorator => {
  const status = creates ? 201 : 200;
  return applyDecorators(
    Post(path),
    HttpCode(status),
    UseInterceptors(CommandIntake),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'The id of this command, a fresh UUIDv7. The same again gets the same answer, and changes nothing.',
      schema: { type: 'string', format: 'uuid' },
    }),
    ApiHeader({
      name: 'If-Match',
      required: versioned ?? false,
      description: 'The version that the caller saw, as an ETag such as "7": refused when it is not the present one.',
      schema: { type: 'string' },
    }),
    ApiResponse({ status, standardSchema: receipt, description: 'Done.', headers: RECEIPT_HEADERS }),
    answersProblems(...COMMAND_PROBLEMS, ...(versioned ? ([428] as const) : [])),
  );
};

type BatchOptions = { readonly answer: z.ZodType; readonly mediaTypes: readonly string[] };

/** A file of many commands: POST, the key from which theirs follow, and a report on each. */
export const BatchRoute = (path: string, { answer, mediaTypes }: BatchOptions): MethodDecorator =>
  applyDecorators(
    Post(path),
    HttpCode(200),
    TakesFile(...mediaTypes),
    UseInterceptors(BatchIntake),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'A fresh UUIDv7. The same file under the same key again gets the same report, and changes nothing.',
      schema: { type: 'string', format: 'uuid' },
    }),
    ApiResponse({ status: 200, standardSchema: answer, description: 'Each row by itself: some may be refused.' }),
    answersProblems(400, 401, 403, 413, 415, 422, 503),
  );

type QueryOptions = {
  readonly answer: z.ZodType;
  /** The read model that it rests on, by its projection's name: the answer can be waited for. Without, it is always current. */
  readonly reads?: string;
  /** Anybody may ask. */
  readonly public?: true;
};

/** A query: GET, and what is said of every answer. */
export const QueryRoute = (path: string, { answer, reads, public: isPublic }: QueryOptions): MethodDecorator =>
  applyDecorators(
    Get(path),
    UseInterceptors(QueryAnswer),
    SetMetadata(READS, reads),
    SetMetadata(TAKES_AFTER, !isPublic),
    ApiResponse({ status: 200, standardSchema: answer, description: 'As it stands.' }),
    ...(reads === undefined
      ? []
      : [ApiResponse({ status: 202, standardSchema: answer, description: 'As it stood before `after`: ask again.' })]),
    ...(isPublic ? [Public(), answersProblems(400, 404, 503)] : [answersProblems(400, 401, 403, 404, 503), AFTER]),
  );

const AFTER = ApiQuery({
  name: 'after',
  required: false,
  description: 'An event that the answer should know of, such as check-<id>@7.',
  schema: { type: 'string' },
});

const RECEIPT_HEADERS = {
  ETag: { description: 'The version, for If-Match.', schema: { type: 'string' } },
  'Idempotency-Replayed': { description: '`true` when this answer was given before.', schema: { type: 'string' } },
} as const;

/** What may be answered instead. */
export const answersProblems = (...statuses: readonly ProblemStatus[]): ClassDecorator & MethodDecorator =>
  applyDecorators(...statuses.map((status) => ApiResponse({ status, ...problemAnswer(status) })));

const COMMAND_PROBLEMS = [400, 401, 403, 404, 409, 412, 413, 415, 422, 503] as const;
