import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import { Clock } from '#kernel';
import type { Envelope, Receipt } from '#kernel';
import { isUuidV7 } from './fields.js';
import { RequestProblem } from './request-problem.js';
import { requestIn, sessionOf } from './session.js';
import type { DeskRequest } from './session.js';

/** Around every command: reads its headers before its body is looked at, and makes an HTTP answer of its receipt. */
@Injectable()
export class CommandIntake implements NestInterceptor<Receipt, Answer> {
  constructor(private readonly clock: Clock) {}

  async intercept(context: ExecutionContext, next: CallHandler<Receipt>): Promise<Observable<Answer>> {
    const request = requestIn(context);
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    request.expectedVersion = versionIn(request.headers['if-match']);
    request.envelope = await envelopeIn(request, this.clock);
    return next.handle().pipe(map((receipt) => answer(receipt, reply)));
  }
}

/** Around many commands in one body: their envelopes follow from this one. */
@Injectable()
export class BatchIntake implements NestInterceptor {
  constructor(private readonly clock: Clock) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = requestIn(context);
    request.envelope = await envelopeIn(request, this.clock);
    return next.handle();
  }
}

const envelopeIn = async (request: DeskRequest, clock: Clock): Promise<Envelope> => {
  const { deskId, actor } = sessionOf(request);
  const commandId = commandIdIn(request.headers['idempotency-key']);
  return { deskId, actor, commandId, correlationId: commandId, at: await clock.now(deskId) };
};

type Answer = { readonly id: string; readonly version: number };

const answer = ({ id, version, replayed }: Receipt, reply: FastifyReply): Answer => {
  void reply.header('etag', `"${version}"`);
  if (replayed) void reply.header('idempotency-replayed', 'true');
  return { id, version };
};

/** Version 8 is for jobs, so nobody can take a job's command id before it. */
export const commandIdIn = (key: unknown): string => {
  if (key === undefined || key === '')
    throw new RequestProblem(400, 'request/key-missing', 'Send an Idempotency-Key: a fresh UUIDv7 for each command.');
  if (typeof key !== 'string' || !isUuidV7(key.toLowerCase()))
    throw new RequestProblem(400, 'request/key-invalid', 'The Idempotency-Key must be a UUIDv7.');
  return key.toLowerCase();
};

/** Exactly one strong tag, as an answer gave it. `*`, weak tags and lists name no version. */
export const versionIn = (tag: string | undefined): number | undefined => {
  if (tag === undefined) return undefined;
  const [, version] = /^"(\d{1,9})"$/.exec(tag) ?? [];
  if (version === undefined)
    throw new RequestProblem(400, 'request/unreadable', 'If-Match must be the ETag of an answer, such as "7".');
  return Number(version);
};
