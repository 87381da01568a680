import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import type { CheckEvent } from './check.events.js';
import {
  STAGE_DUE,
  agreed,
  ana,
  dueDateSet,
  extended,
  hal,
  inReview,
  markDeadline,
  marks,
  missed,
  open,
  paused,
  policyWith,
  reconciling,
  researching,
  running,
  stage,
  withVersion,
} from './testing/index.js';

const given = specify(checkDecider);

const DUE = { clock: 'stage', no: 3, run: 1, mark: 'due' } as const;
const AFTER = { ...DUE, mark: 'after-4h' } as const;
const CASE = { clock: 'case', no: 1, run: 1, mark: 'due' } as const;
const LATER = '2026-11-23T16:00:00.000Z';
const CASE_DUE = '2026-11-24T10:00:00.000Z';

const past = [...researching(), running('researching', 3)];
const escalated: CheckEvent = {
  type: 'CheckEscalated',
  data: { ...AFTER, dueAt: STAGE_DUE, to: 'approver', suggest: 'reassign' },
};

const at = (time: string): string => `2026-11-23T${time}:00.000Z`;

describe('a mark of a clock', () => {
  it('before the due time tells whom it concerns', () => {
    const mark = { ...CASE, mark: 'before-2h' };
    given(...open(), dueDateSet())
      .when(markDeadline(mark, '2026-11-24T08:00:00.000Z'))
      .thenEvents({ type: 'DeadlineApproached', data: { ...mark, dueAt: CASE_DUE, to: 'assignee' } });
  });

  it('at the due time says that it is missed', () => {
    given(...past)
      .when(markDeadline(DUE, STAGE_DUE))
      .thenEvents(missed(3));
    given(...open(), dueDateSet())
      .when(markDeadline(CASE, CASE_DUE))
      .thenEvents(missed(1, { ...CASE, dueAt: CASE_DUE }));
  });

  it('after it escalates, also if nobody has said that it is missed', () => {
    given(...past, missed(3))
      .when(markDeadline(AFTER, LATER))
      .thenEvents(escalated);
    given(...past)
      .when(markDeadline(AFTER, LATER))
      .thenEvents(escalated);
    given(...past, escalated)
      .when(markDeadline(DUE, LATER))
      .thenEvents(missed(3));
  });

  it('is what the pinned policy says of its offset, whatever its name', () => {
    const policy = policyWith({
      escalation: [
        { mark: 'half-time', offset: '-PT1H', to: 'editor' },
        { mark: 'due', offset: 'PT0S', to: 'approver', suggest: 'extend' },
        { mark: 'alarm', offset: 'PT1M', to: 'editor' },
      ],
    });
    const own: CheckEvent = {
      type: 'StageEntered',
      data: {
        no: 3,
        run: 1,
        stage: 'researching',
        dueAt: STAGE_DUE,
        marks: [
          { mark: 'half-time', at: at('11:00') },
          { mark: 'due', at: STAGE_DUE },
          { mark: 'alarm', at: at('12:01') },
        ],
      },
    };
    const mark = { ...DUE, dueAt: STAGE_DUE };
    given(...researching({ policy }), own)
      .when(markDeadline({ ...DUE, mark: 'half-time' }, at('11:00')))
      .thenEvents({ type: 'DeadlineApproached', data: { ...mark, mark: 'half-time', to: 'editor' } });
    given(...researching({ policy }), own)
      .when(markDeadline(DUE, STAGE_DUE))
      .thenEvents(missed(3, { to: 'approver', suggest: 'extend' }));
    given(...researching({ policy }), own)
      .when(markDeadline({ ...DUE, mark: 'alarm' }, at('12:01')))
      .thenEvents({ type: 'CheckEscalated', data: { ...mark, mark: 'alarm', to: 'editor' } });
  });

  it('comes once', () => {
    given(...past, missed(3))
      .when(markDeadline(DUE, LATER))
      .thenNothing();
    given(...past, missed(3), escalated)
      .when(markDeadline(AFTER, LATER))
      .thenNothing();
  });

  it('comes not before its instant', () => {
    given(...past)
      .when(markDeadline(DUE, '2026-11-23T11:59:59.999Z'))
      .thenNothing();
    given(...past)
      .when(markDeadline(AFTER, '2026-11-23T15:59:59.999Z'))
      .thenNothing();
  });

  it('approaches nothing that is missed already', () => {
    const early = dueDateSet();
    const mark = { ...CASE, mark: 'before-2h' };
    given(...open(), early, missed(1, { ...CASE, dueAt: CASE_DUE }))
      .when(markDeadline(mark, CASE_DUE))
      .thenNothing();
  });

  it.each([
    ['another stage', { ...DUE, no: 2 }],
    ['another run', { ...DUE, run: 2 }],
    ['no mark of it', { ...DUE, mark: 'before-2h' }],
    ['no clock that runs', CASE],
  ])('produces nothing if it is of %s', (_, mark) => {
    given(...past)
      .when(markDeadline(mark, LATER))
      .thenNothing();
  });

  it('of a former run produces nothing', () => {
    given(...past, extended(3))
      .when(markDeadline(DUE, LATER))
      .thenNothing();
    given(...open(), dueDateSet(), dueDateSet({ run: 2 }))
      .when(markDeadline(CASE, CASE_DUE))
      .thenNothing();
  });

  it('of a clock that stands still produces nothing', () => {
    given(...agreed(), running('decided', 6), paused(6))
      .when(markDeadline({ ...DUE, no: 6 }, LATER))
      .thenNothing();
  });

  it('of the case produces nothing once it rests, or in its next cycle', () => {
    for (const rest of ['published', 'voided', 'shelved', 'withdrawn'] as const) {
      given(...open(), dueDateSet(), stage(rest, 2))
        .when(markDeadline(CASE, CASE_DUE))
        .thenNothing();
      given(...open(), dueDateSet(), stage(rest, 2), stage('open', 3))
        .when(markDeadline(CASE, CASE_DUE))
        .thenNothing();
    }
    given(...open(), dueDateSet({ cycle: 2 }))
      .when(markDeadline(CASE, CASE_DUE))
      .thenNothing();
  });

  it('changes nothing else: no ruling, no finding, no version', () => {
    given(...inReview(), running('in_review', 5))
      .when(markDeadline({ ...DUE, no: 5 }, STAGE_DUE))
      .thenEvents(missed(5));
  });

  it('is for jobs, and nothing where there is no check', () => {
    for (const actor of [ana, hal])
      given(...past)
        .when(markDeadline(DUE, STAGE_DUE, actor))
        .thenRefused('desk/role-missing');
    given().when(markDeadline(DUE, STAGE_DUE)).thenNothing();
    given(...withVersion())
      .when(markDeadline({ ...DUE, no: 7 }, STAGE_DUE))
      .thenNothing();
  });
});

