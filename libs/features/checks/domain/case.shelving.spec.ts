import { stateOf } from '#kernel';
import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import type { CheckEvent } from './check.events.js';
import {
  accept,
  agreed,
  ana,
  ben,
  checkWithdrawn,
  claim,
  cleo,
  dueDateSet,
  enters,
  eva,
  gus,
  hal,
  inReview,
  job,
  marks,
  open,
  readyForReview,
  reconciling,
  released,
  researching,
  resume,
  resumed,
  ruled,
  setAside,
  setDueDate,
  shelve,
  shelved,
  stage,
  unproven,
  withApproval,
  withDraft,
  withVersion,
  withdrawCheck,
} from './testing/index.js';

const given = specify(checkDecider);

const wait = marks('2026-11-25T10:00:00.000Z', {
  before: '2026-11-25T08:00:00.000Z',
  after: '2026-11-25T14:00:00.000Z',
});

describe.each([
  ['shelving', shelve, shelved, 'shelved'],
  ['withdrawing', withdrawCheck, checkWithdrawn, 'withdrawn'],
] as const)('%s a check', (_, leave, left, name) => {
  it('lets it rest', () => {
    given(...researching())
      .when(leave(ana))
      .thenEvents(left('researching'), enters(name, 3, 'researching'));
    given(...open())
      .when(leave(eva))
      .thenEvents(left('open'), enters(name, 2, 'open'));
  });

  it.each<[string, readonly CheckEvent[], 'in_review' | 'reconciling', number]>([
    ['sealed', [...inReview(), ruled('cleo', unproven)], 'in_review', 5],
    ['disputed', reconciling(), 'reconciling', 6],
  ])('sets aside a round that is %s', (_name, past, from, no) => {
    given(...past)
      .when(leave(ana))
      .thenEvents(left(from), setAside(name), enters(name, no, from));
  });

  it('sets aside no round that is decided, but its draft lapses', () => {
    given(...withDraft())
      .when(leave(ana))
      .thenEvents(left('decided'), enters(name, 6, 'decided'));
    expect(stateOf(checkDecider, [...withDraft(), left('decided')]).draft?.status).toBe('lapsed');
    given(...readyForReview())
      .when(leave(ana))
      .thenEvents(left('ready_for_review'), enters(name, 4, 'ready_for_review'));
  });

  it('keeps what is sealed sealed', () => {
    const past = [...inReview(), ruled('cleo', unproven), left('in_review'), setAside(name), stage(name, 5)];
    expect(stateOf(checkDecider, past).revealedRound).toBe(0);
  });

  it('ends the clock of the case, and leaves everybody his part', () => {
    const state = stateOf(checkDecider, [...researching(), dueDateSet(), left('researching'), stage(name, 3)]);
    expect(state.caseClock).toMatchObject({ hasEnded: true });
    expect(state.assignments).toMatchObject([{ memberId: 'ben', status: 'accepted' }]);
  });

  it('is not possible with a live version', () => {
    given(...withVersion(), stage('researching', 8))
      .when(leave(ana))
      .thenRefused('check/live-version');
  });

  it('is possible until it is approved', () => {
    for (const past of [
      withApproval(),
      withVersion(),
      [...open(), stage('shelved', 2)],
      [...open(), stage('withdrawn', 2)],
    ])
      given(...past)
        .when(leave(ana))
        .thenRefused('check/wrong-stage');
  });

  it('is for editors and approvers', () => {
    for (const actor of [ben, cleo, gus, hal])
      given(...researching())
        .when(leave(actor))
        .thenRefused('desk/role-missing');
    given(...researching())
      .when(leave(job('any')))
      .thenRefused('desk/service-forbidden');
  });
});

describe('resuming a check', () => {
  it.each(['shelved', 'withdrawn'] as const)('takes it up at its research, when it was %s', (name) => {
    given(...rests(name))
      .when(resume(ana))
      .thenEvents(resumed, enters('researching', 4, name, wait));
  });

  it('waits for a researcher when there is none', () => {
    given(...rests('shelved'), released('ben', 'researcher'))
      .when(resume(eva))
      .thenEvents(
        resumed,
        enters('open', 4, 'shelved', marks('2026-11-23T12:00:00.000Z', { after: '2026-11-23T16:00:00.000Z' })),
      );
  });

  it('needs a claim that still stands alone, and can be rated', () => {
    const past = given(...rests('shelved'));
    const merged = { ...claim, status: 'merged', checkability: 'opinion' } as const;
    past.when(resume(ana, { facts: { claim: merged } })).thenRefused('check/claim-merged');
    past
      .when(resume(ana, { facts: { claim: { ...claim, checkability: 'opinion' } } }))
      .thenRefused('check/claim-not-rateable');
    past.when(resume(ana, { facts: { claim: undefined } })).thenRefused('check/claim-not-accepted');
  });

  it('is possible from rest alone', () => {
    for (const past of [open(), agreed(), withApproval(), withVersion()])
      given(...past)
        .when(resume(ana))
        .thenRefused('check/wrong-stage');
    given(...rests('shelved'))
      .when(resume(ben))
      .thenRefused('desk/role-missing');
  });

  it('lets the case have a due date again', () => {
    const due = '2026-11-24T10:00:00.000Z';
    const past = [...researching(), dueDateSet(), shelved('researching'), stage('shelved', 3), resumed];
    given(...past, stage('researching', 4))
      .when(setDueDate(ana, due))
      .thenEvents(dueDateSet({ run: 2 }));
  });

  it('finds nobody who could act while it rests', () => {
    given(...rests('shelved'))
      .when(accept(ben, 'reviewer'))
      .thenRefused('check/wrong-stage');
  });
});

const rests = (name: 'shelved' | 'withdrawn') => [...researching(), shelved('researching'), stage(name, 3)];
