import { Module } from '@nestjs/common';
import { Callers, SessionsModule } from '#platform/sessions';
import { MemberCallers } from './http/member-callers.js';
import { MemberTimelineController } from './http/member-timeline.controller.js';
import { MembersController } from './http/members.controller.js';
import { MembersModule } from './members.module.js';
import { GetMemberHandler } from './read-models/member-page/member-page.query.js';
import { MemberDirectory } from './read-models/members/member-directory.js';
import { GetMembersHandler } from './read-models/members/members.query.js';

/** What the API asks and answers about members, and who its callers are. */
@Module({
  imports: [MembersModule, SessionsModule],
  controllers: [MembersController, MemberTimelineController],
  providers: [GetMemberHandler, GetMembersHandler, MemberDirectory, { provide: Callers, useClass: MemberCallers }],
  exports: [Callers],
})
export class MembersHttpModule {}
