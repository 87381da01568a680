import { specify } from '#kernel/testing';
import { submissionDecider } from './submission.decider.js';
import type { SubmissionEvent } from './submission.events.js';
import { AT, DUE, ask, feed, markDuplicate, member, registered } from './testing/submissions.js';

const given = specify(submissionDecider);

const AFTER_DUE = '2022-11-09T13:02:00.001Z';

const triaged: SubmissionEvent = { type: 'SubmissionTriaged', data: { late: false } };
const declined: SubmissionEvent = { type: 'SubmissionDeclined', data: { code: 'spam' } };
const duplicate: SubmissionEvent = { type: 'SubmissionMarkedDuplicate', data: { ofSubmissionId: 's2' } };
const restored: SubmissionEvent = { type: 'SubmissionRestored', data: { reason: 'It is something after all.' } };
const overdue: SubmissionEvent = { type: 'TriageOverdue', data: { triageDueAt: DUE } };

const complete = (at = AT) => ask({ type: 'CompleteTriage', data: {} }, { at });
const decline = ask({ type: 'DeclineSubmission', data: { code: 'spam' } });
const restore = ask({ type: 'RestoreSubmission', data: { reason: 'It is something after all.' } });
const miss = (at: string) => ask({ type: 'MarkTriageOverdue', data: {} }, { at, actor: feed });

describe('completing triage', () => {
  it('says whether it was late: it is not at the very instant', () => {
    given(registered()).when(complete(DUE)).thenEvents(triaged);
    given(registered())
      .when(complete(AFTER_DUE))
      .thenEvents({ type: 'SubmissionTriaged', data: { late: true } });
  });

  it('is possible again once it was restored', () => {
    given(registered(), declined, restored).when(complete()).thenEvents(triaged);
  });

  it.each([
    ['triaged', triaged],
    ['declined', declined],
    ['duplicate', duplicate],
  ])('refuses what is %s', (_, past) => {
    given(registered(), past).when(complete()).thenRefused('submission/wrong-state');
  });
});

describe('declining', () => {
  it('says why', () => {
    given(registered()).when(decline).thenEvents(declined);
  });

  it.each([
    ['triaged', triaged],
    ['declined', declined],
    ['duplicate', duplicate],
  ])('refuses what is %s', (_, past) => {
    given(registered(), past).when(decline).thenRefused('submission/wrong-state');
  });
});

describe('marking a duplicate', () => {
  it('names the other', () => {
    given(registered()).when(markDuplicate('s2')).thenEvents(duplicate);
  });

  it('refuses itself, and one that is not there', () => {
    given(registered()).when(markDuplicate('s1')).thenRefused('submission/target-unknown');
    given(registered()).when(markDuplicate('s2', false)).thenRefused('submission/target-unknown');
  });

  it.each([
    ['triaged', triaged],
    ['declined', declined],
    ['duplicate', duplicate],
  ])('refuses what is %s, before it looks at the other', (_, past) => {
    given(registered(), past).when(markDuplicate('s1')).thenRefused('submission/wrong-state');
  });
});

describe('restoring', () => {
  it.each([
    ['declined', declined],
    ['duplicate', duplicate],
  ])('puts back what is %s', (_, past) => {
    given(registered(), past).when(restore).thenEvents(restored);
  });

  it('refuses what was not turned away', () => {
    given(registered()).when(restore).thenRefused('submission/wrong-state');
    given(registered(), triaged).when(restore).thenRefused('submission/wrong-state');
    given(registered(), declined, restored).when(restore).thenRefused('submission/wrong-state');
  });
});

describe('missing triage', () => {
  it('is on record once, from the due time on', () => {
    given(registered()).when(miss(DUE)).thenEvents(overdue);
    given(registered(), overdue).when(miss(AFTER_DUE)).thenNothing();
  });

  it('is nothing before its time', () => {
    given(registered()).when(miss('2022-11-09T13:01:59.999Z')).thenNothing();
  });

  it.each([
    ['triaged', triaged],
    ['declined', declined],
    ['duplicate', duplicate],
  ])('is nothing for what is %s', (_, past) => {
    given(registered(), past).when(miss(AFTER_DUE)).thenNothing();
  });

  it('is for the timer alone', () => {
    given(registered())
      .when(ask({ type: 'MarkTriageOverdue', data: {} }, { at: AFTER_DUE }))
      .thenRefused('desk/role-missing');
  });
});

describe('triage', () => {
  it.each([
    ['complete', complete()],
    ['decline', decline],
    ['mark as a duplicate', markDuplicate('s2')],
    ['restore', restore],
  ])('is for editors and approvers, of what is there: %s', (_, command) => {
    given().when(command).thenRefused('submission/not-found');
    for (const role of ['reviewer', 'auditor', 'admin'])
      given(registered())
        .when({ ...command, actor: member('someone', role) })
        .thenRefused('desk/role-missing');
    given(registered())
      .when({ ...command, actor: feed })
      .thenRefused('desk/service-forbidden');
  });
});
