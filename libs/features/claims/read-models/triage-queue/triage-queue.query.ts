import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, demand } from '#kernel';
import type { Instant } from '#kernel';
import { ReadModels } from '#platform/database';
import { Cursors, cursorAfter, pageOf, placeIn } from '#platform/http';
import type { Session } from '#platform/http';
import { ReadModelPosition } from '#platform/subscriptions';
import { mayReadSubmissions } from '../../domain/submission.readers.js';
import type { SubmissionKind } from '../../domain/submission.state.js';
import type { TriageLine, TriageQueue } from './triage-queue.answer.js';
import { OpenProposalRow, TriageQueueRow } from './triage-queue.table.js';

export type TriageFilters = {
  readonly kind?: SubmissionKind;
  readonly language?: string;
  readonly overdue?: true;
  readonly limit: number;
  readonly cursor?: string;
};

const LIST = 'submissions';

export class GetTriageQueue extends Query<TriageQueue> {
  constructor(
    readonly viewer: Session,
    readonly filters: TriageFilters,
  ) {
    super();
  }
}

@QueryHandler(GetTriageQueue)
export class GetTriageQueueHandler implements IQueryHandler<GetTriageQueue> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly positions: ReadModelPosition,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async execute({ viewer: { deskId, actor }, filters }: GetTriageQueue): Promise<TriageQueue> {
    demand(mayReadSubmissions('GetTriageQueue', actor));
    const now = await this.clock.now(deskId);
    const after = placeIn(this.cursors, LIST, filters.cursor);
    return this.readModels.in(deskId, async (rows) => {
      const readAt = await this.positions.positionOf(rows, 'triage-queue');
      const { page, last } = pageOf(await waiting(rows, deskId, { filters, now, after }), filters.limit);
      const ids = page.map(({ submissionId }) => submissionId);
      const proposals = await rows.find(OpenProposalRow, { where: { deskId, submissionId: In(ids) } });
      const duplicates = await rows.find(TriageQueueRow, {
        select: { deskId: true, submissionId: true, duplicateOf: true },
        where: { deskId, duplicateOf: In(ids) },
      });
      const lineOf = (row: Readonly<TriageQueueRow>): TriageLine => ({
        ...asLine(row, now),
        demand: 1 + duplicates.filter(({ duplicateOf }) => duplicateOf === row.submissionId).length,
        openProposals: proposals.filter(({ submissionId }) => submissionId === row.submissionId).length,
      });
      return {
        items: page.map(lineOf),
        ...(last && { nextCursor: cursorAfter(this.cursors, LIST, [last.triageDueAt, last.submissionId]) }),
        ...readAt,
      };
    });
  }
}

type Asked = {
  readonly filters: TriageFilters;
  readonly now: Instant;
  /** The place of the last line of the page before. */
  readonly after: readonly string[] | undefined;
};

/** What is due first, first: one more than a page, to see whether there is another. */
const waiting = (
  rows: EntityManager,
  deskId: number,
  { filters: { kind, language, overdue, limit }, now, after }: Asked,
): Promise<readonly TriageQueueRow[]> => {
  const lines = rows
    .createQueryBuilder(TriageQueueRow, 'line')
    .where("line.deskId = :deskId AND line.status = 'received'", { deskId });
  if (kind !== undefined) lines.andWhere('line.kind = :kind', { kind });
  if (language !== undefined) lines.andWhere('line.language = :language', { language });
  if (overdue) lines.andWhere('line.triageDueAt <= :now', { now });
  const [dueAt, submissionId] = after ?? [];
  if (after !== undefined)
    lines.andWhere('(line.triageDueAt, line.submissionId) > (:dueAt, :submissionId)', { dueAt, submissionId });
  return lines
    .orderBy('line.triageDueAt')
    .addOrderBy('line.submissionId')
    .limit(limit + 1)
    .getMany();
};

const asLine = (row: Readonly<TriageQueueRow>, now: Instant): Omit<TriageLine, 'demand' | 'openProposals'> => ({
  submissionId: row.submissionId,
  kind: row.kind,
  language: row.language,
  ...(row.title !== null && { title: row.title }),
  ...(row.publisher !== null && { publisher: row.publisher }),
  beginning: row.beginning,
  length: row.length,
  revision: row.revision,
  receivedAt: row.receivedAt,
  dueAt: row.triageDueAt,
  overdue: row.triageDueAt <= now,
  textNotes: row.textNotes,
});
