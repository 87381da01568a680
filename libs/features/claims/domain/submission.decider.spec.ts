import { sha256, stateOf } from '#kernel';
import { specify } from '#kernel/testing';
import { submissionDecider } from './submission.decider.js';
import type { SubmissionEvent } from './submission.events.js';
import { TEXT, ana, ask, feed, member, register, registered, revision } from './testing/submissions.js';

const given = specify(submissionDecider);

describe('registering a submission', () => {
  it('keeps the text, its hash, its length and when triage is due', () => {
    given().when(register()).thenEvents(registered());
  });

  it('counts four working hours until triage is due, over a weekend too', () => {
    given()
      .when(register({}, { at: '2022-11-04T18:00:00.000Z' }))
      .thenEvents(registered({ triageDueAt: '2022-11-07T10:00:00.000Z' }));
  });

  it('counts code points, and hashes UTF-8', () => {
    given()
      .when(register({ text: '🚀 ĉ' }))
      .thenEvents(registered({ text: '🚀 ĉ', textHash: sha256('🚀 ĉ'), length: 3 }));
  });

  it('makes one line end of two characters, and changes nothing else', () => {
    const text = ' One.\r\n\r\nTwo.\t “e\u0301” \n';
    const kept = ' One.\n\nTwo.\t “e\u0301” \n';
    given()
      .when(register({ text }))
      .thenEvents(registered({ text: kept, textHash: sha256(kept), length: Array.from(kept).length }));
  });

  it('keeps the contact apart', () => {
    const contact = { name: 'A reader', email: 'reader@example.org' };
    given()
      .when(register({ kind: 'tip', contact }))
      .thenEvents(registered({ kind: 'tip' }), { type: 'SubmissionContactRecorded', data: { contact } });
  });

  it('may be done by a service', () => {
    given()
      .when(register({ kind: 'feed' }, { actor: feed }))
      .thenEvents(registered({ kind: 'feed', by: feed.id }));
  });

  it('refuses a desk without an active policy', () => {
    given()
      .when(register({}, { policy: 'none' }))
      .thenRefused('submission/policy-unknown');
  });

  it('refuses an auditor and an administrator', () => {
    given()
      .when(register({}, { actor: member('gus', 'auditor') }))
      .thenRefused('desk/role-missing');
    given()
      .when(register({}, { actor: member('hal', 'admin') }))
      .thenRefused('desk/role-missing');
  });

  it('refuses an id that is in use, and tells a service that is late nothing', () => {
    given(registered()).when(register()).thenRefused('submission/exists');
    given(registered())
      .when(register({ text: 'Another.' }))
      .thenRefused('submission/exists');
    given(registered())
      .when(register({}, { actor: feed }))
      .thenNothing();
  });
});

describe('importing a submission', () => {
  const row = { kind: 'import', externalKey: 'row 7' } as const;

  it('gives it the id that follows from its external key', () => {
    given().when(register(row)).thenEvents(registered(row));
    given()
      .when(register(row, { idOfKey: 's2' }))
      .thenRefused('submission/id-not-of-key');
  });

  it('is refused under any other id, before the desk is asked for its policy', () => {
    given()
      .when(register(row, { idOfKey: 's2', policy: 'none' }))
      .thenRefused('submission/id-not-of-key');
    given(registered({}))
      .when(register(row, { idOfKey: 's2' }))
      .thenRefused('submission/exists');
  });

  it('asks that of no other kind', () => {
    const item = { ...row, kind: 'feed' } as const;
    given()
      .when(register(item, { idOfKey: 's2' }))
      .thenEvents(registered(item));
  });
});

