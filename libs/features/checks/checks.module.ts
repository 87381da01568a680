import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CheckStages } from '#features/claims';
import { CommandsModule, carriedBy } from '#platform/commands';
import { EventStoreModule } from '#platform/event-store';
import { ChangeCheck, ChangeCheckHandler } from './commands/change-check.js';
import { CheckFacts } from './commands/check.facts.js';
import { StagesOfChecks } from './commands/stages-of-checks.js';
import { checkStream } from './domain/check.stream.js';
import { ClaimLinks } from './read-models/claim-links/claim-links.query.js';
import { ClaimLinkRow, ClaimMergeRow } from './read-models/claim-links/claim-links.table.js';
import { ClaimListLinkRow, ClaimRow } from './read-models/claims/claims.table.js';
import { DeskBoardAssignmentRow, DeskBoardRow } from './read-models/desk-board/desk-board.table.js';
import { Workload } from './read-models/workload/workload.query.js';
import { WorkloadRow } from './read-models/workload/workload.table.js';

/** What features below ask of checks, through a port of their own. */
@Global()
@Module({
  providers: [{ provide: CheckStages, useClass: StagesOfChecks }],
  exports: [CheckStages],
})
class AnswersOfChecksModule {}

/** What every process needs that changes or reads checks. */
@Module({
  imports: [
    AnswersOfChecksModule,
    EventStoreModule.forFeature([checkStream]),
    CommandsModule.forFeature([carriedBy(checkStream, ChangeCheck)]),
    TypeOrmModule.forFeature([
      ClaimLinkRow,
      ClaimListLinkRow,
      ClaimMergeRow,
      ClaimRow,
      DeskBoardAssignmentRow,
      DeskBoardRow,
      WorkloadRow,
    ]),
  ],
  providers: [ChangeCheckHandler, CheckFacts, ClaimLinks, Workload],
})
export class ChecksModule {}
