import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Public, QueryRoute, answersProblems, markRehearsal, present } from '#platform/http';
import { dataFeedOf } from '../read-models/verdict-feed/data-feed.js';
import { dataFeed } from '../read-models/verdict-feed/verdict-feed.answer.js';
import { GetVerdictFeed } from '../read-models/verdict-feed/verdict-feed.query.js';
import type { VerdictFeed } from '../read-models/verdict-feed/verdict-feed.query.js';
import { addressOf } from '../read-models/verdict-page/publication-settings.js';
import { feedsOf } from './addresses.js';
import { atomOf } from './feeds/atom.js';
import { ProblemPages } from './problem-pages.filter.js';
import { feedQuery, publicKey } from './public.parameters.js';
import { LINKED_DATA } from './publishing.js';

const ATOM = 'application/atom+xml';

/** Collectors come often, and a minute is soon enough for them. */
const A_MINUTE = 'public, max-age=60';

type FeedQuery = z.infer<typeof feedQuery>;

/** What a desk has published, for machines that follow it. */
@Controller('feeds')
@UseFilters(ProblemPages)
export class FeedsController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute(':deskKey/verdicts.json', { answer: dataFeed, public: true })
  @ApiOperation({
    summary: 'GetVerdictFeed',
    description: `For: everybody. A DataFeed of schema.org, as ${LINKED_DATA}, the newest first: each item holds the ClaimReview of a live version. The next page is named in the header Link.`,
  })
  async verdictFeed(
    @Param('deskKey', { schema: publicKey }) deskKey: string,
    @Query({ schema: feedQuery }) filters: FeedQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const feed = await this.read(deskKey, filters, reply);
    const { self, next } = addressesOf(feed, request.url);
    if (next !== undefined) void reply.header('link', `<${next}>; rel="next"`);
    const body = JSON.stringify(dataFeedOf(feed, self));
    return present(request, reply, { body, mediaType: LINKED_DATA, modifiedAt: feed.modifiedAt, caching: A_MINUTE });
  }

  @Get(':deskKey/verdicts.atom')
  @Public()
  @answersProblems(400, 404, 503)
  @ApiOkResponse({ content: { [ATOM]: { schema: { type: 'string' } } }, description: 'As it stands.' })
  @ApiOperation({
    summary: 'GetVerdictFeed as Atom',
    description: 'For: everybody. The same verdicts for feed readers; the next page is a link in it.',
  })
  async verdictFeedAsAtom(
    @Param('deskKey', { schema: publicKey }) deskKey: string,
    @Query({ schema: feedQuery }) filters: FeedQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const feed = await this.read(deskKey, filters, reply);
    const body = atomOf(feed, { feed: feedsOf(feed.desk.settings, deskKey).atom, ...addressesOf(feed, request.url) });
    return present(request, reply, { body, mediaType: ATOM, modifiedAt: feed.modifiedAt, caching: A_MINUTE });
  }

  private async read(deskKey: string, filters: FeedQuery, reply: FastifyReply): Promise<VerdictFeed> {
    const feed = await this.queries.execute(new GetVerdictFeed(deskKey, filters));
    if (feed.desk.isRehearsal) markRehearsal(reply);
    return feed;
  }
}

/** Of this page and the next one, as the public knows them. */
const addressesOf = ({ desk, nextCursor }: VerdictFeed, asked: string) => {
  const page = new URL(asked, 'http://desk.invalid');
  const addressIn = ({ pathname, search }: URL): string => addressOf(desk.settings, pathname + search);
  const self = addressIn(page);
  if (nextCursor === undefined) return { self, next: undefined };
  page.searchParams.set('cursor', nextCursor);
  return { self, next: addressIn(page) };
};
