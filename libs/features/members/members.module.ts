import { Module } from '@nestjs/common';
import { CommandsModule, carriedBy } from '#platform/commands';
import { EventStoreModule } from '#platform/event-store';
import { ChangeMember, ChangeMemberHandler } from './commands/change-member.js';
import { MemberFactReaders } from './commands/member.facts.js';
import { memberStream } from './domain/member.stream.js';

/** What every process needs that changes members. */
@Module({
  imports: [
    EventStoreModule.forFeature([memberStream]),
    CommandsModule.forFeature([carriedBy(memberStream, ChangeMember)]),
  ],
  providers: [ChangeMemberHandler, MemberFactReaders],
})
export class MembersModule {}
