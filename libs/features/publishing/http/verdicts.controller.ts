import { Controller, Param, Req, Res, UseFilters } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryRoute, answersProblems, uuid } from '#platform/http';
import { verdictPage } from '../read-models/verdict-page/verdict-page.answer.js';
import type { VerdictPage } from '../read-models/verdict-page/verdict-page.answer.js';
import { GetVerdictPage } from '../read-models/verdict-page/verdict-page.query.js';
import { versionList } from '../read-models/verdict-page/versions.answer.js';
import type { VersionList } from '../read-models/verdict-page/versions.answer.js';
import { GetVersions } from '../read-models/verdict-page/versions.query.js';
import { verdictHtml } from './pages/verdict.page.js';
import { versionsHtml } from './pages/versions.page.js';
import { ProblemPages } from './problem-pages.filter.js';
import { HTML, JSON_TEXT, LINKED_DATA, publish } from './publishing.js';
import type { Forms } from './publishing.js';
import { versionNumber } from './public.parameters.js';

/** The addresses under which verdicts stand for ever. */
@Controller('v')
@UseFilters(ProblemPages)
export class VerdictsController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute(':checkId', { answer: verdictPage, public: true })
  @answersProblems(406)
  @ApiOperation({
    summary: 'GetVerdictPage',
    description: `For: everybody. The live version. As ${LINKED_DATA} its ClaimReview alone, as ${HTML} a page to read.`,
  })
  verdict(
    @Param('checkId', { schema: uuid }) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return publish(request, reply, VERDICT, () => this.queries.execute(new GetVerdictPage(id)));
  }

  @QueryRoute(':checkId/versions', { answer: versionList, public: true })
  @answersProblems(406)
  @ApiOperation({
    summary: 'GetVersions',
    description: `For: everybody. Every version that was published, the newest first. As ${HTML} a page to read.`,
  })
  versions(
    @Param('checkId', { schema: uuid }) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return publish(request, reply, VERSIONS, () => this.queries.execute(new GetVersions(id)));
  }

  @QueryRoute(':checkId/versions/:versionNo', { answer: verdictPage, public: true })
  @answersProblems(406)
  @ApiOperation({
    summary: 'GetVerdictPage of a version',
    description: `For: everybody. As it was published, whatever came after it; ${LINKED_DATA} and ${HTML} as for the check.`,
  })
  version(
    @Param('checkId', { schema: uuid }) id: string,
    @Param('versionNo', { schema: versionNumber }) versionNo: number,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return publish(request, reply, VERDICT, () => this.queries.execute(new GetVerdictPage(id, versionNo)));
  }
}

const VERDICT: Forms<VerdictPage> = {
  [JSON_TEXT]: (page) => page,
  [LINKED_DATA]: ({ claimReview }) => claimReview,
  [HTML]: verdictHtml,
};

const VERSIONS: Forms<VersionList> = { [JSON_TEXT]: (list) => list, [HTML]: versionsHtml };
