import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DomainError, can, demand } from '#kernel';
import type { Asked, Envelope } from '#kernel';
import { derivedId } from '#platform/commands';
import { CommandIdReused } from '#platform/event-store';
import type { Done, Settled } from '#platform/event-store';
import { RequestProblem } from '#platform/http';
import { importedId } from '../../commands/imported-id.js';
import { RegisterSubmissions } from '../../commands/register-submissions.js';
import type { RegisterSubmission } from '../../domain/submission.commands.js';
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
/** So many rows, or so many characters, go to the database together. */
const GROUP_ROWS = 250;
const GROUP_LENGTH = 1024 * 1024;

type Given = { readonly content: Readable; readonly contentType: string | undefined; readonly language?: string };

/** Registers every row of a file by a command of its own: what is broken in one stops no other. */
@Injectable()
export class SubmissionImport {
  constructor(private readonly commands: CommandBus) {}

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

  /** Group by group, of which one is kept at a time: rows of one submission keep their order. */
  private async registerAll(rows: AsyncIterable<ImportRow>, envelope: Envelope): Promise<readonly RowReport[]> {
    const reports: RowReport[] = [];
    for await (const group of groupsOf(rows)) reports.push(...(await this.registerGroup(group, envelope)));
    return reports;
  }

  private async registerGroup(group: readonly ImportRow[], envelope: Envelope): Promise<readonly RowReport[]> {
    const read = group.map((row) => readRow(row, envelope));
    const commands = read.flatMap((one) => ('command' in one ? [one.command] : []));
    const done = (await this.commands.execute(new RegisterSubmissions(commands)))[Symbol.iterator]();
    return read.map((one) => {
      if ('refusal' in one) return refused(one.row, one.refusal);
      return reportOf(one.row, one.command.id, done.next().value);
    });
  }
}

/** A row past the last one that is read is refused, and no other after it is looked at. */
async function* groupsOf(rows: AsyncIterable<ImportRow>): AsyncGenerator<readonly ImportRow[]> {
  let group: ImportRow[] = [];
  let length = 0;
  for await (const row of rows) {
    const isBeyond = row.row > MAX_ROWS;
    group.push(isBeyond ? { ...nameOf(row), flaw: tooMany() } : row);
    length += lengthOf(row);
    if (isBeyond) break;
    if (group.length < GROUP_ROWS && length < GROUP_LENGTH) continue;
    yield group;
    [group, length] = [[], 0];
  }
  if (group.length > 0) yield group;
}

const lengthOf = (row: ImportRow): number => {
  const text = 'said' in row ? row.said['text'] : undefined;
  return typeof text === 'string' ? text.length : 0;
};

type ReadRow = { readonly row: ImportRow } & (
  { readonly command: Asked<RegisterSubmission> } | { readonly refusal: DomainError }
);

/** The command that a row is; the same each time its file is sent under one key. */
const readRow = (row: ImportRow, envelope: Envelope): ReadRow => {
  if ('flaw' in row) return { row, refusal: row.flaw };
  try {
    const data = registrationIn(row.said);
    const id = importedId(envelope.deskId, data.externalKey);
    const commandId = derivedId(timeOf(envelope.commandId), `${envelope.commandId}/${row.row}`);
    return { row, command: { type: 'RegisterSubmission', id, data, ...envelope, commandId } };
  } catch (error) {
    if (error instanceof DomainError) return { row, refusal: error };
    throw error;
  }
};

/** What became of a row is what its command has done, this time or when it was sent before. */
const reportOf = (row: ImportRow, submissionId: string, done: Settled<Done> | undefined): RowReport => {
  if (done === undefined) throw new Error(`Nothing was said of row ${row.row}.`);
  if (done.status === 'fulfilled') {
    const { receipt, types } = done.value;
    return { ...nameOf(row), outcome: outcomeOf(types), submissionId, version: receipt.version };
  }
  if (done.reason instanceof DomainError) return refused(row, done.reason);
  if (done.reason instanceof CommandIdReused) return refused(row, keyReused());
  throw done.reason;
};

const outcomeOf = (types: readonly string[]): RowReport['outcome'] => {
  if (types.length === 0) return 'unchanged';
  return types.includes('SubmissionRevised') ? 'revised' : 'registered';
};

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
