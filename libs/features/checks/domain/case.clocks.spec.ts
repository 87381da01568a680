import { stateOf } from '#kernel';
import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import {
  STAGE_DUE,
  STAGE_MARKS,
  agreed,
  ana,
  ben,
  dueDateSet,
  eva,
  extendStage,
  extended,
  gus,
  hal,
  job,
  marks,
  missed,
  open,
  paused,
  policyWith,
  readyForReview,
  reconciling,
  researching,
  running,
  setDueDate,
  setSeverity,
  stage,
  withApproval,
  withVersion,
} from './testing/index.js';

const given = specify(checkDecider);

describe('setting the severity', () => {
  it.each([
    ['open', open()],
    ['researching', researching()],
    ['ready for review', readyForReview()],
  ])('says how many reviewers a check that is %s needs then', (_, past) => {
    const { data } = setSeverity(ana);
    given(...past)
      .when(setSeverity(ana))
      .thenEvents({ type: 'CheckSeveritySet', data: { ...data, quorum: 3 } });
  });

  it('counts as the pinned policy does', () => {
    const policy = policyWith({ review: { quorum: { low: 2 } } });
    const { data } = setSeverity(eva, { data: { severity: 'low' } });
    given(...open({ policy }))
      .when(setSeverity(eva, { data }))
      .thenEvents({ type: 'CheckSeveritySet', data: { ...data, quorum: 2 } });
  });

  it('is possible until the round is opened, whose quorum is fixed', () => {
    for (const past of [reconciling(), agreed(), withVersion()])
      given(...past)
        .when(setSeverity(ana))
        .thenRefused('check/wrong-stage');
    given().when(setSeverity(ana)).thenRefused('check/not-found');
  });

  it('is for editors and approvers', () => {
    for (const actor of [ben, gus, hal])
      given(...open())
        .when(setSeverity(actor))
        .thenRefused('desk/role-missing');
    given(...open())
      .when(setSeverity(job('any')))
      .thenRefused('desk/service-forbidden');
  });
});

describe('setting when the case is due', () => {
  const dueAt = '2026-11-25T06:00:00.000Z';
  const clock = {
    dueAt,
    marks: marks(dueAt, { before: '2026-11-25T04:00:00.000Z', after: '2026-11-25T10:00:00.000Z' }),
  };
  const reason = 'The paper goes to press then.';

  it('starts its clock, in wall time', () => {
    given(...open())
      .when(setDueDate(ana, dueAt))
      .thenEvents({ type: 'DueDateSet', data: { cycle: 1, run: 1, ...clock } });
  });

  it('starts it anew when it runs or was missed, with a reason', () => {
    const late = missed(1, { clock: 'case' });
    for (const past of [[dueDateSet()], [dueDateSet(), late]])
      given(...open(), ...past)
        .when(setDueDate(ana, dueAt, reason))
        .thenEvents({ type: 'DueDateSet', data: { cycle: 1, run: 2, ...clock, reason } });
  });

  it('needs a reason when a due date stands, and only then', () => {
    given(...open(), dueDateSet())
      .when(setDueDate(ana, dueAt))
      .thenRefused('check/reason-missing');
    given(...open(), dueDateSet(), stage('shelved', 2), stage('open', 3))
      .when(setDueDate(ana, dueAt))
      .thenEvents({ type: 'DueDateSet', data: { cycle: 1, run: 2, ...clock } });
  });

  it.each(['2026-11-23T09:59:59.999Z', '2026-11-23T10:00:00.000Z'])('refuses %s at ten o’clock', (past) => {
    given(...open(), dueDateSet())
      .when(setDueDate(ana, past))
      .thenRefused('check/due-date-past');
  });

  it('is possible up to the approval', () => {
    given(...withApproval())
      .when(setDueDate(ana, dueAt))
      .thenEvents({ type: 'DueDateSet', data: { cycle: 1, run: 1, ...clock } });
    given(...withVersion())
      .when(setDueDate(ana, dueAt))
      .thenRefused('check/wrong-stage');
  });

  it('is for editors and approvers', () => {
    for (const actor of [ben, gus, hal])
      given(...open())
        .when(setDueDate(actor, dueAt))
        .thenRefused('desk/role-missing');
  });
});

describe('extending a stage', () => {
  const dueAt = '2026-11-24T09:00:00.000Z';
  const { reason } = extendStage(ana, dueAt).data;
  /** The marks count in working time: two hours before Tuesday 09:00 is Monday 19:00. */
  const clock = {
    dueAt,
    marks: marks(dueAt, { before: '2026-11-23T19:00:00.000Z', after: '2026-11-24T13:00:00.000Z' }),
  };

  it('starts its clock anew', () => {
    given(...researching(), running('researching', 3))
      .when(extendStage(ana, dueAt))
      .thenEvents({ type: 'StageExtended', data: { no: 3, run: 2, ...clock, reason } });
    given(...researching(), running('researching', 3), extended(3))
      .when(extendStage(eva, dueAt))
      .thenEvents({ type: 'StageExtended', data: { no: 3, run: 3, ...clock, reason } });
  });

  it('makes good what was missed', () => {
    const past = [...researching(), running('researching', 3), missed(3)];
    given(...past)
      .when(extendStage(ana, dueAt))
      .thenEvents({ type: 'StageExtended', data: { no: 3, run: 2, ...clock, reason } });
    expect(stateOf(checkDecider, [...past, extended(3)]).stage).toMatchObject({ missed: false, run: 2 });
  });

  it('drops the marks that are not later than now', () => {
    given(...researching(), running('researching', 3))
      .when(extendStage(ana, STAGE_DUE))
      .thenEvents({ type: 'StageExtended', data: { no: 3, run: 2, dueAt: STAGE_DUE, marks: STAGE_MARKS, reason } });
  });

  it('is refused while the clock stands still, whatever the date', () => {
    const past = [...agreed(), running('decided', 6), paused(6)];
    for (const date of [dueAt, '2026-11-23T09:00:00.000Z'])
      given(...past)
        .when(extendStage(ana, date))
        .thenRefused('check/stage-paused');
  });

  it.each(['2026-11-23T09:59:59.999Z', '2026-11-23T10:00:00.000Z'])('refuses %s at ten o’clock', (past) => {
    given(...researching(), running('researching', 3))
      .when(extendStage(ana, past))
      .thenRefused('check/due-date-past');
  });

  it('is refused where no clock runs', () => {
    given(...withVersion())
      .when(extendStage(ana, dueAt))
      .thenRefused('check/wrong-stage');
  });

  it('is for editors and approvers', () => {
    for (const actor of [ben, gus, hal])
      given(...open())
        .when(extendStage(actor, dueAt))
        .thenRefused('desk/role-missing');
  });
});
