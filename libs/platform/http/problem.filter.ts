import { Catch, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { titleOf, told } from './problem-of.js';
import type { Told } from './problem-of.js';
import type { Problem } from './problem.js';

const DEFECT: Told = { status: 500, code: 'server/failed', detail: 'Something failed here. It has been written down.' };

/** Where errors are answered (RFC 9457). What nobody expected is logged, and nothing of it is told. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const known = told(error);
    if (known === undefined) this.logger.error(lineOf(error, request));
    if (!reply.sent) this.send(request, reply, known ?? DEFECT);
  }

  /** As problem details. Routes for readers may say it in another form. */
  protected send(request: FastifyRequest, reply: FastifyReply, problem: Told): void {
    sendProblem(reply, problem, request.id);
  }
}

export const sendProblem = (reply: FastifyReply, { headers = {}, ...problem }: Told, traceId: string): void =>
  void reply
    .status(problem.status)
    .headers(headers)
    .type('application/problem+json')
    .send(JSON.stringify(bodyOf(problem, traceId)));

/** What is sent of it. */
export const bodyOf = ({ status, code, detail, more }: Told, traceId: string): Problem => ({
  ...more, // first: nothing that a refusal met may stand for what every problem says
  type: `/problems/${code}`,
  title: titleOf(status),
  status,
  detail,
  code,
  traceId,
});

/** One line, whatever the caller put into the URL, and no body. */
const lineOf = (error: unknown, { id, method, routeOptions }: FastifyRequest): string => {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return JSON.stringify({ traceId: id, method, route: routeOptions.url, error: stack });
};
