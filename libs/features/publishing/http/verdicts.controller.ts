import { Controller, Headers, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { QueryRoute, uuid } from '#platform/http';
import type { ClaimReview } from '../read-models/verdict-page/claim-review.answer.js';
import { verdictPage } from '../read-models/verdict-page/verdict-page.answer.js';
import type { VerdictPage } from '../read-models/verdict-page/verdict-page.answer.js';
import { GetVerdictPage } from '../read-models/verdict-page/verdict-page.query.js';

const LINKED_DATA = 'application/ld+json';

@Controller('v')
export class VerdictsController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute(':checkId', { answer: verdictPage, public: true })
  @ApiOperation({
    summary: 'GetVerdictPage',
    description: `For: everybody. Who accepts ${LINKED_DATA} gets its ClaimReview alone.`,
  })
  async verdict(
    @Param('checkId', { schema: uuid }) id: string,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VerdictPage | ClaimReview> {
    const page = await this.queries.execute(new GetVerdictPage(id));
    void reply.header('vary', 'accept');
    if (accept?.includes(LINKED_DATA) !== true) return page;
    void reply.type(LINKED_DATA);
    return page.claimReview;
  }
}
