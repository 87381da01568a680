import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import type { StagePaused, StageResumed } from './check.events.js';
import {
  NOW,
  PUBLISH_AT,
  STAGE_DUE,
  STAGE_MARKS,
  also,
  ana,
  approved,
  ben,
  cancelSchedule,
  claim,
  cleo,
  drafted,
  e1,
  e2,
  enters,
  eva,
  factsOf,
  fay,
  gus,
  hal,
  hold,
  job,
  markExpired,
  marks,
  missed,
  open,
  publicationHeld,
  publish,
  published,
  replyReceived,
  replyRequested,
  replyWindowClosed,
  running,
  schedule,
  scheduleCancelled,
  scheduled,
  setAside,
  stage,
  verdictExpired,
  withApproval,
  withDraft,
  withVersion,
} from './testing/index.js';

const given = specify(checkDecider);

/** Approved, with its clock running. */
const timed = [...withDraft(), approved('eva'), running('approved', 6)];
const waits: StagePaused = {
  type: 'StagePaused',
  data: { no: 6, run: 1, remaining: 'PT2H', reason: 'schedule' },
};
const set = [...timed, scheduled(), waits];

const onTime = { data: { scheduleNo: 1 }, at: PUBLISH_AT };
const publisher = job('publish-verdict');

/** The clock goes on at `PUBLISH_AT` with the two hours that were left. */
const goesOn: StageResumed = {
  type: 'StageResumed',
  data: {
    no: 6,
    run: 2,
    dueAt: '2026-11-23T14:00:00.000Z',
    marks: marks('2026-11-23T14:00:00.000Z', { after: '2026-11-23T18:00:00.000Z' }),
  },
};

describe('scheduling a verdict', () => {
  it('numbers the schedule, and stops the clock', () => {
    given(...timed)
      .when(schedule(eva))
      .thenEvents(scheduled(), waits);
    given(...timed)
      .when(schedule(fay))
      .thenEvents(scheduled(), waits);
  });

  it('leaves a clock that was missed as it is', () => {
    given(...timed, missed(6))
      .when(schedule(eva))
      .thenEvents(scheduled());
  });

  it('counts on after one that was cancelled or held', () => {
    for (const ended of [scheduleCancelled(), publicationHeld()])
      given(...timed, scheduled(), ended)
        .when(schedule(eva))
        .thenEvents(scheduled({ scheduleNo: 2 }), waits);
  });

  it('counts anew for the next draft of another version, and on for another draft of the same', () => {
    const again = [setAside('recusal'), stage('decided', 9), drafted({ draftNo: 2 }), approved('eva', { draftNo: 2 })];
    given(...timed, scheduled(), ...again, running('approved', 10))
      .when(schedule(eva))
      .thenEvents(scheduled({ scheduleNo: 2 }), { ...waits, data: { ...waits.data, no: 10 } });
  });

  it('is for who took no part and has no interest, in this order', () => {
    const member = factsOf(eva, { interests: ['person:john-kirby'] });
    const late = { facts: { member }, data: { publishAt: NOW } };
    const past = given(...timed, scheduled());
    past.when(schedule(also(ben, 'approver'), late)).thenRefused('check/approver-is-researcher');
    past.when(schedule(also(ana, 'approver'), late)).thenRefused('check/approver-handled-claim');
    past.when(schedule(also(cleo, 'approver'), late)).thenRefused('check/approver-ruled');
    past.when(schedule(eva, late)).thenRefused('check/conflict-of-interest');
    past.when(schedule(eva, { data: { publishAt: NOW } })).thenRefused('check/publish-at-past');
    past.when(schedule(eva)).thenRefused('check/scheduled');
    past.when(schedule(eva, { data: { versionNo: 2 } })).thenRefused('check/draft-changed');
  });

  it('names the version that was seen, and is for approvers, while it is approved', () => {
    expect(checkDecider.rules.ScheduleVerdict.versioned).toBe(true);
    for (const actor of [ana, ben, hal, gus])
      given(...timed)
        .when(schedule(actor))
        .thenRefused('desk/role-missing');
    given(...timed)
      .when(schedule(publisher))
      .thenRefused('desk/service-forbidden');
    for (const past of [open(), withDraft(), withVersion()])
      given(...past)
        .when(schedule(eva))
        .thenRefused('check/wrong-stage');
  });
});

describe('cancelling a schedule', () => {
  it('lets the clock go on', () => {
    given(...set)
      .when(cancelSchedule(fay, { at: PUBLISH_AT }))
      .thenEvents(scheduleCancelled(), goesOn);
    given(...timed, missed(6), scheduled())
      .when(cancelSchedule(eva))
      .thenEvents(scheduleCancelled());
  });

  it('is possible while one stands', () => {
    for (const past of [timed, [...set, scheduleCancelled()], [...set, publicationHeld()]])
      given(...past)
        .when(cancelSchedule(eva))
        .thenRefused('check/not-scheduled');
    given(...set)
      .when(cancelSchedule(eva, { data: { versionNo: 2 } }))
      .thenRefused('check/draft-changed');
    given(...withVersion())
      .when(cancelSchedule(eva))
      .thenRefused('check/wrong-stage');
  });

  it('is for approvers, whoever they are', () => {
    given(...set)
      .when(cancelSchedule(also(ben, 'approver')))
      .thenEvents(scheduleCancelled(), {
        ...goesOn,
        data: { ...goesOn.data, dueAt: STAGE_DUE, marks: STAGE_MARKS },
      });
    for (const actor of [ana, ben, hal])
      given(...set)
        .when(cancelSchedule(actor))
        .thenRefused('desk/role-missing');
  });
});

