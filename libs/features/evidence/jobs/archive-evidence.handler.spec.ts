import { createHash } from 'node:crypto';
import { CqrsModule } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import type { DataOf, Envelope } from '#kernel';
import { EventStore, MemoryEventStore, Streams } from '#platform/event-store';
import { FileCatalogue, FileStore, storageKeyOf } from '#platform/file-store';
import type { Reception, StoredFile } from '#platform/file-store';
import { FinalFailure } from '#platform/jobs';
import { CaptureFailed, WebArchive } from '#platform/web-archive';
import type { Snapshot } from '#platform/web-archive';
import { ChangeEvidenceHandler } from '../commands/change-evidence.js';
import { EvidenceFactReaders } from '../commands/evidence.facts.js';
import type { EvidenceCaptured } from '../domain/evidence.events.js';
import { evidenceStream } from '../domain/evidence.stream.js';
import { ArchiveEvidence } from './archive-evidence.handler.js';

describe('archiving evidence', () => {
  it('fetches the page, keeps it and says so', async () => {
    const { run, last, files } = await begin({ url: PAGE });
    await run();
    const sha256 = hashOf('<p>A page</p>');
    expect(files.kept.get(sha256)).toBe('<p>A page</p>');
    expect(await last()).toMatchObject({
      type: 'EvidenceArchived',
      actor: { id: 'service:archive-evidence', capacity: 'service' },
      data: {
        archiveRun: 1,
        sha256,
        bytes: 13,
        mediaType: 'text/html',
        storageKey: storageKeyOf(sha256),
        tool: 'docket-http',
      },
    });
  });

  it('takes the file that was given, and does not go out', async () => {
    const { run, last, files, web } = await begin({ url: PAGE, file: givenFile('A report') });
    files.kept.set(hashOf('A report'), 'A report');
    await run();
    expect(await last()).toMatchObject({
      type: 'EvidenceArchived',
      data: { sha256: hashOf('A report'), mediaType: 'text/plain', tool: 'docket-upload' },
    });
    expect(web.asked).toEqual([]);
  });

  it('keeps the note where there is nothing else', async () => {
    const { run, last, files } = await begin({ note: 'Said on the telephone: ĝis.' });
    await run();
    expect(files.kept.get(hashOf('Said on the telephone: ĝis.'))).toBe('Said on the telephone: ĝis.');
    expect(await last()).toMatchObject({
      type: 'EvidenceArchived',
      data: { mediaType: 'text/plain; charset=utf-8', tool: 'docket-note' },
    });
  });

  it('run twice, says it once, and does not go out again', async () => {
    const { run, events, web } = await begin({ url: PAGE });
    await run();
    await run();
    expect(await events()).toHaveLength(2);
    expect(web.asked).toEqual([PAGE]);
  });

  it('does nothing for a run that nobody waits for', async () => {
    const { run, events, web } = await begin({ url: PAGE });
    await run(2);
    expect(await events()).toHaveLength(1);
    expect(web.asked).toEqual([]);
  });

  it('gives up at once what would fail again', async () => {
    const { run, web } = await begin({ url: PAGE });
    web.failure = new CaptureFailed('http-404', 'Gone.', true);
    await expect(run()).rejects.toBeInstanceOf(FinalFailure);
  });

  it('leaves what may work later to be tried again', async () => {
    const { run, web } = await begin({ url: PAGE });
    web.failure = new CaptureFailed('timeout', 'Slow.', false);
    await expect(run()).rejects.toBe(web.failure);
  });

  it('gives up a file that is lost, or not what it was', async () => {
    const { run, files } = await begin({ file: givenFile('A report') });
    await expect(run()).rejects.toMatchObject({ name: 'FinalFailure', code: 'file-missing' });
    files.kept.set(hashOf('A report'), 'A forgery');
    await expect(run()).rejects.toMatchObject({ name: 'FinalFailure', code: 'file-damaged' });
  });
});

