import { Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemFilter, preferred, titleOf } from '#platform/http';
import type { Told } from '#platform/http';
import { PAGE_POLICY } from './pages/style.js';
import { problemHtml } from './pages/problem.page.js';
import { HTML, JSON_TEXT } from './publishing.js';

/** Errors of public addresses: a page for who reads with a browser, a problem for everybody else. */
@Catch()
export class ProblemPages extends ProblemFilter {
  protected override send(request: FastifyRequest, reply: FastifyReply, problem: Told): void {
    void reply.headers({ vary: 'accept', 'cache-control': 'no-store' });
    if (preferred(request.headers.accept, [JSON_TEXT, HTML]) !== HTML) return super.send(request, reply, problem);
    const { status, detail, headers = {} } = problem;
    void reply
      .status(status)
      .headers({ ...headers, 'content-security-policy': PAGE_POLICY })
      .type(`${HTML}; charset=utf-8`)
      .send(problemHtml({ status, title: titleOf(status), detail }));
  }
}
