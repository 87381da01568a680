import { Module } from '@nestjs/common';
import { GetTimelineHandler } from './timeline.query.js';

/** Answers what happened to any stream: each feature says of its own who may see what. */
@Module({ providers: [GetTimelineHandler] })
export class TimelineModule {}
