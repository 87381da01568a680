import { stateOf } from '#kernel';
import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import type { CheckEvent } from './check.events.js';
import {
  agreed,
  approve,
  approved,
  claim,
  drafted,
  e1,
  e2,
  enters,
  eva,
  isFalse,
  marks,
  publish,
  published,
  replyReceived,
  replyRequested,
  replyWindowClosed,
  stage,
  withApproval,
  withDraft,
} from './testing/index.js';

const given = specify(checkDecider);

const signing = enters(
  'approved',
  6,
  'decided',
  marks('2026-11-23T11:00:00.000Z', { after: '2026-11-23T15:00:00.000Z' }),
);
const sources = [{ rule: 'sources', code: 'sole_access', note: 'Because.' }] as const;
const broken = { evidence: [e1, { ...e2, status: 'broken' }] } as const;

describe('approving a verdict', () => {
  it('waits for whoever was asked, before anything else is asked of the replies', () => {
    const past = [
      ...rated(),
      replyRequested('rp1', { purpose: 'source' }),
      replyRequested('rp2'),
      replyReceived('rp2'),
    ];
    given(...past)
      .when(approve(eva, { facts: broken }))
      .thenRefused('check/reply-window-open');
    given(...past)
      .when(approve(eva, { facts: { claim: { ...claim, statedOn: { precision: 'unresolved' } } } }))
      .thenRefused('check/date-unresolved');
    given(...past)
      .when(approve(eva, { data: { waivers: [{ rule: 'reply', code: 'urgent_harm', note: 'Because.' }] } }))
      .thenRefused('check/reply-window-open');
  });

  it.each<[string, readonly CheckEvent[]]>([
    ['answered', [replyReceived()]],
    ['not answered', [replyWindowClosed()]],
    ['declined', [replyWindowClosed('rp1', 'declined')]],
  ])('of a false claim wants the claimant asked: enough if he has %s', (_, settled) => {
    const data = { waivers: sources, consideredReplyIds: settled[0]?.type === 'ReplyReceived' ? ['rp1'] : [] };
    given(...rated(), replyRequested(), ...settled)
      .when(approve(eva, { data }))
      .thenEvents(approved('eva', data), signing);
  });

  it('of a false claim is not content with others that were asked', () => {
    for (const purpose of ['subject', 'publisher', 'source'] as const)
      given(...rated(), replyRequested('rp1', { purpose }), replyReceived())
        .when(approve(eva, { facts: broken }))
        .thenRefused('check/reply-missing');
  });

  it('names each reply that came in, before anything is asked of the sources', () => {
    const past = given(...rated(), replyRequested(), replyReceived(), replyRequested('rp2'), replyReceived('rp2'));
    for (const consideredReplyIds of [[], ['rp1'], ['rp2', 'rp9']])
      past
        .when(approve(eva, { data: { consideredReplyIds }, facts: broken }))
        .thenRefused('check/reply-not-considered');
    past
      .when(approve(eva, { data: { consideredReplyIds: ['rp2', 'rp1'] }, facts: broken }))
      .thenRefused('check/too-few-sources');
    const data = { consideredReplyIds: ['rp2', 'rp1'], waivers: sources };
    past.when(approve(eva, { data })).thenEvents(approved('eva', data), signing);
  });

  it('names no reply that did not come in', () => {
    const past = given(...rated(), replyRequested(), replyReceived(), replyRequested('rp2'), replyWindowClosed('rp2'));
    for (const other of ['rp2', 'rp9'])
      past
        .when(approve(eva, { data: { consideredReplyIds: ['rp1', other] }, facts: broken }))
        .thenRefused('check/reply-unknown');
  });
});

describe('publishing a verdict', () => {
  const asked = [replyRequested(), replyRequested('rp2'), replyReceived('rp2'), replyWindowClosed()];
  const before = [...agreed(), ...asked, drafted()];

  it('refuses a reply that has come since the approval, after all else', () => {
    const past = [...before, approved('eva', { consideredReplyIds: ['rp2'] }), stage('approved', 6)];
    const late = replyReceived('rp1', { late: true });
    given(...past)
      .when(publish(eva))
      .thenEvents(published, enters('published', 7, 'approved'));
    given(...past, late)
      .when(publish(eva))
      .thenRefused('check/reply-not-considered');
    given(...past, late)
      .when(publish(eva, { facts: { evidence: [e1, { ...e2, status: 'failed' }] } }))
      .thenRefused('check/evidence-not-archived');
  });

  it('settles for good what was answered and what was not: a later version need not name it again', () => {
    const past = [...before, approved('eva', { consideredReplyIds: ['rp2'] }), stage('approved', 6), published];
    expect(stateOf(checkDecider, past).replies).toMatchObject([
      { replyId: 'rp1', status: 'no_answer', considered: true },
      { replyId: 'rp2', status: 'answered', considered: true },
    ]);
    const again = [...past, stage('decided', 8), drafted({ versionNo: 2 })];
    given(...again)
      .when(approve(eva, { data: { versionNo: 2 } }))
      .thenEvents(
        approved('eva', { versionNo: 2 }),
        enters('approved', 9, 'decided', marks('2026-11-23T11:00:00.000Z', { after: '2026-11-23T15:00:00.000Z' })),
      );
    given(...again)
      .when(approve(eva, { data: { versionNo: 2, consideredReplyIds: ['rp2'] } }))
      .thenEvents(
        approved('eva', { versionNo: 2, consideredReplyIds: ['rp2'] }),
        enters('approved', 9, 'decided', marks('2026-11-23T11:00:00.000Z', { after: '2026-11-23T15:00:00.000Z' })),
      );
  });

  it('has nothing to say of what nobody asked', () => {
    given(...withApproval())
      .when(publish(eva))
      .thenEvents(published, enters('published', 7, 'approved'));
    expect(stateOf(checkDecider, withDraft()).replies).toEqual([]);
  });
});

/** Two reviewers found it false, and so it is drafted. */
function rated(): readonly CheckEvent[] {
  return [...agreed({}, isFalse), drafted(isFalse)];
}