describe('importing a submission again', () => {
  const row = { kind: 'import', externalKey: 'row 7' } as const;
  const imported = registered(row);
  const revised = revision(2, 'Another.');

  it('is a revision where the text is another', () => {
    given(imported)
      .when(register({ ...row, text: 'Another.' }))
      .thenEvents(revised);
    given(imported, revised)
      .when(register({ ...row, text: TEXT }))
      .thenEvents(revision(3, TEXT));
    given(imported)
      .when(register({ ...row, text: 'Another.' }, { actor: feed }))
      .thenEvents(revised);
  });

  it('is nothing where the text is the same, whatever its line ends', () => {
    given(imported).when(register(row)).thenNothing();
    given(imported)
      .when(register({ ...row, text: TEXT.replace('\n', '\r\n') }))
      .thenNothing();
    given(imported, revised)
      .when(register({ ...row, text: 'Another.' }))
      .thenNothing();
  });

  it('is a revision of an item of a feed too', () => {
    const item = { kind: 'feed', externalKey: 'urn:item:7' } as const;
    given(registered(item))
      .when(register({ ...item, text: 'Another.' }))
      .thenEvents(revised);
    given(registered(item)).when(register(item)).thenNothing();
    given(registered(item))
      .when(register({ ...item, kind: 'import', text: 'Another.' }))
      .thenRefused('submission/exists');
  });

  it('is only that where both are imports of one external key', () => {
    const another = { ...row, text: 'Another.' };
    given(imported)
      .when(register({ ...another, externalKey: 'row 8' }))
      .thenRefused('submission/exists');
    given(imported)
      .when(register({ ...another, kind: 'article' }))
      .thenRefused('submission/exists');
    given(registered({ externalKey: 'row 7' }))
      .when(register(another))
      .thenRefused('submission/exists');
    given(registered({ kind: 'import' }))
      .when(register({ kind: 'import', text: 'Another.' }))
      .thenRefused('submission/exists');
  });
});

describe('attaching a snapshot', () => {
  const attach = { type: 'AttachSnapshot', data: { evidenceId: 'e1' } } as const;

  it('names the evidence, however it stands', () => {
    const attached: SubmissionEvent = { type: 'SubmissionSnapshotAttached', data: { evidenceId: 'e1' } };
    given(registered()).when(ask(attach)).thenEvents(attached);
    given(registered(), { type: 'SubmissionDeclined', data: { code: 'spam' } })
      .when(ask(attach))
      .thenEvents(attached);
  });

  it('refuses what is not there, and who is no editor', () => {
    given().when(ask(attach)).thenRefused('submission/not-found');
    given(registered())
      .when(ask(attach, { actor: member('ben', 'reviewer') }))
      .thenRefused('desk/role-missing');
    given(registered())
      .when(ask(attach, { actor: feed }))
      .thenRefused('desk/service-forbidden');
  });
});

describe('erasing a contact', () => {
  const hal = member('hal', 'admin');
  const erase = ask({ type: 'EraseSubmissionContact', data: { ground: 'He asked for it.' } }, { actor: hal });
  const contact: SubmissionEvent = { type: 'SubmissionContactRecorded', data: { contact: { name: 'A reader' } } };
  const erased: SubmissionEvent = {
    type: 'SubmissionContactErased',
    data: { ground: 'He asked for it.', erased: [2] },
  };

  it('names the event whose payload is emptied', () => {
    given(registered({ kind: 'tip' }), contact)
      .when(erase)
      .thenEvents(erased);
  });

  it('has nothing to do where there is none, or none any more', () => {
    given(registered()).when(erase).thenNothing();
    given(registered({ kind: 'tip' }), { ...contact, data: null }, erased)
      .when(erase)
      .thenNothing();
  });

  it('changes nothing that a rule reads, but that there is a contact', () => {
    const before = stateOf(submissionDecider, [registered(), contact]);
    const after = stateOf(submissionDecider, [registered(), { ...contact, data: null }, erased]);
    expect(after).toEqual({ ...before, contacts: [] });
  });

  it('is for administrators', () => {
    given(registered())
      .when(ask({ type: 'EraseSubmissionContact', data: { ground: 'No.' } }, { actor: ana }))
      .thenRefused('desk/role-missing');
    given().when(erase).thenRefused('submission/not-found');
  });
});