describe('the end of a dispute’s time', () => {
  it('ends a reconciliation: somebody has to break the tie', () => {
    given(...reconciling(), running('reconciling', 6))
      .when(markDeadline({ ...DUE, no: 6 }, STAGE_DUE))
      .thenEvents(
        missed(6),
        { type: 'ReconciliationEnded', data: { round: 1, reason: 'Its time has passed.' } },
        {
          type: 'StageEntered',
          data: {
            no: 7,
            run: 1,
            stage: 'tie_break',
            dueAt: '2026-11-23T20:00:00.000Z',
            marks: marks('2026-11-23T20:00:00.000Z', {
              before: '2026-11-23T18:00:00.000Z',
              after: '2026-11-24T12:00:00.000Z',
            }),
            left: { no: 6, stage: 'reconciling', late: true },
          },
        },
      );
  });

  it('leaves the round deadlocked when nobody has broken the tie', () => {
    given(...reconciling(), running('tie_break', 6))
      .when(markDeadline({ ...DUE, no: 6 }, STAGE_DUE))
      .thenEvents(
        missed(6),
        { type: 'RoundDeadlocked', data: { round: 1, cause: 'unanswered' } },
        {
          type: 'StageEntered',
          data: {
            no: 7,
            run: 1,
            stage: 'deadlocked',
            dueAt: LATER,
            marks: marks(LATER, { before: '2026-11-23T14:00:00.000Z', after: '2026-11-23T20:00:00.000Z' }),
            left: { no: 6, stage: 'tie_break', late: true },
          },
        },
      );
  });

  it('is the end of the stage’s time, not of the case’s', () => {
    given(...reconciling(), running('reconciling', 6), dueDateSet())
      .when(markDeadline(CASE, CASE_DUE))
      .thenEvents(missed(1, { ...CASE, dueAt: CASE_DUE }));
  });
});
