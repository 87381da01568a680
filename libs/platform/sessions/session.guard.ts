import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { DomainError } from '#kernel';
import {
  IS_OPEN_TO_INVITED,
  IS_OPEN_TO_OPERATORS,
  IS_PUBLIC,
  markRehearsal,
  requestIn,
  unauthenticated,
} from '#platform/http';
import type { Session } from '#platform/http';
import { Callers } from './callers.js';
import { hashToken, isToken } from './tokens.js';

/**
 * No route is reached without a token, unless it is marked `Public`; nor by who is not active, unless `OpenToInvited`, nor
 * by a service, unless `OpenToOperators`.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.isMarked(context, IS_PUBLIC)) return true;
    const request = requestIn(context);
    const session = await this.callerBy(request.headers.authorization);
    if (session === undefined) throw unauthenticated();
    if (session.rehearsal) markRehearsal(context.switchToHttp().getResponse<FastifyReply>());
    if (session.actor.kind === 'service' && !this.isMarked(context, IS_OPEN_TO_OPERATORS)) throw noService();
    if (!session.active && !this.isMarked(context, IS_OPEN_TO_INVITED)) throw notActive();
    request.session = session;
    return true;
  }

  private async callerBy(authorization = ''): Promise<Session | undefined> {
    const [, token] = /^Bearer ([^ ]+)$/i.exec(authorization) ?? [];
    return token !== undefined && isToken(token) ? this.callers.callerOf(hashToken(token)) : undefined;
  }

  private isMarked(context: ExecutionContext, mark: string): boolean {
    return this.reflector.getAllAndOverride<boolean>(mark, [context.getHandler(), context.getClass()]) ?? false;
  }
}

const noService = (): DomainError =>
  new DomainError('forbidden', 'desk/service-forbidden', 'A service may not do this.');

const notActive = (): DomainError =>
  new DomainError('forbidden', 'member/not-active', 'Only active members may do this.');
