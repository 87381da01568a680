import { Module } from '@nestjs/common';
import { ClaimsModule } from './claims.module.js';
import { ClaimsController } from './http/claims.controller.js';
import { SubmissionsController } from './http/submissions.controller.js';

@Module({ imports: [ClaimsModule], controllers: [SubmissionsController, ClaimsController] })
export class ClaimsHttpModule {}
