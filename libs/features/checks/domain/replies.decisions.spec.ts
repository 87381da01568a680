import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import type { CheckEvent } from './check.events.js';
import {
  REPLY_DUE,
  accepted,
  agreed,
  also,
  ana,
  approve,
  ben,
  cleo,
  closeReplyWindow,
  eva,
  fay,
  gus,
  hal,
  inReview,
  job,
  open,
  policyWith,
  readyForReview,
  reconciling,
  recordReply,
  replyReceived,
  replyRequested,
  replyWindowClosed,
  requestReply,
  researching,
  withApproval,
  withDraft,
  withVersion,
} from './testing/index.js';

const given = specify(checkDecider);
const timer = job('close-reply-window');

const AFTER = '2026-11-23T16:00:00.001Z';
const BEFORE = '2026-11-23T15:59:59.999Z';

/** Decided at ten, with two hours to approve it. */
const running: CheckEvent = {
  type: 'StageEntered',
  data: { no: 5, run: 1, stage: 'decided', dueAt: '2026-11-23T12:00:00.000Z', marks: [] },
};
const paused: CheckEvent = { type: 'StagePaused', data: { no: 5, run: 1, remaining: 'PT2H', reason: 'reply' } };
const decided = [...agreed().slice(0, -1), running];
const waiting = [...decided, replyRequested(), paused];

const resumedAt = (dueAt: string, marks: readonly { mark: string; at: string }[]): CheckEvent => ({
  type: 'StageResumed',
  data: { no: 5, run: 2, dueAt, marks },
});
const goesOn = resumedAt('2026-11-23T12:00:00.000Z', [
  { mark: 'due', at: '2026-11-23T12:00:00.000Z' },
  { mark: 'after-4h', at: '2026-11-23T16:00:00.000Z' },
]);
const goesOnAtFour = resumedAt('2026-11-23T18:00:00.000Z', [
  { mark: 'due', at: '2026-11-23T18:00:00.000Z' },
  { mark: 'after-4h', at: '2026-11-24T10:00:00.000Z' },
]);

describe('requesting a reply', () => {
  it('is possible from opening until the decision, by editors and researchers', () => {
    for (const past of [open(), researching(), readyForReview(), inReview(), reconciling(), agreed(), withDraft()])
      given(...past)
        .when(requestReply(ana))
        .thenEvents(replyRequested());
    given(...researching())
      .when(requestReply(ben))
      .thenEvents(replyRequested());
    for (const past of [withApproval(), withVersion()])
      given(...past)
        .when(requestReply(ana))
        .thenRefused('check/wrong-stage');
    given().when(requestReply(ana)).thenRefused('check/not-found');
  });

  it('gives the party as long as the policy says', () => {
    const past = given(...researching());
    past
      .when(requestReply(ben, { data: { dueAt: '2026-11-23T13:59:59.999Z' } }))
      .thenRefused('check/reply-window-too-short');
    past
      .when(requestReply(ben, { data: { dueAt: '2026-11-23T14:00:00.000Z' } }))
      .thenEvents(replyRequested('rp1', { dueAt: '2026-11-23T14:00:00.000Z' }));
  });

  it('gives it some time in any case', () => {
    const policy = policyWith({ reply: { minWindow: 'PT0S' } });
    given(...researching({ policy }))
      .when(requestReply(ben, { data: { dueAt: '2026-11-23T10:00:00.000Z' } }))
      .thenRefused('check/reply-window-too-short');
  });

  it('refuses an id that is taken', () => {
    given(...researching(), replyRequested(), replyWindowClosed())
      .when(requestReply(ben))
      .thenRefused('check/id-taken');
  });

  it('stops the clock of a decided check, once', () => {
    given(...decided)
      .when(requestReply(ana))
      .thenEvents(replyRequested(), paused);
    given(...waiting)
      .when(requestReply(ana, { data: { replyId: 'rp2' } }))
      .thenEvents(replyRequested('rp2'));
  });
});

describe('recording a reply', () => {
  it('takes it down, in time or late', () => {
    const past = given(...researching(), replyRequested());
    past.when(recordReply(ben, { at: REPLY_DUE })).thenEvents(replyReceived());
    past.when(recordReply(ana, { at: AFTER })).thenEvents(replyReceived('rp1', { late: true, by: 'ana' }));
  });

  it('is possible until the publication', () => {
    for (const past of [open(), inReview(), agreed(), withApproval()])
      given(...past, replyRequested())
        .when(recordReply(ana))
        .thenEvents(replyReceived('rp1', { by: 'ana' }));
    given(...withApproval(), replyRequested(), replyWindowClosed())
      .when(recordReply(ana))
      .thenEvents(replyReceived('rp1', { late: true, by: 'ana' }));
    given(...withVersion())
      .when(recordReply(ana))
      .thenRefused('check/wrong-stage');
  });

  it.each(['no_answer', 'declined'] as const)('takes a late one after %s', (outcome) => {
    given(...researching(), replyRequested(), replyWindowClosed('rp1', outcome))
      .when(recordReply(ben))
      .thenEvents(replyReceived('rp1', { late: true }));
  });

  it('refuses one that nobody asked for', () => {
    given(...researching(), replyRequested('rp2'))
      .when(recordReply(ben, { data: { receivedOn: '2026-11-24' } }))
      .thenRefused('check/reply-unknown');
  });

  it('refuses a second one, and one that a published version has gone without', () => {
    given(...researching(), replyRequested(), replyReceived())
      .when(recordReply(ben, { data: { receivedOn: '2026-11-24' } }))
      .thenRefused('check/reply-closed');
    given(...published(replyRequested(), replyWindowClosed()), again)
      .when(recordReply(ana))
      .thenRefused('check/reply-closed');
  });

  it('refuses one of tomorrow', () => {
    given(...researching(), replyRequested())
      .when(recordReply(ben, { data: { receivedOn: '2026-11-24' } }))
      .thenRefused('check/received-on-future');
  });

  it('lets the clock go on when nobody else is waited for', () => {
    given(...waiting)
      .when(recordReply(ana))
      .thenEvents(replyReceived('rp1', { by: 'ana' }), goesOn);
    given(...waiting, replyRequested('rp2'))
      .when(recordReply(ana))
      .thenEvents(replyReceived('rp1', { by: 'ana' }));
    given(...waiting, replyRequested('rp2'), replyWindowClosed('rp2'))
      .when(recordReply(ana))
      .thenEvents(replyReceived('rp1', { by: 'ana' }), goesOn);
  });

  it('bars who took it down from reviewing and from approving', () => {
    given(...withDraft(), replyRequested(), replyReceived('rp1', { by: 'eva' }))
      .when(approve(eva, { data: { consideredReplyIds: ['rp1'] } }))
      .thenRefused('check/approver-is-researcher');
  });
});

