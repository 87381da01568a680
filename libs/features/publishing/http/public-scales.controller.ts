import { Controller, Param, Req, Res, UseFilters } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryRoute, answersProblems } from '#platform/http';
import { publicScale } from '../read-models/public-scale/public-scale.answer.js';
import type { PublicScale } from '../read-models/public-scale/public-scale.answer.js';
import { GetPublicScale } from '../read-models/public-scale/public-scale.query.js';
import { scaleHtml } from './pages/scale.page.js';
import { ProblemPages } from './problem-pages.filter.js';
import { publicKey, versionNumber } from './public.parameters.js';
import { HTML, JSON_TEXT, publish } from './publishing.js';
import type { Forms } from './publishing.js';

/** What the numbers of published verdicts mean, under addresses that last as long as theirs. */
@Controller('scales')
@UseFilters(ProblemPages)
export class PublicScalesController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute(':deskKey/:scaleId/versions/:version', { answer: publicScale, public: true })
  @answersProblems(406)
  @ApiOperation({
    summary: 'GetPublicScale',
    description: `For: everybody. A published version of a scale, each number with its text. As ${HTML} a page to read.`,
  })
  publicScale(
    @Param('deskKey', { schema: publicKey }) deskKey: string,
    @Param('scaleId', { schema: publicKey }) scaleId: string,
    @Param('version', { schema: versionNumber }) version: number,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return publish(request, reply, SCALE, () => this.queries.execute(new GetPublicScale(deskKey, scaleId, version)));
  }
}

const SCALE: Forms<PublicScale> = { [JSON_TEXT]: (scale) => scale, [HTML]: scaleHtml };
