import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CheckStages } from '#features/claims';
import { ChecksPinned } from '#features/standards';
import { CommandsModule, carriedBy } from '#platform/commands';
import { EventStoreModule } from '#platform/event-store';
import { ChangeCheck, ChangeCheckHandler } from './commands/change-check.js';
import { CheckFacts } from './commands/check.facts.js';
import { StagesOfChecks } from './commands/stages-of-checks.js';
import { checkStream } from './domain/check.stream.js';
import { ApprovalRow } from './read-models/approvals/approvals.table.js';
import { ClaimLinks } from './read-models/claim-links/claim-links.query.js';
import { ClaimLinkRow, ClaimMergeRow } from './read-models/claim-links/claim-links.table.js';
import { ClaimListLinkRow, ClaimRow, ClaimWordRow } from './read-models/claims/claims.table.js';
import { DeskBoardDemandRow, DeskBoardMemberRow, DeskBoardRow } from './read-models/desk-board/desk-board.table.js';
import {
  EvidenceUseLinkRow,
  EvidenceUseQuoteCheckRow,
  EvidenceUseVersionRow,
} from './read-models/evidence-use/evidence-use.table.js';
import { MyWorkCaseRow, MyWorkRow } from './read-models/my-work/my-work.table.js';
import { PinnedStandards } from './read-models/pinned-standards/pinned-standards.query.js';
import { PinnedStandardRow } from './read-models/pinned-standards/pinned-standards.table.js';
import { Workload } from './read-models/workload/workload.query.js';
import { WorkloadCheckRow, WorkloadMemberRow, WorkloadRow } from './read-models/workload/workload.table.js';

/** What features below ask of checks, through a port of their own. */
@Global()
@Module({
  providers: [
    { provide: CheckStages, useClass: StagesOfChecks },
    { provide: ChecksPinned, useClass: PinnedStandards },
  ],
  exports: [CheckStages, ChecksPinned],
})
class AnswersOfChecksModule {}

/** What every process needs that changes or reads checks. */
@Module({
  imports: [
    AnswersOfChecksModule,
    EventStoreModule.forFeature([checkStream]),
    CommandsModule.forFeature([carriedBy(checkStream, ChangeCheck)]),
    TypeOrmModule.forFeature([
      ApprovalRow,
      ClaimLinkRow,
      ClaimListLinkRow,
      ClaimMergeRow,
      ClaimRow,
      ClaimWordRow,
      DeskBoardDemandRow,
      DeskBoardMemberRow,
      DeskBoardRow,
      EvidenceUseLinkRow,
      EvidenceUseQuoteCheckRow,
      EvidenceUseVersionRow,
      MyWorkCaseRow,
      MyWorkRow,
      PinnedStandardRow,
      WorkloadCheckRow,
      WorkloadMemberRow,
      WorkloadRow,
    ]),
  ],
  providers: [ChangeCheckHandler, CheckFacts, ClaimLinks, Workload],
  exports: [ClaimLinks, Workload],
})
export class ChecksModule {}