describe('closing a reply window', () => {
  it('without an answer is possible from its end on', () => {
    const past = given(...researching(), replyRequested());
    for (const actor of [ana, eva]) {
      past.when(closeReplyWindow(actor, 'no_answer', { at: BEFORE })).thenRefused('check/reply-window-open');
      past.when(closeReplyWindow(actor, 'no_answer', { at: REPLY_DUE })).thenEvents(replyWindowClosed());
    }
    past.when(closeReplyWindow(timer, 'no_answer', { at: BEFORE })).thenNothing();
    past.when(closeReplyWindow(timer, 'no_answer', { at: REPLY_DUE })).thenEvents(replyWindowClosed());
  });

  it('is for people, where the party declines, and at any time', () => {
    const past = given(...researching(), replyRequested());
    past.when(closeReplyWindow(ana, 'declined')).thenEvents(replyWindowClosed('rp1', 'declined'));
    past.when(closeReplyWindow(timer, 'declined')).thenRefused('desk/service-forbidden');
  });

  it('refuses one that nobody asked for, or that is settled', () => {
    given(...researching())
      .when(closeReplyWindow(ana, 'no_answer'))
      .thenRefused('check/reply-unknown');
    for (const settled of [replyReceived(), replyWindowClosed(), replyWindowClosed('rp1', 'declined')]) {
      const past = given(...researching(), replyRequested(), settled);
      past.when(closeReplyWindow(ana, 'no_answer')).thenRefused('check/reply-closed');
      past.when(closeReplyWindow(ana, 'declined')).thenRefused('check/reply-closed');
      past.when(closeReplyWindow(timer, 'no_answer', { at: AFTER })).thenNothing();
    }
  });

  it('is possible in every stage, also when the check has come to rest meanwhile', () => {
    for (const name of ['published', 'voided', 'shelved', 'withdrawn', 'approved', 'tie_break'] as const)
      given(...researching(), replyRequested(), {
        type: 'StageEntered',
        data: { no: 9, run: 1, stage: name, marks: [] },
      })
        .when(closeReplyWindow(timer, 'no_answer', { at: REPLY_DUE }))
        .thenEvents(replyWindowClosed());
    given().when(closeReplyWindow(ana, 'no_answer')).thenRefused('check/not-found');
  });

  it('lets the clock go on when nobody else is waited for', () => {
    given(...waiting)
      .when(closeReplyWindow(timer, 'no_answer', { at: REPLY_DUE }))
      .thenEvents(replyWindowClosed(), goesOnAtFour);
    given(...waiting, replyRequested('rp2'))
      .when(closeReplyWindow(eva, 'declined'))
      .thenEvents(replyWindowClosed('rp1', 'declined'));
  });
});

describe('who asks for replies', () => {
  it('is an editor or a researcher of this check; who closes a window, an editor or an approver', () => {
    const past = given(...researching(), ...accepted('cleo', 'reviewer'), replyRequested());
    for (const actor of [cleo, fay])
      for (const command of [requestReply, recordReply]) past.when(command(actor)).thenRefused('desk/not-yours');
    for (const actor of [gus, hal])
      for (const command of [requestReply, recordReply]) past.when(command(actor)).thenRefused('desk/role-missing');
    for (const command of [requestReply, recordReply]) past.when(command(timer)).thenRefused('desk/service-forbidden');
    for (const actor of [ben, gus, hal])
      past.when(closeReplyWindow(actor, 'declined')).thenRefused('desk/role-missing');
    past.when(closeReplyWindow(also(ben, 'approver'), 'declined')).thenEvents(replyWindowClosed('rp1', 'declined'));
  });
});

/** The check is open once more. */
const again: CheckEvent = { type: 'StageEntered', data: { no: 8, run: 1, stage: 'researching', marks: [] } };

const published = (...replies: readonly CheckEvent[]): readonly CheckEvent[] => {
  const past = withVersion();
  return [...past.slice(0, 4), ...replies, ...past.slice(4)];
};