describe('giving up', () => {
  it.each([
    [
      'a final failure',
      new FinalFailure('Gone.', { cause: new CaptureFailed('http-410', 'Gone.', true) }),
      'http-410',
      'Gone.',
    ],
    ['the last of many', new CaptureFailed('timeout', 'Slow.', false), 'timeout', 'Slow.'],
    ['what nobody foresaw', new Error('ENOSPC at /srv/secret'), 'failed', 'The copy could not be made or kept.'],
  ])('says why, and after how many attempts: %s', async (_, error, code, detail) => {
    const { giveUp, last } = await begin({ url: PAGE });
    await giveUp(error, 6);
    expect(await last()).toMatchObject({
      type: 'EvidenceArchiveFailed',
      data: { archiveRun: 1, attempts: 6, code, detail },
    });
  });

  it('says nothing once there is a copy', async () => {
    const { run, giveUp, last } = await begin({ url: PAGE });
    await run();
    await giveUp(new CaptureFailed('timeout', 'Slow.', false), 6);
    expect(await last()).toMatchObject({ type: 'EvidenceArchived' });
  });
});

const PAGE = 'https://example.org/';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const givenFile = (content: string) => ({
  sha256: hashOf(content),
  bytes: Buffer.byteLength(content),
  mediaType: 'text/plain',
  name: 'report.txt',
});

class FilesInMemory extends FileStore {
  readonly kept = new Map<string, string>();

  async put(content: AsyncIterable<Uint8Array>, { maxBytes }: Reception): Promise<StoredFile> {
    const parts: Uint8Array[] = [];
    for await (const part of content) parts.push(part);
    const whole = Buffer.concat(parts);
    expect(whole.length).toBeLessThanOrEqual(maxBytes);
    this.kept.set(hashOf(whole.toString()), whole.toString());
    return { sha256: hashOf(whole.toString()), bytes: whole.length };
  }

  async open(sha256: string): Promise<AsyncIterable<Uint8Array> | undefined> {
    const content = this.kept.get(sha256);
    return content === undefined ? undefined : once(content);
  }
}

async function* once(content: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}

class OnePage extends WebArchive {
  readonly asked: string[] = [];
  failure: CaptureFailed | undefined;

  async capture(url: string): Promise<Snapshot> {
    this.asked.push(url);
    if (this.failure !== undefined) throw this.failure;
    return { content: Buffer.from('<p>A page</p>'), mediaType: 'text/html' };
  }
}

const envelope: Envelope = {
  deskId: 1,
  commandId: 'c0',
  correlationId: 'c0',
  actor: { kind: 'member', id: 'ana', roles: ['editor'] },
  at: '2026-11-22T10:00:00.000Z',
};
const envelopeFor = (command: string): Envelope => ({
  ...envelope,
  commandId: command,
  actor: { kind: 'service', id: 'service:archive-evidence', roles: [] },
});

/** Evidence e1, captured, and the job that is to archive it. */
const begin = async (source: Partial<DataOf<EvidenceCaptured>>) => {
  const [files, web, store] = [new FilesInMemory(), new OnePage(), new MemoryEventStore()];
  const captured: EvidenceCaptured = {
    type: 'EvidenceCaptured',
    data: { kind: 'web_page', title: 'A source', originGroup: 'org:kcna', archiveRun: 1, ...source },
  };
  const write = {
    category: 'evidence',
    id: 'e1',
    expected: 'absent' as const,
    events: [{ ...captured, schemaVersion: 1 }],
  };
  await store.append(envelope, 'f0', [write]);
  const module = await Test.createTestingModule({
    imports: [CqrsModule.forRoot()],
    providers: [
      { provide: EventStore, useValue: store },
      { provide: FileStore, useValue: files },
      { provide: FileCatalogue, useValue: {} },
      { provide: WebArchive, useValue: web },
      Streams,
      ChangeEvidenceHandler,
      EvidenceFactReaders,
      ArchiveEvidence,
    ],
  }).compile();
  await module.init();
  const job = module.get(ArchiveEvidence);
  const events = () => module.get(Streams).eventsOf(evidenceStream, 1, 'e1');
  return {
    files,
    web,
    events,
    last: async () => (await events()).at(-1),
    run: (archiveRun = 1) => job.run({ evidenceId: 'e1', archiveRun }, envelopeFor),
    giveUp: (error: Error, attempts: number) =>
      job.giveUp({ evidenceId: 'e1', archiveRun: 1 }, envelopeFor, error, attempts),
  };
};