describe('publishing by a schedule', () => {
  const out = enters('published', 7, 'approved');

  it('is done by the service when its time has come', () => {
    given(...set)
      .when(publish(publisher, { ...onTime, facts: { member: undefined } }))
      .thenEvents(published, out);
  });

  it('is not done earlier, nor by another schedule, nor once that has ended', () => {
    const at = '2026-11-23T11:59:59.999Z';
    given(...set)
      .when(publish(publisher, { ...onTime, at }))
      .thenNothing();
    for (const data of [{ scheduleNo: 2 }, { scheduleNo: undefined }, { scheduleNo: 1, versionNo: 2 }])
      given(...set)
        .when(publish(publisher, { ...onTime, data }))
        .thenNothing();
    for (const ended of [scheduleCancelled(), publicationHeld(), setAside('recusal')])
      given(...set, ended)
        .when(publish(publisher, onTime))
        .thenNothing();
    given(...withVersion())
      .when(publish(publisher, onTime))
      .thenNothing();
  });

  it('asks again what was asked at the approval', () => {
    const past = given(...set);
    const broken = [e1, { ...e2, status: 'broken' }] as const;
    past
      .when(publish(publisher, { ...onTime, facts: { claim: { ...claim, status: 'merged' } } }))
      .thenRefused('check/claim-merged');
    past
      .when(publish(publisher, { ...onTime, facts: { claim: { ...claim, checkability: 'opinion' } } }))
      .thenRefused('check/claim-not-rateable');
    past
      .when(publish(publisher, { ...onTime, facts: { claim: { ...claim, revision: 2 } } }))
      .thenRefused('check/draft-changed');
    past.when(publish(publisher, { ...onTime, facts: { evidence: broken } })).thenRefused('check/evidence-broken');
    past.when(publish(publisher, { ...onTime, facts: { evidence: [e1] } })).thenRefused('check/evidence-not-archived');
    given(
      ...withDraft().slice(0, -1),
      replyRequested(),
      replyWindowClosed(),
      ...withDraft().slice(-1),
      ...set.slice(-4),
      replyReceived(),
    )
      .when(publish(publisher, onTime))
      .thenRefused('check/reply-not-considered');
  });

  it('is not for members: they cancel first, which is said after what is said of themselves', () => {
    const merged = { ...claim, status: 'merged' } as const;
    given(...set)
      .when(publish(eva, { facts: { claim: merged } }))
      .thenRefused('check/scheduled');
    given(...set)
      .when(publish(also(ben, 'approver')))
      .thenRefused('check/approver-is-researcher');
    given(...set, scheduleCancelled())
      .when(publish(eva))
      .thenEvents(published, out);
  });
});

describe('holding a publication', () => {
  it('ends the schedule with the code of the refusal, and leaves the check approved', () => {
    given(...set)
      .when(hold())
      .thenEvents(publicationHeld(), goesOn);
    given(...set, publicationHeld(), goesOn)
      .when(publish(eva, { at: '2026-11-23T13:00:00.000Z' }))
      .thenEvents(published, enters('published', 7, 'approved'));
  });

  it('is of the schedule that stands, and not before its time', () => {
    given(...set)
      .when(hold({ at: '2026-11-23T11:59:59.999Z' }))
      .thenNothing();
    given(...set)
      .when(hold({ data: { scheduleNo: 2 } }))
      .thenNothing();
    for (const past of [timed, [...set, publicationHeld()], [...set, scheduleCancelled()], withVersion(), open()])
      given(...past)
        .when(hold())
        .thenNothing();
  });

  it('is for services', () => {
    given(...set)
      .when(hold({}, eva))
      .thenRefused('desk/role-missing');
  });
});

describe('the day on which a version is to be looked at again', () => {
  const day = '2027-05-23T00:00:00.000Z';

  it('marks it expired, once', () => {
    given(...withVersion())
      .when(markExpired(day))
      .thenEvents(verdictExpired);
    given(...withVersion(), verdictExpired)
      .when(markExpired(day))
      .thenNothing();
  });

  it('is that of the live version, and not earlier', () => {
    given(...withVersion())
      .when(markExpired('2027-05-22T23:59:59.999Z'))
      .thenNothing();
    for (const data of [{ versionNo: 2 }, { reviewBy: '2027-05-24' }])
      given(...withVersion())
        .when(markExpired(day, data))
        .thenNothing();
    for (const past of [withApproval(), [...withVersion(), stage('researching', 8)], open()])
      given(...past)
        .when(markExpired(day))
        .thenNothing();
  });

  it('is said by a service', () => {
    given(...withVersion())
      .when(markExpired(day, {}, eva))
      .thenRefused('desk/role-missing');
  });
});
