import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { DomainError, demand } from '#kernel';
import { Streams } from '#platform/event-store';
import type { Session } from '#platform/http';
import { mayReadSubmissions } from '../../domain/submission.readers.js';
import { submissionStream } from '../../domain/submission.stream.js';
import type { SubmissionPage } from './submission-page.answer.js';
import { submissionPageOf } from './submission-page.fold.js';

export class GetSubmission extends Query<SubmissionPage> {
  constructor(
    readonly viewer: Session,
    readonly submissionId: string,
  ) {
    super();
  }
}

/** From its stream, so who writes sees it at once. */
@QueryHandler(GetSubmission)
export class GetSubmissionHandler implements IQueryHandler<GetSubmission> {
  constructor(private readonly streams: Streams) {}

  async execute({ viewer: { deskId, actor }, submissionId }: GetSubmission): Promise<SubmissionPage> {
    demand(mayReadSubmissions('GetSubmission', actor));
    const events = await this.streams.eventsOf(submissionStream, deskId, submissionId);
    const page = submissionPageOf(events, mayReadSubmissions('contact', actor).allowed);
    if (page === undefined) throw new DomainError('not-found', 'submission/not-found', 'There is no such submission.');
    return page;
  }
}
