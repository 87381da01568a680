import { stateOf } from '#kernel';
import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import type { CheckEvent } from './check.events.js';
import {
  STAGE_DUE,
  agreed,
  also,
  ana,
  approvalRefused,
  approvalWithdrawn,
  approve,
  approved,
  ben,
  claim,
  cleo,
  drafted,
  draft,
  enters,
  eva,
  factsOf,
  fay,
  hal,
  inReview,
  job,
  marks,
  open,
  paused,
  recusal,
  refuse,
  replyRequested,
  scheduled,
  scheduleCancelled,
  setAside,
  stage,
  withApproval,
  withDraft,
  withVersion,
  withdrawApproval,
} from './testing/index.js';

const given = specify(checkDecider);

const draftAfter = (...past: readonly CheckEvent[]) => stateOf(checkDecider, past).draft;

describe('refusing an approval', () => {
  it('closes the draft: a new one is needed', () => {
    given(...withDraft())
      .when(refuse(eva))
      .thenEvents(approvalRefused);
    const past = [...withDraft(), approvalRefused];
    expect(draftAfter(...past)).toMatchObject({ draftNo: 1, status: 'refused' });
    given(...past)
      .when(approve(eva))
      .thenRefused('check/no-draft');
    given(...past)
      .when(refuse(fay))
      .thenRefused('check/no-draft');
  });

  it('leaves the next draft the next number of the same version', () => {
    const state = stateOf(checkDecider, [...withDraft(), approvalRefused]);
    const [event] = checkDecider.rules.DraftVerdict.decide(draft(ben), state);
    expect(event?.data).toMatchObject({ versionNo: 1, draftNo: 2 });
  });

  it('names the draft that was read', () => {
    const past = given(...withDraft({}, drafted({ draftNo: 2 })));
    past.when(refuse(also(ben, 'approver'))).thenRefused('check/draft-changed');
    past.when(refuse(eva, { data: { draftNo: 2, versionNo: 2 } })).thenRefused('check/draft-changed');
    given(...agreed())
      .when(refuse(eva))
      .thenRefused('check/no-draft');
  });

  it('is for who took no part and has no interest', () => {
    const member = factsOf(eva, { interests: ['person:john-kirby'] });
    const past = given(...withDraft({}, drafted({ by: 'fay' })));
    past.when(refuse(also(ben, 'approver'), { facts: { member } })).thenRefused('check/approver-is-researcher');
    past.when(refuse(fay, { facts: { member } })).thenRefused('check/approver-is-drafter');
    past.when(refuse(also(ana, 'approver'), { facts: { member } })).thenRefused('check/approver-handled-claim');
    past.when(refuse(also(cleo, 'approver'), { facts: { member } })).thenRefused('check/approver-ruled');
    past.when(refuse(eva, { facts: { member } })).thenRefused('check/conflict-of-interest');
    given(...withDraft(), recusal('eva'))
      .when(refuse(eva))
      .thenRefused('check/recused');
    given(...withDraft())
      .when(refuse(eva, { facts: { claim: undefined } }))
      .thenRefused('check/claim-not-accepted');
    for (const actor of [ana, ben, hal]) past.when(refuse(actor)).thenRefused('desk/role-missing');
    past.when(refuse(job('any'))).thenRefused('desk/service-forbidden');
  });

  it('is possible while it is decided', () => {
    for (const past of [open(), inReview(), withApproval(), withVersion()])
      given(...past)
        .when(refuse(eva))
        .thenRefused('check/wrong-stage');
  });

  it('is possible although the claim has changed: nobody can approve it then', () => {
    given(...withDraft())
      .when(refuse(eva, { facts: { claim: { ...claim, revision: 2, status: 'merged' } } }))
      .thenEvents(approvalRefused);
  });
});

describe('withdrawing an approval', () => {
  const back = enters('decided', 7, 'approved', marks(STAGE_DUE, { after: '2026-11-23T16:00:00.000Z' }));

  it('leads back to the decision, with the same draft', () => {
    given(...withApproval())
      .when(withdrawApproval(fay))
      .thenEvents(approvalWithdrawn, back);
    const past = [...withApproval(), approvalWithdrawn, back];
    expect(draftAfter(...past)).toMatchObject({ draftNo: 1, status: 'drafted' });
    expect(draftAfter(...past)).not.toHaveProperty('approval');
    given(...past)
      .when(approve(eva))
      .thenEvents(
        approved('eva'),
        enters('approved', 8, 'decided', marks('2026-11-23T11:00:00.000Z', { after: '2026-11-23T15:00:00.000Z' })),
      );
  });

  it('waits there for a reply that is asked for', () => {
    given(...withApproval(), replyRequested())
      .when(withdrawApproval(eva))
      .thenEvents(approvalWithdrawn, back, paused(7));
  });

  it('is possible while nothing is scheduled', () => {
    const past = [...withApproval(), scheduled()];
    given(...past)
      .when(withdrawApproval(eva))
      .thenRefused('check/scheduled');
    given(...past, scheduleCancelled())
      .when(withdrawApproval(eva))
      .thenEvents(approvalWithdrawn, back);
  });

  it('names the version', () => {
    given(...withApproval(), scheduled())
      .when(withdrawApproval(eva, { data: { versionNo: 2 } }))
      .thenRefused('check/draft-changed');
  });

  it('is for approvers, while it is approved', () => {
    for (const actor of [ana, ben, hal])
      given(...withApproval())
        .when(withdrawApproval(actor))
        .thenRefused('desk/role-missing');
    for (const past of [open(), agreed(), withDraft(), withVersion()])
      given(...past)
        .when(withdrawApproval(eva))
        .thenRefused('check/wrong-stage');
  });
});

describe('a draft that was approved', () => {
  it('lapses with the round on which it rests, and so does its schedule', () => {
    const state = stateOf(checkDecider, [
      ...withApproval(),
      scheduled(),
      setAside('recusal'),
      stage('ready_for_review', 7),
    ]);
    expect(state.draft).toMatchObject({ status: 'lapsed' });
    expect(state.draft).not.toHaveProperty('approval');
    expect(state.schedule).toMatchObject({ scheduleNo: 1, stands: false });
  });

  it('stays refused, whatever becomes of its round', () => {
    const past = [...withDraft(), approvalRefused, setAside('returned')];
    expect(stateOf(checkDecider, past).draft).toMatchObject({ status: 'refused' });
  });

  it('is what a published version was, and lapses no more', () => {
    const past = [...withVersion(), setAside('concluded')];
    expect(stateOf(checkDecider, past).draft).toMatchObject({ status: 'published' });
  });
});
