import { SetMetadata, applyDecorators, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Envelope } from '#kernel';
import { RequestProblem } from './request-problem.js';

/** Who asks, and at which desk. The roles are those of the last commit. */
export type Session = {
  readonly deskId: number;
  readonly actor: Actor;
  /** A member who is invited, suspended or departed may do next to nothing. */
  readonly active: boolean;
  /** Whether it is a rehearsal desk: its clock stands until it is moved, and all answers say so. */
  readonly rehearsal: boolean;
};

/** A request with what the edge has found out about it. */
export type DeskRequest = FastifyRequest & { session?: Session; envelope?: Envelope; expectedVersion?: number };

/** Who asks. The route is not reached without a session, unless it is marked `Public`. */
export const Viewer = createParamDecorator((_: unknown, context: ExecutionContext): Session =>
  sessionOf(requestIn(context)),
);

/** Says of an answer that nothing in it is real. */
export const markRehearsal = (reply: FastifyReply): void => void reply.header('docket-rehearsal', 'true');

export const IS_PUBLIC = 'docket:public';
export const IS_OPEN_TO_INVITED = 'docket:open-to-invited';
export const IS_OPEN_TO_OPERATORS = 'docket:open-to-operators';

/** Anybody may ask, without a token. Every other route needs one. */
export const Public = (): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(IS_PUBLIC, true), ApiSecurity({}));

/** Members who are not active may ask too: to become active, or to see how they stand. */
export const OpenToInvited = (): ClassDecorator & MethodDecorator => SetMetadata(IS_OPEN_TO_INVITED, true);

/** Operators may ask too: a token of theirs opens no other route. */
export const OpenToOperators = (): ClassDecorator & MethodDecorator => SetMetadata(IS_OPEN_TO_OPERATORS, true);

export const requestIn = (context: ExecutionContext): DeskRequest => context.switchToHttp().getRequest<DeskRequest>();

export const sessionOf = ({ session }: DeskRequest): Session => {
  if (session === undefined) throw unauthenticated();
  return session;
};

/** One answer for every reason, so that nobody learns which tokens there are. */
export const unauthenticated = (): RequestProblem =>
  new RequestProblem(401, 'request/unauthenticated', 'Send a token that is valid: Authorization: Bearer dkt_….', {
    headers: { 'www-authenticate': 'Bearer realm="docket"' },
  });
