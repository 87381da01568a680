import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DomainError, can, demand } from '#kernel';
import type { Envelope } from '#kernel';
import { derivedId } from '#platform/commands';
import { CommandIdReused, Streams } from '#platform/event-store';
import { RequestProblem } from '#platform/http';
import { ChangeSubmission } from '../../commands/change-submission.js';
import { importedId } from '../../commands/imported-id.js';
import { submissionStream } from '../../domain/submission.stream.js';
import { csvFile } from './csv-rows.js';
import { feedItems } from './feed-items.js';
import { reportOn } from './import-report.js';
import type { ImportReport, RowReport } from './import-report.js';
import { registrationIn, rowRefused } from './import-row.js';
import type { ImportRow } from './import-row.js';

export const CSV_TYPES = ['text/csv'];
export const FEED_TYPES = ['application/rss+xml', 'application/atom+xml', 'application/xml', 'text/xml'];

/** More are for a second file. */
export const MAX_ROWS = 20_000;
const AT_ONCE = 8;

type Given = { readonly content: Readable; readonly contentType: string | undefined; readonly language?: string };

/** Registers every row of a file by a command of its own: what is broken in one stops no other. */
@Injectable()
export class SubmissionImport {
  constructor(
    private readonly commands: CommandBus,
    private readonly streams: Streams,
  ) {}

  async run({ content, contentType = '', language }: Given, envelope: Envelope): Promise<ImportReport> {
    const { decider } = submissionStream;
    const parts = content.iterator({ destroyOnReturn: false }); // a request that is destroyed cannot be answered
    try {
      demand(can(decider, decider.initialState, envelope.actor, 'RegisterSubmission'));
      const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
      if (FEED_TYPES.includes(type)) return reportOn(await this.registerAll(feedItems(parts, language), envelope));
      if (!CSV_TYPES.includes(type)) throw mediaType();
      const { rows, ignoredColumns } = await csvFile(parts, language);
      return reportOn(await this.registerAll(rows, envelope), ignoredColumns);
    } catch (error) {
      throw content.readableAborted ? brokenOff() : error;
    } finally {
      content.resume(); // the rest is let go by: who sends it reads the answer afterwards
    }
  }

  /** Several at once. Rows of one submission keep their order: commands for one stream wait for each other. */
  private async registerAll(rows: AsyncIterable<ImportRow>, envelope: Envelope): Promise<readonly RowReport[]> {
    const reports: Promise<RowReport>[] = [];
    const running = new Set<Promise<RowReport>>();
    for await (const row of rows) {
      if (row.row > MAX_ROWS) {
        reports.push(Promise.resolve(refused(row, tooMany())));
        break;
      }
      const report = this.register(row, envelope);
      const settle = () => running.delete(report);
      reports.push(report);
      running.add(report);
      report.then(settle, settle);
      if (running.size >= AT_ONCE) await Promise.race(running);
    }
    return Promise.all(reports);
  }

  /** What becomes of a row is what its command has done, this time or when it was sent before. */
  private async register(row: ImportRow, envelope: Envelope): Promise<RowReport> {
    try {
      if ('flaw' in row) throw row.flaw;
      const data = registrationIn(row.said);
      const id = importedId(envelope.deskId, data.externalKey);
      const commandId = derivedId(timeOf(envelope.commandId), `${envelope.commandId}/${row.row}`);
      const command = { type: 'RegisterSubmission', id, data, ...envelope, commandId } as const;
      const { version } = await this.commands.execute(new ChangeSubmission(command));
      const events = await this.streams.eventsOf(submissionStream, envelope.deskId, id);
      const own = events.find((event) => event.commandId === commandId);
      const outcome = own === undefined ? 'unchanged' : own.type === 'SubmissionRevised' ? 'revised' : 'registered';
      return { ...nameOf(row), outcome, submissionId: id, version };
    } catch (error) {
      if (error instanceof DomainError) return refused(row, error);
      if (error instanceof CommandIdReused) return refused(row, keyReused());
      throw error;
    }
  }
}

const refused = (row: ImportRow, { code, message }: DomainError): RowReport => ({
  ...nameOf(row),
  outcome: 'refused',
  code,
  detail: message,
});

const nameOf = (row: ImportRow): Pick<RowReport, 'row' | 'line' | 'externalKey'> => {
  const externalKey = 'said' in row ? row.said['externalKey'] : undefined;
  return {
    row: row.row,
    ...(row.line !== undefined && { line: row.line }),
    ...(typeof externalKey === 'string' && { externalKey }),
  };
};

/** The first 48 bits of a UUIDv7 are the time at which it was made. */
const timeOf = (commandId: string): string =>
  new Date(Number.parseInt(commandId.replaceAll('-', '').slice(0, 12), 16)).toISOString();

const tooMany = (): DomainError =>
  rowRefused('request/too-large', `From here on nothing was read: a file has ${MAX_ROWS} rows at most.`);

const keyReused = (): DomainError =>
  rowRefused('request/key-reused', 'Under this Idempotency-Key another row was sent: take a fresh one for this file.');

const mediaType = (): RequestProblem =>
  new RequestProblem(415, 'request/media-type', `Send one of these: ${[...CSV_TYPES, ...FEED_TYPES].join(', ')}.`);

const brokenOff = (): RequestProblem =>
  new RequestProblem(400, 'request/unreadable', 'The file broke off. Send it again, under the same Idempotency-Key.');
