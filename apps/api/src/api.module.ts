import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ChecksHttpModule } from '#http/checks';
import { ClaimsHttpModule } from '#http/claims';
import { EvidenceHttpModule } from '#http/evidence';
import { MembersHttpModule } from '#http/members';
import { PublishingHttpModule } from '#http/publishing';
import { StandardsHttpModule } from '#http/standards';
import { EdgeModule, ParameterGuard } from '#platform/http';
import { RehearsalHttpModule } from '#platform/rehearsal';
import { SessionGuard } from '#platform/sessions';
import { TimelineModule } from '#platform/timeline';

/** Each feature's controllers, behind the guards of every route. */
@Module({
  imports: [
    EdgeModule,
    TimelineModule,
    MembersHttpModule,
    StandardsHttpModule,
    ClaimsHttpModule,
    EvidenceHttpModule,
    ChecksHttpModule,
    PublishingHttpModule,
    RehearsalHttpModule,
  ],
  providers: [
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_GUARD, useClass: ParameterGuard },
  ],
})
export class ApiModule {}
