import { CqrsModule } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import type { Envelope } from '#kernel';
import { EventStore, MemoryEventStore, Streams } from '#platform/event-store';
import { ChangeSubmissionHandler } from '../commands/change-submission.js';
import { SubmissionFactReaders } from '../commands/submission.facts.js';
import { submissionStream } from '../domain/submission.stream.js';
import { registered, revision } from '../domain/testing/submissions.js';
import { AnalyseSubmission } from './analyse-submission.handler.js';

describe('analysing a submission', () => {
  it('records what a program notices in the text', async () => {
    const { run, notes } = await begin();
    await run(1);
    expect(await notes()).toMatchObject([
      {
        actor: { id: 'service:analyse-submission', capacity: 'service' },
        data: {
          revision: 1,
          by: { tool: 'text-notes', version: '1' },
          notes: [
            { kind: 'relative_date', spans: [{ start: 10, end: 17 }] },
            { kind: 'no_dateline', spans: [] },
          ],
        },
      },
    ]);
  });

  it('reads the revision that it is for', async () => {
    const { run, notes } = await begin();
    await run(2);
    expect(await notes()).toMatchObject([{ data: { revision: 2, notes: [{ kind: 'loaded_verb' }] } }]);
  });

  it('run twice, says it once', async () => {
    const { run, notes } = await begin();
    await run(1);
    await run(1);
    expect(await notes()).toHaveLength(1);
  });

  it('gives every note an id of its own, over all revisions', async () => {
    const { run, notes } = await begin();
    await run(1);
    await run(2);
    const ids = (await notes()).flatMap(({ data }) => data.notes.map(({ noteId }) => noteId));
    expect(new Set(ids).size).toBe(3);
  });

  it('does nothing for a revision that is not there', async () => {
    const { run, notes } = await begin();
    await run(3);
    expect(await notes()).toEqual([]);
  });
});

const envelope: Envelope = {
  deskId: 1,
  commandId: 'c0',
  correlationId: 'c0',
  actor: { kind: 'member', id: 'ana', roles: ['editor'] },
  at: '2026-11-22T10:00:00.000Z',
};

/** Submission s1 in two revisions. */
const begin = async () => {
  const store = new MemoryEventStore();
  const events = [registered({ text: 'It was on Tuesday.', length: 18 }), revision(2, 'They admitted it in 2022.')];
  await store.append(envelope, 'f0', [
    {
      category: 'submission',
      id: 's1',
      expected: 'absent',
      events: events.map((event) => ({ ...event, schemaVersion: 1 })),
    },
  ]);
  const module = await Test.createTestingModule({
    imports: [CqrsModule.forRoot()],
    providers: [
      { provide: EventStore, useValue: store },
      Streams,
      SubmissionFactReaders,
      ChangeSubmissionHandler,
      AnalyseSubmission,
    ],
  }).compile();
  await module.init();
  return {
    run: (no: number) =>
      module.get(AnalyseSubmission).run({ submissionId: 's1', revision: no }, () => ({
        ...envelope,
        commandId: `c${no}`,
        actor: { kind: 'service', id: 'service:analyse-submission', roles: [] },
      })),
    notes: async () =>
      (await module.get(Streams).eventsOf(submissionStream, 1, 's1')).filter(
        (event) => event.type === 'TextNotesRecorded',
      ),
  };
};
