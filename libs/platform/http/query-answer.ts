import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tap } from 'rxjs';
import type { Observable } from 'rxjs';
import { ReadModelPosition } from '#platform/subscriptions';
import { after, streamVersion } from './reading.js';
import { RequestProblem } from './request-problem.js';
import { requestIn } from './session.js';

export const READS = 'docket:reads';

/**
 * Around every query: waits a moment for the event named by `after`, and otherwise answers the present state with 202.
 * Says the version of what was asked for as its ETag, and where the next page of a list is.
 */
@Injectable()
export class QueryAnswer implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly readModels: ReadModelPosition,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = requestIn(context);
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const readModel = this.reflector.get<string | undefined>(READS, context.getHandler());
    const awaited = awaitedBy(request);
    if (readModel !== undefined && awaited !== undefined && request.session !== undefined) {
      const isThere = await this.readModels.waitFor(request.session.deskId, readModel, awaited);
      if (!isThere) void reply.status(202).header('retry-after', '1');
    }
    return next.handle().pipe(tap((answer) => sayMore(answer, request, reply)));
  }
}

const awaitedBy = ({ query }: FastifyRequest) => {
  const given = (query as Readonly<Record<string, unknown>>)['after'];
  if (given === undefined) return undefined;
  const { data, error } = after.safeParse(given);
  if (data !== undefined) return streamVersion(data);
  const flaws = error?.issues.map(({ message }) => ({ parameter: 'after', detail: message })) ?? [];
  throw new RequestProblem(400, 'request/parameter-invalid', 'A parameter is not as described.', { flaws });
};

const sayMore = (answer: unknown, { url }: FastifyRequest, reply: FastifyReply): void => {
  if (typeof answer !== 'object' || answer === null) return;
  if ('version' in answer && typeof answer.version === 'number') void reply.header('etag', `"${answer.version}"`);
  if ('nextCursor' in answer && typeof answer.nextCursor === 'string')
    void reply.header('link', `<${nextPage(url, answer.nextCursor)}>; rel="next"`);
};

const nextPage = (url: string, cursor: string): string => {
  const page = new URL(url, 'http://desk.invalid');
  page.searchParams.set('cursor', cursor);
  return page.pathname + page.search;
};
