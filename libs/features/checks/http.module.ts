import { Module } from '@nestjs/common';
import { ChecksModule } from './checks.module.js';
import { AssignmentsController } from './http/assignments.controller.js';
import { CaseController } from './http/case.controller.js';
import { ResearchController } from './http/research.controller.js';
import { ReviewController } from './http/review.controller.js';
import { VerdictController } from './http/verdict.controller.js';
import { ChecksQueriesController } from './http/checks-queries.controller.js';
import { ClaimsQueriesController } from './http/claims-queries.controller.js';
import { GetCheckPageHandler } from './read-models/check-page/check-page.query.js';
import { GetClaimHandler } from './read-models/claim-page/claim-page.query.js';
import { GetClaimsHandler } from './read-models/claims/claims.query.js';
import { GetDeskBoardHandler } from './read-models/desk-board/desk-board.query.js';
import { GetTimelineHandler } from './read-models/timeline/timeline.query.js';

/** What the API asks and answers about checks. */
@Module({
  imports: [ChecksModule],
  controllers: [
    CaseController,
    AssignmentsController,
    ResearchController,
    ReviewController,
    VerdictController,
    ChecksQueriesController,
    ClaimsQueriesController,
  ],
  providers: [GetCheckPageHandler, GetClaimHandler, GetClaimsHandler, GetDeskBoardHandler, GetTimelineHandler],
})
export class ChecksHttpModule {}
