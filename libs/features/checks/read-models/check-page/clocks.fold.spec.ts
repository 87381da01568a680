import { stateOf } from '#kernel';
import { recorded } from '#kernel/testing';
import { checkDecider } from '../../domain/check.decider.js';
import type { CheckEvent } from '../../domain/check.events.js';
import {
  STAGE_DUE,
  STAGE_MARKS,
  agreed,
  ana,
  dueDateSet,
  extended,
  missed,
  noteAdded,
  open,
  concernDismissed,
  concernRaised,
  paused,
  researching,
  running,
  stage,
  withVersion,
} from '../../domain/testing/index.js';
import { clocksIn } from './clocks.fold.js';
import { concernsIn, notesIn } from './notes.fold.js';

const NOW = '2026-11-23T11:00:00.000Z';
const RECORDED = '2026-11-22T10:00:01.000Z';

const streamOf = (past: readonly CheckEvent[]) =>
  past.map((event, place) => ({ ...recorded(event, 'c4', ana), version: place + 1 }));

const clocksAfter = (past: readonly CheckEvent[], now = NOW) =>
  clocksIn(streamOf(past), stateOf(checkDecider, past), now);

describe('the clocks of a check’s page', () => {
  const past = [...researching(), running('researching', 3), dueDateSet()];

  it('say when stage and case are due, and with which marks', () => {
    expect(clocksAfter(past)).toMatchObject({
      stageClock: { colour: 'due_soon', dueAt: STAGE_DUE, marks: STAGE_MARKS },
      caseClock: { colour: 'ok', dueAt: '2026-11-24T10:00:00.000Z' },
    });
  });

  it('say which marks are passed', () => {
    const [due, after] = STAGE_MARKS;
    expect(clocksAfter([...past, missed(3)], '2026-11-23T12:00:01.000Z').stageClock).toEqual({
      colour: 'missed',
      dueAt: STAGE_DUE,
      marks: [{ ...due, passedAt: RECORDED }, after],
    });
    const approached: CheckEvent = {
      type: 'DeadlineApproached',
      data: { clock: 'case', no: 1, run: 1, mark: 'before-2h', dueAt: '2026-11-24T10:00:00.000Z', to: 'assignee' },
    };
    const { caseClock, stageClock } = clocksAfter([...past, approached]);
    expect(caseClock?.marks.map(({ mark, passedAt }) => [mark, passedAt])).toEqual([
      ['before-2h', RECORDED],
      ['due', undefined],
      ['after-4h', undefined],
    ]);
    expect(stageClock?.marks.every(({ passedAt }) => passedAt === undefined)).toBe(true);
  });

  it('are those of the run at hand', () => {
    const later = { dueAt: '2026-11-24T18:00:00.000Z', marks: [{ mark: 'due', at: '2026-11-24T18:00:00.000Z' }] };
    const again = [...past, missed(3), extended(3, later), dueDateSet({ run: 2, ...later })];
    const clock = { colour: 'ok', ...later };
    expect(clocksAfter(again)).toEqual({ stageClock: clock, caseClock: clock });
  });

  it('say what is left while they stand still', () => {
    expect(clocksAfter([...agreed(), running('decided', 6), paused(6, 'PT1H30M')]).stageClock).toEqual({
      colour: 'paused',
      remaining: 'PT1H30M',
      marks: [],
    });
  });

  it('are not there where none runs', () => {
    expect(clocksAfter(open())).toEqual({});
    expect(clocksAfter([...past, stage('shelved', 4)])).toEqual({});
  });
});

describe('the notes and concerns of a check’s page', () => {
  it('say who wrote them, and when', () => {
    const about = { kind: 'link', id: 'l1' } as const;
    expect(notesIn(streamOf([noteAdded('desk', { about })]))).toEqual([
      {
        noteId: 'n1',
        about,
        text: 'All support comes from one origin group.',
        audience: 'desk',
        writtenBy: 'ana',
        writtenAt: RECORDED,
      },
    ]);
  });

  it('say which concerns are open, and why others are not', () => {
    const past = [...withVersion(), concernRaised(), concernDismissed(), concernRaised({ concernId: 'co2' })];
    expect(concernsIn(streamOf(past), stateOf(checkDecider, past))).toMatchObject([
      {
        concernId: 'co1',
        raisedBy: 'ana',
        isOpen: false,
        dismissal: { by: 'ana', at: RECORDED, reason: 'It has another address now.' },
      },
      { concernId: 'co2', isOpen: true },
    ]);
  });
});
