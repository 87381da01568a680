import { stateOf } from '#kernel';
import { checkDecider } from './check.decider.js';
import type { CheckEvent } from './check.events.js';
import { entered, entering, pausing, resuming } from './stage.js';
import {
  NOW,
  agreed,
  extended,
  marks,
  missed,
  paused,
  reconciling,
  replyRequested,
  replyWindowClosed,
  running,
  stage,
  withVersion,
} from './testing/index.js';

const stateAfter = (...past: readonly CheckEvent[]) => stateOf(checkDecider, past);

const decided = [...agreed(), running('decided', 6)];

describe('leaving a stage', () => {
  it('is late when its clock was missed', () => {
    const inTime = entered(stateAfter(...decided), 'approved', NOW);
    expect(inTime.data.left).toEqual({ no: 6, stage: 'decided', late: false });
    const late = entered(stateAfter(...decided, missed(6)), 'approved', NOW);
    expect(late.data.left).toEqual({ no: 6, stage: 'decided', late: true });
  });

  it('is not late when it was extended since', () => {
    expect(entered(stateAfter(...decided, missed(6), extended(6)), 'approved', NOW).data.left?.late).toBe(false);
  });

  it('is never late where no clock ran', () => {
    const left = { no: 7, stage: 'published', late: false };
    expect(entered(stateAfter(...withVersion()), 'open', NOW).data.left).toEqual(left);
  });
});

describe('entering a stage', () => {
  const waiting = stateAfter(...reconciling(), replyRequested());

  it('pauses the clock of a decision at once while somebody may still answer', () => {
    const [first, ...rest] = entering(waiting, 'decided', NOW);
    expect(first).toEqual(entered(waiting, 'decided', NOW));
    expect(rest).toEqual([{ type: 'StagePaused', data: { no: 6, run: 1, remaining: 'PT2H', reason: 'reply' } }]);
  });

  it('pauses none if nobody is asked any more', () => {
    expect(entering(stateAfter(...reconciling(), replyRequested(), replyWindowClosed()), 'decided', NOW)).toHaveLength(
      1,
    );
  });

  it('pauses no clock of another stage', () => {
    expect(entering(waiting, 'tie_break', NOW)).toEqual([entered(waiting, 'tie_break', NOW)]);
  });
});

describe('pausing a clock', () => {
  it('keeps what is left, in working time', () => {
    const event = { type: 'StagePaused', data: { no: 6, run: 1, remaining: 'PT1H29M59.999S', reason: 'reply' } };
    expect(pausing(stateAfter(...decided), 'reply', '2026-11-23T10:30:00.001Z')).toEqual([event]);
  });

  it.each<[string, readonly CheckEvent[]]>([
    ['runs where there is none', [...agreed(), stage('decided', 6)]],
    ['is missed', [...decided, missed(6)]],
    ['stands still already', [...decided, paused(6)]],
  ])('does nothing if it %s', (_, past) => {
    expect(pausing(stateAfter(...past), 'reply', NOW)).toEqual([]);
  });

  it('does nothing once no time is left: it is missed, if nobody has said so yet', () => {
    expect(pausing(stateAfter(...decided), 'reply', '2026-11-23T12:00:00.000Z')).toEqual([]);
    expect(pausing(stateAfter(...decided), 'reply', '2026-11-23T13:00:00.000Z')).toEqual([]);
  });
});

describe('resuming a clock', () => {
  it('gives it the time that was left, from now on, and its marks', () => {
    const evening = '2026-11-23T19:00:00.000Z';
    expect(resuming(stateAfter(...decided, paused(6, 'PT3H')), evening)).toEqual([
      {
        type: 'StageResumed',
        data: {
          no: 6,
          run: 2,
          dueAt: '2026-11-24T10:00:00.000Z',
          marks: marks('2026-11-24T10:00:00.000Z', {
            before: '2026-11-24T08:00:00.000Z',
            after: '2026-11-24T14:00:00.000Z',
          }),
        },
      },
    ]);
  });

  it('does nothing if it is not paused', () => {
    expect(resuming(stateAfter(...decided), NOW)).toEqual([]);
  });

  it('lets it run: it can be missed, paused and resumed again', () => {
    const resumed = {
      type: 'StageResumed',
      data: { no: 6, run: 2, dueAt: '2026-11-23T14:00:00.000Z', marks: [] },
    } as const;
    const state = stateAfter(...decided, paused(6), resumed);
    expect(state.stage).toEqual({
      no: 6,
      name: 'decided',
      run: 2,
      dueAt: resumed.data.dueAt,
      marks: [],
      missed: false,
    });
    expect(pausing(state, 'reply', NOW)).toMatchObject([{ data: { run: 2, remaining: 'PT4H' } }]);
  });
});
