import { recorded } from '#kernel/testing';
import type { SubmissionEvent } from '../../domain/submission.events.js';
import { TEXT, ana, registered, revision } from '../../domain/testing/submissions.js';
import { submissionPageOf } from './submission-page.fold.js';

const page = (events: readonly SubmissionEvent[], maySeeContact = false) =>
  submissionPageOf(
    events.map((event, place) => ({ ...recorded(event, 's1', ana), version: place + 1 })),
    maySeeContact,
  );

const TUESDAY = 'It was on Tuesday.';
const words = { start: 10, end: 17 };

const noted = (no: number, noteId = 'n1'): SubmissionEvent => ({
  type: 'TextNotesRecorded',
  data: {
    revision: no,
    by: { tool: 'text-notes', version: '1' },
    notes: [{ noteId, kind: 'relative_date', spans: [words], message: 'Which day?' }],
  },
});
const anchored = (day: string, no: number): SubmissionEvent => ({
  type: 'DatesAnchored',
  data: { day, basis: 'It was carried then.', no },
});
const resolved: SubmissionEvent = {
  type: 'DateResolved',
  data: { span: words, date: { from: '2022-10-01', to: '2022-10-01', precision: 'day', basis: 'She says so.' } },
};

describe('the page of a submission', () => {
  it('is not there before the submission', () => {
    expect(page([])).toBeUndefined();
  });

  it('says how it stands', () => {
    expect(page([registered({ title: 'A title' })])).toMatchObject({
      submissionId: 's1',
      version: 1,
      kind: 'article',
      status: 'received',
      title: 'A title',
      registeredBy: 'ana',
      triage: { dueAt: '2022-11-09T13:02:00.000Z', overdue: false },
      text: TEXT,
      revisions: [{ revision: 1, text: TEXT, length: 31, residue: [] }],
      notes: [],
      snapshots: [],
    });
  });

  it('keeps every text, with the residue marked in it', () => {
    const marked: SubmissionEvent = { type: 'ResidueMarked', data: { spans: [{ start: 0, end: 3 }] } };
    expect(page([registered(), marked, revision(2, TUESDAY)])).toMatchObject({
      text: TUESDAY,
      revisions: [
        { revision: 1, text: TEXT, residue: [{ start: 0, end: 3 }] },
        { revision: 2, text: TUESDAY, length: 18, residue: [] },
      ],
    });
  });

  it('dates notes by the newest anchor', () => {
    const past = [registered({ text: TUESDAY, length: 18 }), noted(1)];
    const dates = (...more: readonly SubmissionEvent[]) => page([...past, ...more])?.notes.map(({ date }) => date);
    expect(dates()).toEqual([{ precision: 'unresolved' }]);
    expect(dates(anchored('2022-11-08', 1))).toMatchObject([{ from: '2022-11-08' }]);
    expect(dates(anchored('2022-11-08', 1), anchored('2022-11-07', 2))).toMatchObject([{ from: '2022-11-01' }]);
  });

  it('dates notes as a member resolved them, in that revision alone', () => {
    const past = [registered({ text: TUESDAY, length: 18 }), noted(1), resolved, anchored('2022-11-08', 1)];
    expect(page([...past, revision(2, TUESDAY), noted(2, 'n2')])?.notes).toMatchObject([
      { noteId: 'n1', revision: 1, date: { from: '2022-10-01' } },
      { noteId: 'n2', revision: 2, date: { from: '2022-11-08' } },
    ]);
  });

  it('says what became of it last', () => {
    const declined: SubmissionEvent = { type: 'SubmissionDeclined', data: { code: 'spam', note: 'Again.' } };
    const restored: SubmissionEvent = { type: 'SubmissionRestored', data: { reason: 'A mistake of mine.' } };
    const triaged: SubmissionEvent = { type: 'SubmissionTriaged', data: { late: true } };
    expect(page([registered(), declined])).toMatchObject({ status: 'declined', declined: declined.data });
    expect(page([registered(), declined, restored])).not.toHaveProperty('declined');
    expect(page([registered(), declined, restored, triaged])).toMatchObject({
      status: 'triaged',
      triage: { late: true },
    });
    expect(page([registered(), { type: 'SubmissionMarkedDuplicate', data: { ofSubmissionId: 's2' } }])).toMatchObject({
      status: 'duplicate',
      duplicateOf: 's2',
    });
  });

  it('shows a contact to whom it may, until it is erased', () => {
    const contact = { name: 'A reader' };
    const past = (data: { readonly contact: typeof contact } | null): readonly SubmissionEvent[] => [
      registered({ kind: 'tip' }),
      { type: 'SubmissionContactRecorded', data },
    ];
    expect(page(past({ contact }), true)).toMatchObject({ contact });
    expect(JSON.stringify(page(past({ contact })))).not.toContain('A reader');
    expect(page(past(null), true)).not.toHaveProperty('contact');
  });
});
