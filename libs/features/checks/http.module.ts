import { Module } from '@nestjs/common';
import { ChecksModule } from './checks.module.js';
import { ApprovalsController } from './http/approvals.controller.js';
import { AssignmentsQueriesController } from './http/assignments-queries.controller.js';
import { AssignmentsController } from './http/assignments.controller.js';
import { CaseController } from './http/case.controller.js';
import { ResearchController } from './http/research.controller.js';
import { ReviewController } from './http/review.controller.js';
import { RepliesController } from './http/replies.controller.js';
import { VerdictController } from './http/verdict.controller.js';
import { ChecksQueriesController } from './http/checks-queries.controller.js';
import { ClaimsQueriesController } from './http/claims-queries.controller.js';
import { EvidenceQueriesController } from './http/evidence-queries.controller.js';
import { MyWorkController } from './http/my-work.controller.js';
import { GetApprovalsHandler } from './read-models/approvals/approvals.query.js';
import { GetAssigneeSuggestionsHandler } from './read-models/assignee-suggestions/assignee-suggestions.query.js';
import { GetAsOfHandler } from './read-models/as-of/as-of.query.js';
import { GetCheckPageHandler } from './read-models/check-page/check-page.query.js';
import { GetClaimHandler } from './read-models/claim-page/claim-page.query.js';
import { GetClaimsHandler } from './read-models/claims/claims.query.js';
import { GetDeskBoardHandler } from './read-models/desk-board/desk-board.query.js';
import { GetEvidenceUseHandler } from './read-models/evidence-use/evidence-use.query.js';
import { GetMyWorkHandler } from './read-models/my-work/my-work.query.js';
import { GetRulingDeskHandler } from './read-models/ruling-desk/ruling-desk.query.js';
import { GetWorkloadHandler } from './read-models/workload/get-workload.query.js';

/** What the API asks and answers about checks. */
@Module({
  imports: [ChecksModule],
  controllers: [
    CaseController,
    AssignmentsController,
    AssignmentsQueriesController,
    ResearchController,
    ReviewController,
    RepliesController,
    VerdictController,
    ChecksQueriesController,
    ClaimsQueriesController,
    EvidenceQueriesController,
    ApprovalsController,
    MyWorkController,
  ],
  providers: [
    GetAsOfHandler,
    GetApprovalsHandler,
    GetAssigneeSuggestionsHandler,
    GetWorkloadHandler,
    GetCheckPageHandler,
    GetClaimHandler,
    GetClaimsHandler,
    GetDeskBoardHandler,
    GetEvidenceUseHandler,
    GetMyWorkHandler,
    GetRulingDeskHandler,
  ],
})
export class ChecksHttpModule {}
