import { decide, stateOf } from '#kernel';
import type { Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import { checkDecider } from '../../domain/check.decider.js';
import type { CheckEvent } from '../../domain/check.events.js';
import { SCENARIO } from '../../domain/testing/index.js';
import { stoodAfter } from './as-of.fold.js';
import { eventsUpTo } from './moment.js';

/** The first cycle of the acceptance scenario, as it was recorded. */
const HISTORY: readonly Recorded<CheckEvent>[] = Object.values(SCENARIO).reduce<readonly Recorded<CheckEvent>[]>(
  (past, command) => [
    ...past,
    ...decide(checkDecider, stateOf(checkDecider, past), command).events.map((event, place) => ({
      ...recorded(event, 'c4', command.actor),
      stream: 'check-c4',
      version: past.length + place + 1,
      at: command.at,
      recordedAt: command.at,
    })),
  ],
  [],
);

const at = (moment: string) => {
  const events = eventsUpTo(HISTORY, moment, 'recorded');
  return stoodAfter(events, events);
};

describe('a check as of a moment', () => {
  it('once its verdict is out', () => {
    expect(at('2022-11-10T12:00:00.000Z')).toEqual({
      streamVersion: 39,
      stage: 'published',
      cycle: 1,
      live: {
        versionNo: 1,
        label: 'unproven',
        labelText: 'Unproven',
        finding: 'insufficient_evidence',
        strength: 'low',
        asOf: '2022-11-10',
        publishedAt: '2022-11-10T10:41:00.000Z',
        approvedBy: 'eva',
        publishedBy: 'eva',
        reviewBy: '2023-05-10',
        supersedes: null,
        underReview: false,
        expired: false,
      },
      versions: [1],
      evidenceSet: 2,
      links: ['l1', 'l2'],
      originGroups: ['dprk-government', 'us-government'],
      independentGroups: [],
      questions: [{ questionId: 'q1', answered: true }],
      replies: [
        { replyId: 'rp1', state: 'no_answer' },
        { replyId: 'rp2', state: 'answered', late: false },
      ],
      rounds: [
        {
          round: 1,
          purpose: 'full',
          basis: 'unanimous',
          disagreed: true,
          rulings: [
            { rulingId: 'ru1', by: 'cleo', entries: ['unproven'] },
            { rulingId: 'ru2', by: 'dan', entries: ['mostly-true', 'unproven'] },
          ],
        },
      ],
      corrections: [],
      concerns: [],
      waivers: [],
    });
  });

  it('at the moment of the second ruling, that one included', () => {
    expect(at('2022-11-09T17:45:00.000Z')).toMatchObject({ streamVersion: 22, stage: 'in_review', live: null });
  });

  it('before it was opened: nothing', () => {
    expect(at('2022-11-09T09:09:59.999Z')).toMatchObject({ streamVersion: 0, stage: null, cycle: 0, live: null });
  });

  it('at a version, whatever the time', () => {
    expect(stoodAfter(eventsUpTo(HISTORY, 'check-c4@18', 'recorded'), [])).toMatchObject({
      streamVersion: 18,
      stage: 'ready_for_review',
    });
  });

  it('by the time of the commands, where that is asked for', () => {
    const late = HISTORY.map((event) => ({ ...event, recordedAt: '2022-12-01T00:00:00.000Z' }));
    expect(eventsUpTo(late, '2022-11-10T12:00:00.000Z', 'stated')).toHaveLength(39);
    expect(eventsUpTo(late, '2022-11-10T12:00:00.000Z', 'recorded')).toHaveLength(0);
  });

  it('shows no ruling that was not seen', () => {
    const events = eventsUpTo(HISTORY, '2022-11-09T17:45:00.000Z', 'recorded');
    const [round] = stoodAfter(events, []).rounds;
    expect(round?.rulings).toEqual([]);
  });
});
