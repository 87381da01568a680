import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { VerdictFeedCandidateRow, VerdictFeedRow } from './read-models/verdict-feed/verdict-feed.table.js';
import { DeskRow } from './read-models/verdict-page/desk.table.js';

/** The tables of what is published, for every process that reads or keeps them. */
@Module({ imports: [TypeOrmModule.forFeature([DeskRow, VerdictFeedCandidateRow, VerdictFeedRow])] })
export class PublishingModule {}
