import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommandsModule, carriedBy } from '#platform/commands';
import { EventStoreModule } from '#platform/event-store';
import { ChangeCheck, ChangeCheckHandler } from './commands/change-check.js';
import { CheckFacts } from './commands/check.facts.js';
import { checkStream } from './domain/check.stream.js';
import { ClaimLinks } from './read-models/claim-links/claim-links.query.js';
import { ClaimLinkRow } from './read-models/claim-links/claim-links.table.js';
import { ClaimRow } from './read-models/claims/claims.table.js';
import { DeskBoardAssignmentRow, DeskBoardRow } from './read-models/desk-board/desk-board.table.js';
import { Workload } from './read-models/workload/workload.query.js';
import { WorkloadRow } from './read-models/workload/workload.table.js';

/** What every process needs that changes or reads checks. */
@Module({
  imports: [
    EventStoreModule.forFeature([checkStream]),
    CommandsModule.forFeature([carriedBy(checkStream, ChangeCheck)]),
    TypeOrmModule.forFeature([ClaimLinkRow, ClaimRow, DeskBoardAssignmentRow, DeskBoardRow, WorkloadRow]),
  ],
  providers: [ChangeCheckHandler, CheckFacts, ClaimLinks, Workload],
})
export class ChecksModule {}
