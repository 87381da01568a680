import { sha256 } from '#kernel';
import type { Actor, DataOf } from '#kernel';
import { by, specify } from '#kernel/testing';
import { DEFAULT_RULES } from '#features/standards';
import type { PinnedPolicy } from '#features/standards';
import type { RegisterSubmission, SubmissionCommand } from './submission.commands.js';
import { submissionDecider } from './submission.decider.js';
import type { SubmissionEvent, SubmissionRegistered } from './submission.events.js';

const given = specify(submissionDecider);

const TEXT = 'One says so.\nAnother denies it.';

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

function member(id: string, role: string): Actor {
  return { kind: 'member', id, roles: [role] };
}
const ana = member('ana', 'editor');
const feed: Actor = { kind: 'service', id: 'service:feed', roles: [] };

const policy: PinnedPolicy = { policyId: 'default', version: 1, rules: DEFAULT_RULES };

type Registration = DataOf<RegisterSubmission>;
type Around = { readonly actor?: Actor; readonly at?: string; readonly policy?: 'none' };

function register(change: Partial<Registration> = {}, around: Around = {}): SubmissionCommand {
  const { actor = ana, at = '2022-11-09T09:02:00.000Z' } = around;
  return {
    type: 'RegisterSubmission',
    data: { kind: 'article', text: TEXT, language: 'en', ...change },
    facts: { policy: around.policy === 'none' ? undefined : policy },
    ...by(actor, { at }),
  };
}

function registered(change: Partial<SubmissionRegistered['data']> = {}): SubmissionEvent {
  return {
    type: 'SubmissionRegistered',
    data: {
      kind: 'article',
      text: TEXT,
      language: 'en',
      revision: 1,
      textHash: sha256(TEXT),
      length: 31,
      triageDueAt: '2022-11-09T13:02:00.000Z',
      by: 'ana',
      ...change,
    },
  };
}

function revision(no: number, text: string): SubmissionEvent {
  return {
    type: 'SubmissionRevised',
    data: { revision: no, text, textHash: sha256(text), length: Array.from(text).length },
  };
}
