import { stateOf } from '#kernel';
import type { Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import { checkDecider } from '../../domain/check.decider.js';
import type { CheckEvent } from '../../domain/check.events.js';
import {
  PUBLISH_AT,
  approvalRefused,
  approvalWithdrawn,
  approved,
  drafted,
  eva,
  publicationHeld,
  published,
  scheduleCancelled,
  scheduled,
  setAside,
  shelved,
  stage,
  verdictExpired,
  withApproval,
  withDraft,
  withVersion,
} from '../../domain/testing/index.js';
import { schedulesIn } from './schedules.fold.js';
import { draftsIn, versionsIn } from './verdict.fold.js';

const RECORDED = '2026-11-23T10:00:00.000Z';
const BY_EVA = { by: 'eva', at: RECORDED };

describe('the drafts of a check', () => {
  it.each<[string, readonly CheckEvent[], string]>([
    ['drafted', withDraft(), 'drafted'],
    ['approved', withApproval(), 'approved'],
    ['refused', [...withDraft(), approvalRefused], 'refused'],
    ['taken back', [...withApproval(), approvalWithdrawn], 'drafted'],
    ['published', withVersion(), 'published'],
    ['lost with its round', [...withApproval(), setAside('recusal')], 'lapsed'],
    ['lost with its check', [...withDraft(), shelved('decided')], 'lapsed'],
    ['refused, and its round set aside', [...withDraft(), approvalRefused, setAside('returned')], 'refused'],
    ['published, and a later round set aside', [...withVersion(), setAside('concluded')], 'published'],
  ])('say how they stand: %s', (_, past, status) => {
    expect(draftsIn(streamOf(past)).map((one) => one.status)).toEqual([status]);
  });

  it('are replaced by the next, unless they were closed before', () => {
    const second = drafted({ draftNo: 2 });
    expect(draftsIn(streamOf([...withDraft(), second])).map(({ status }) => status)).toEqual(['replaced', 'drafted']);
    const after = draftsIn(streamOf([...withDraft(), approvalRefused, second]));
    expect(after.map(({ status }) => status)).toEqual(['refused', 'drafted']);
  });

  it('keep why they were refused', () => {
    const [draft] = draftsIn(streamOf([...withDraft(), approvalRefused]));
    expect(draft).toMatchObject({ refusal: { ...BY_EVA, reason: 'The summary does not say who denies it.' } });
    expect(draft?.approval).toBeUndefined();
  });

  it('keep why an approval was taken back, until there is another', () => {
    const past = [...withApproval(), approvalWithdrawn];
    const [draft] = draftsIn(streamOf(past));
    expect(draft?.approval?.withdrawn).toEqual({ ...BY_EVA, reason: 'They have just announced a statement.' });
    const [again] = draftsIn(streamOf([...past, approved('fay')]));
    expect(again).toMatchObject({ status: 'approved', approval: { approverId: 'fay', withdrawn: undefined } });
  });
});

describe('the schedules of a check', () => {
  const set = [...withApproval(), scheduled()];

  it('say when it is to be published, and who said so', () => {
    expect(schedulesAfter(set)).toEqual([
      {
        versionNo: 1,
        scheduleNo: 1,
        publishAt: PUBLISH_AT,
        scheduledBy: 'eva',
        scheduledAt: RECORDED,
        status: 'standing',
      },
    ]);
  });

  it.each<[string, readonly CheckEvent[], object]>([
    ['cancelled', [scheduleCancelled()], { ...BY_EVA, reason: 'The ministry speaks only in the afternoon.' }],
    ['held', [publicationHeld()], { ...BY_EVA, code: 'check/evidence-broken' }],
    ['published', [published, stage('published', 7)], BY_EVA],
    ['lapsed', [setAside('recusal'), stage('ready_for_review', 7)], BY_EVA],
  ])('say how they ended: %s', (status, then, ended) => {
    expect(schedulesAfter([...set, ...then])).toMatchObject([{ status, ended }]);
  });

  it('are told apart by their numbers', () => {
    const past = [...set, scheduleCancelled(), scheduled({ scheduleNo: 2 }), publicationHeld({ scheduleNo: 2 })];
    const third = [...past, scheduled({ scheduleNo: 3 })];
    expect(schedulesAfter(third).map(({ status }) => status)).toEqual(['cancelled', 'held', 'standing']);
  });
});

describe('a published version', () => {
  it('says when it expired', () => {
    expect(versionsIn(streamOf(withVersion()))[0]).not.toHaveProperty('expiredAt');
    expect(versionsIn(streamOf([...withVersion(), verdictExpired]))).toMatchObject([{ expiredAt: RECORDED }]);
  });
});

const streamOf = (past: readonly CheckEvent[]): readonly Recorded<CheckEvent>[] =>
  past.map((event, place) => ({ ...recorded(event, 'c4', eva), recordedAt: RECORDED, version: place + 1 }));

const schedulesAfter = (past: readonly CheckEvent[]) => schedulesIn(streamOf(past), stateOf(checkDecider, past));
