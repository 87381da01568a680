import { stateOf } from '#kernel';
import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import { eventsOf, markDeadline, play, until } from './testing/index.js';

/** The check of the article, up to the agreement of the reviewers. */
const decided = eventsOf(play(until('amendDan')));

describe('the clocks of the article’s check', () => {
  it('stand still from the decision on, while a reply may come', () => {
    expect(decided.slice(-2)).toMatchObject([
      { type: 'StageEntered', data: { no: 6, run: 1, stage: 'decided', dueAt: '2022-11-10T08:20:00.000Z' } },
      { type: 'StagePaused', data: { no: 6, run: 1, remaining: 'PT2H', reason: 'reply' } },
    ]);
  });

  it('are not missed meanwhile', () => {
    specify(checkDecider)(...decided)
      .when(markDeadline({ clock: 'stage', no: 6, run: 1, mark: 'due' }, '2022-11-10T08:20:00.000Z'))
      .thenNothing();
  });

  it('go on with the last reply, with the time that was left', () => {
    const events = eventsOf(play(until('closeCouncil'))).slice(decided.length);
    expect(events).toMatchObject([
      { type: 'ReplyReceived', data: { late: false } },
      { type: 'ReplyWindowClosed' },
      {
        type: 'StageResumed',
        data: {
          no: 6,
          run: 2,
          dueAt: '2022-11-10T12:00:00.000Z',
          marks: [
            { mark: 'due', at: '2022-11-10T12:00:00.000Z' },
            { mark: 'after-4h', at: '2022-11-10T16:00:00.000Z' },
          ],
        },
      },
    ]);
  });

  it('tell two hours before that the case is due', () => {
    const mark = { clock: 'case', no: 1, run: 1, mark: 'before-2h' } as const;
    const events = eventsOf(play(until('markCase')));
    expect(events.at(-1)).toEqual({
      type: 'DeadlineApproached',
      data: { ...mark, dueAt: '2022-11-10T12:30:00.000Z', to: 'assignee' },
    });
    expect(stateOf(checkDecider, events).caseClock?.marks).toHaveLength(2);
  });
});
