import { specify } from '#kernel/testing';
import { stateOf } from '#kernel';
import type { DataOf, Span } from '#kernel';
import type { RecordTextNotes } from './submission.commands.js';
import { submissionDecider } from './submission.decider.js';
import type { SubmissionEvent } from './submission.events.js';
import { submissionFactsOf } from './submission.state.js';
import { ask, feed, member, registered, revision } from './testing/submissions.js';

const given = specify(submissionDecider);

const LONGER = 'One says so, and says it again, and again.';
const declined: SubmissionEvent = { type: 'SubmissionDeclined', data: { code: 'spam' } };

const OUTSIDE: readonly (readonly [string, Span])[] = [
  ['ends behind the text', { start: 0, end: 32 }],
  ['is empty', { start: 5, end: 5 }],
  ['begins before the text', { start: -1, end: 5 }],
];

describe('recording notes', () => {
  it('keeps them as they were given', () => {
    given(registered()).when(record()).thenEvents(recorded());
    given(registered())
      .when(record({ notes: [] }))
      .thenEvents(recorded({ notes: [] }));
  });

  it('may be done by a service, of a text that was turned away too', () => {
    given(registered(), declined).when(record({}, feed)).thenEvents(recorded());
  });

  it('takes spans to be in the revision that is named', () => {
    const far = note('n1', { start: 30, end: 42 });
    given(registered(), revision(2, LONGER))
      .when(record({ revision: 2, notes: [far] }))
      .thenEvents(recorded({ revision: 2, notes: [far] }));
    given(registered(), revision(2, LONGER))
      .when(record({ revision: 1, notes: [far] }))
      .thenRefused('submission/span-mismatch');
  });

  it.each(OUTSIDE)('refuses a span that %s', (_, span) => {
    given(registered())
      .when(record({ notes: [note('n1'), note('n2', span)] }))
      .thenRefused('submission/span-mismatch');
  });

  it('refuses a revision that is not there, whatever the notes', () => {
    given(registered())
      .when(record({ revision: 2, notes: [] }))
      .thenRefused('submission/span-mismatch');
  });

  it('refuses an id that is in use, here or in the same command', () => {
    given(registered(), recorded()).when(record()).thenRefused('submission/id-taken');
    given(registered())
      .when(record({ notes: [note('n1'), note('n1')] }))
      .thenRefused('submission/id-taken');
  });

  it('tells its refusals in order', () => {
    given(registered(), recorded())
      .when(record({ notes: [note('n1', { start: 0, end: 99 })] }))
      .thenRefused('submission/span-mismatch');
  });

  it('refuses what is not there, and who has no editorial role', () => {
    given().when(record()).thenRefused('submission/not-found');
    given(registered())
      .when(record({}, member('gus', 'auditor')))
      .thenRefused('desk/role-missing');
  });
});

describe('marking residue', () => {
  it('keeps the spans', () => {
    given(registered())
      .when(mark({ start: 0, end: 3 }, { start: 30, end: 31 }))
      .thenEvents(marked({ start: 0, end: 3 }, { start: 30, end: 31 }));
  });

  it('may take back what was marked', () => {
    given(registered(), marked({ start: 0, end: 3 }))
      .when(mark())
      .thenEvents(marked());
  });

  it('is of the newest text', () => {
    given(registered(), revision(2, LONGER))
      .when(mark({ start: 40, end: 42 }))
      .thenEvents(marked({ start: 40, end: 42 }));
  });

  it.each(OUTSIDE)('refuses a span that %s', (_, span) => {
    given(registered()).when(mark(span)).thenRefused('submission/span-mismatch');
  });

  it('refuses what is not there, and who is no editor', () => {
    given().when(mark()).thenRefused('submission/not-found');
    given(registered())
      .when(ask({ type: 'MarkResidue', data: { spans: [] } }, { actor: member('ben', 'reviewer') }))
      .thenRefused('desk/role-missing');
  });

  it('is what a proposal of a claim in that revision meets, and in no other', () => {
    const [first, second] = [
      { start: 0, end: 3 },
      { start: 4, end: 8 },
    ];
    const state = stateOf(submissionDecider, [
      registered(),
      marked(second),
      marked(first),
      revision(2, LONGER),
      marked(second),
    ]);
    expect(submissionFactsOf(state, 1)).toMatchObject({ residue: [first] });
    expect(submissionFactsOf(state, 2)).toMatchObject({ residue: [second], text: LONGER });
    expect(submissionFactsOf(state, 3)).toEqual({ status: 'received', registeredBy: 'ana', residue: [] });
  });
});

describe('anchoring dates', () => {
  const anchor = ask({ type: 'AnchorDates', data: { day: '2022-11-08', basis: 'It was carried then.' } });

  it('counts how often', () => {
    given(registered()).when(anchor).thenEvents(anchored(1));
    given(registered(), anchored(1)).when(anchor).thenEvents(anchored(2));
  });

  it('refuses what is not there, and who is no editor', () => {
    given().when(anchor).thenRefused('submission/not-found');
    given(registered())
      .when({ ...anchor, actor: member('ben', 'reviewer') })
      .thenRefused('desk/role-missing');
  });
});

describe('resolving a date', () => {
  const date = { from: '2022-11-02', to: '2022-11-02', precision: 'day', basis: 'The agency says so.' } as const;
  const resolve = (span: Span) => ask({ type: 'ResolveDate', data: { span, date } });

  it('keeps it for the span', () => {
    const span = { start: 0, end: 3 };
    given(registered()).when(resolve(span)).thenEvents({ type: 'DateResolved', data: { span, date } });
  });

  it.each(OUTSIDE)('refuses a span that %s', (_, span) => {
    given(registered()).when(resolve(span)).thenRefused('submission/span-mismatch');
  });

  it('refuses what is not there, and who is no editor', () => {
    given()
      .when(resolve({ start: 0, end: 3 }))
      .thenRefused('submission/not-found');
    given(registered())
      .when({ ...resolve({ start: 0, end: 3 }), actor: member('ben', 'reviewer') })
      .thenRefused('desk/role-missing');
  });
});

function note(noteId: string, span: Span = { start: 0, end: 3 }) {
  return { noteId, kind: 'unnamed_source', spans: [span], message: 'Who says so?' } as const;
}

function record(change: Partial<DataOf<RecordTextNotes>> = {}, actor = member('ben', 'reviewer')) {
  const data = { revision: 1, by: 'member', notes: [note('n1')], ...change } as const;
  return ask({ type: 'RecordTextNotes', data }, { actor });
}

function recorded(change: Partial<DataOf<RecordTextNotes>> = {}): SubmissionEvent {
  return { type: 'TextNotesRecorded', data: { revision: 1, by: 'member', notes: [note('n1')], ...change } };
}

function marked(...spans: readonly Span[]): SubmissionEvent {
  return { type: 'ResidueMarked', data: { spans } };
}

function mark(...spans: readonly Span[]) {
  return ask({ type: 'MarkResidue', data: { spans } });
}

function anchored(no: number): SubmissionEvent {
  return { type: 'DatesAnchored', data: { day: '2022-11-08', basis: 'It was carried then.', no } };
}
