import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { VerdictsController } from './http/verdicts.controller.js';
import { DeskRow } from './read-models/verdict-page/desk.table.js';
import { GetVerdictPageHandler } from './read-models/verdict-page/verdict-page.query.js';

/** What the public reads. */
@Module({
  imports: [TypeOrmModule.forFeature([DeskRow])],
  controllers: [VerdictsController],
  providers: [GetVerdictPageHandler],
})
export class PublishingHttpModule {}
