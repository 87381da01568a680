import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Instant } from '#kernel';
import { ReadModels } from '#platform/database';
import { Cursors, cursorAfter, pageOf, placeIn } from '#platform/http';
import { ReadModelPosition } from '#platform/subscriptions';
import { PublicDesks } from '../verdict-page/public-desk.js';
import type { PublicDesk } from '../verdict-page/public-desk.js';
import { PublishedChecks } from '../verdict-page/published-checks.js';
import type { PublishedVersion } from '../verdict-page/published-version.fold.js';
import type { Surroundings } from '../verdict-page/surroundings.js';
import { placeOf, verdictsMatching } from './verdict-feed.rows.js';
import type { FeedFilters } from './verdict-feed.rows.js';

/** A check in the feed, at its live version. */
export type FeedItem = {
  readonly checkId: string;
  readonly version: PublishedVersion;
  readonly around: Surroundings;
};

export type VerdictFeed = {
  readonly desk: PublicDesk;
  readonly items: readonly FeedItem[];
  readonly nextCursor: string | undefined;
  readonly modifiedAt: Instant;
};

/**
 * It says no position: that would tell how much happens at the desk that is not public. Which verdicts there are and in
 * which order is a read model's; what each says is folded as for its page, so that both say the same.
 */
export class GetVerdictFeed extends Query<VerdictFeed> {
  constructor(
    readonly deskKey: string,
    readonly filters: FeedFilters,
  ) {
    super();
  }
}

const LIST = 'verdict-feed';
const NOTHING_YET: Instant = '1970-01-01T00:00:00.000Z';

@QueryHandler(GetVerdictFeed)
export class GetVerdictFeedHandler implements IQueryHandler<GetVerdictFeed> {
  constructor(
    private readonly desks: PublicDesks,
    private readonly checks: PublishedChecks,
    private readonly readModels: ReadModels,
    private readonly positions: ReadModelPosition,
    private readonly cursors: Cursors,
  ) {}

  async execute({ deskKey, filters }: GetVerdictFeed): Promise<VerdictFeed> {
    const desk = await this.desks.called(deskKey);
    const after = placeIn(this.cursors, LIST, filters.cursor);
    const { page, last } = await this.readModels.in(desk.deskId, async (rows) => {
      await this.positions.positionOf(rows, LIST); // says so where no worker has made it yet
      return pageOf(await verdictsMatching(rows, desk.deskId, filters, after), filters.limit);
    });
    const found = await this.checks.readMany(
      desk,
      page.map(({ checkId }) => checkId),
    );
    return {
      desk,
      items: found.flatMap(([{ checkId, live }, shown]) => {
        const around = shown(live);
        return around === undefined ? [] : [{ checkId, version: live, around }];
      }),
      nextCursor: last && cursorAfter(this.cursors, LIST, placeOf(last)),
      modifiedAt: page[0]?.publishedAt ?? NOTHING_YET,
    };
  }
}
