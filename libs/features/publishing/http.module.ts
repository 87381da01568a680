import { Module } from '@nestjs/common';
import { FeedsController } from './http/feeds.controller.js';
import { PublicScalesController } from './http/public-scales.controller.js';
import { VerdictsController } from './http/verdicts.controller.js';
import { PublishingModule } from './publishing.module.js';
import { GetPublicScaleHandler } from './read-models/public-scale/public-scale.query.js';
import { GetVerdictFeedHandler } from './read-models/verdict-feed/verdict-feed.query.js';
import { PublicDesks } from './read-models/verdict-page/public-desk.js';
import { PublishedChecks } from './read-models/verdict-page/published-checks.js';
import { GetVerdictPageHandler } from './read-models/verdict-page/verdict-page.query.js';
import { GetVersionsHandler } from './read-models/verdict-page/versions.query.js';

/** What the public reads. */
@Module({
  imports: [PublishingModule],
  controllers: [VerdictsController, PublicScalesController, FeedsController],
  providers: [
    GetPublicScaleHandler,
    GetVerdictFeedHandler,
    GetVerdictPageHandler,
    GetVersionsHandler,
    PublicDesks,
    PublishedChecks,
  ],
})
export class PublishingHttpModule {}
