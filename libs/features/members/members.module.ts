import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommandsModule, carriedBy } from '#platform/commands';
import { EventStoreModule } from '#platform/event-store';
import { ChangeMember, ChangeMemberHandler } from './commands/change-member.js';
import { MemberFactReaders } from './commands/member.facts.js';
import { memberStream } from './domain/member.stream.js';
import { MemberRoleRow, MemberRow } from './read-models/members/members.table.js';

/** What every process needs that changes or reads members. */
@Module({
  imports: [
    EventStoreModule.forFeature([memberStream]),
    CommandsModule.forFeature([carriedBy(memberStream, ChangeMember)]),
    TypeOrmModule.forFeature([MemberRoleRow, MemberRow]),
  ],
  providers: [ChangeMemberHandler, MemberFactReaders],
})
export class MembersModule {}
