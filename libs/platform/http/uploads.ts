import { applyDecorators, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Readable } from 'node:stream';
import type { UploadConfig } from './body-parsers.js';
import { requestIn } from './session.js';

const UPLOAD: UploadConfig = { upload: true };

/** A route whose body is one file, of any kind unless some are named, as its bytes come: it has two minutes. */
export const TakesFile = (...mediaTypes: readonly string[]): MethodDecorator =>
  applyDecorators(
    RouteConfig(UPLOAD),
    ApiConsumes(...(mediaTypes.length === 0 ? ['application/octet-stream'] : mediaTypes)),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
  );

/** The bytes of the file. For a route that `TakesFile`. */
export const FileStream = createParamDecorator(
  (_: unknown, context: ExecutionContext): Readable => requestIn(context).body as Readable,
);
