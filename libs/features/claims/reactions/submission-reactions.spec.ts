import { jobsFor } from '#kernel';
import type { Actor } from '#kernel';
import { recorded } from '#kernel/testing';
import type { SubmissionEvent } from '../domain/submission.events.js';
import { analyseSubmissionWhenReceived } from './analyse-submission-when-received.js';
import { missTriageWhenRegistered } from './miss-triage-when-registered.js';

describe('a submission that is registered', () => {
  it('sets the timer of its triage', () => {
    expect(jobsFor(missTriageWhenRegistered, recorded(registered, 's1', ana))).toMatchObject([
      {
        id: 'miss-triage.1.s1',
        job: { queue: 'timers', retry: 'timer' },
        data: {
          dueAt: '2022-11-09T13:02:00.000Z',
          payload: { category: 'submission', id: 's1', command: 'MarkTriageOverdue', data: {} },
        },
      },
    ]);
  });

  it('is read by the analyser, and so is each revision', () => {
    expect(jobsFor(analyseSubmissionWhenReceived, recorded(registered, 's1', ana))).toMatchObject([
      {
        id: 'analyse-submission.1.s1.1',
        job: { queue: 'text', retry: 'timer' },
        data: { payload: { submissionId: 's1', revision: 1 } },
      },
    ]);
    expect(jobsFor(analyseSubmissionWhenReceived, recorded(revised, 's1', ana))).toMatchObject([
      { id: 'analyse-submission.1.s1.2', data: { payload: { submissionId: 's1', revision: 2 } } },
    ]);
  });

  it('puts no word of its text into a queue', () => {
    const jobs = [missTriageWhenRegistered, analyseSubmissionWhenReceived].flatMap((reaction) =>
      jobsFor(reaction, recorded(registered, 's1', ana)),
    );
    expect(JSON.stringify(jobs)).not.toContain('One says so');
  });
});

describe('every other event', () => {
  it('asks for nothing', () => {
    const triaged: SubmissionEvent = { type: 'SubmissionTriaged', data: { late: false } };
    expect(jobsFor(missTriageWhenRegistered, recorded(revised, 's1', ana))).toEqual([]);
    for (const reaction of [missTriageWhenRegistered, analyseSubmissionWhenReceived])
      expect(jobsFor(reaction, recorded(triaged, 's1', ana))).toEqual([]);
  });
});

const ana: Actor = { kind: 'member', id: 'ana', roles: ['editor'] };

const text = { text: 'One says so.', textHash: 'ab', length: 12 };

const registered: SubmissionEvent = {
  type: 'SubmissionRegistered',
  data: {
    kind: 'article',
    language: 'en',
    revision: 1,
    triageDueAt: '2022-11-09T13:02:00.000Z',
    by: 'ana',
    ...text,
  },
};
const revised: SubmissionEvent = { type: 'SubmissionRevised', data: { revision: 2, ...text } };
