import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Envelope } from '#kernel';
import { requestIn } from './session.js';

/** Who asks, when, at which desk, and under which command id: the Idempotency-Key. For a `CommandRoute`. */
export const CommandEnvelope = createParamDecorator((_: unknown, context: ExecutionContext): Envelope => {
  const { envelope } = requestIn(context);
  if (envelope === undefined) throw new Error('An envelope is only there on a CommandRoute.');
  return envelope;
});

/** The version in If-Match, if the caller named one. For a `CommandRoute`. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | undefined => requestIn(context).expectedVersion,
);
