import { boardCardOf } from './board-card.js';
import { DeskBoardAssignmentRow, DeskBoardRow, NEVER } from './desk-board.table.js';

describe('a card of the board', () => {
  it.each([
    ['2022-11-09T09:29:59.999Z', 'ok'],
    ['2022-11-09T09:30:00.000Z', 'due_soon'],
    ['2022-11-09T11:29:59.999Z', 'due_soon'],
    ['2022-11-09T11:30:00.000Z', 'missed'],
  ])('at %s is %s', (now, colour) => {
    const row = rowWith({ stageDueAt: '2022-11-09T11:30:00.000Z', caseDueAt: '2022-11-09T11:30:00.000Z' });
    expect(boardCardOf(row, [], now)).toMatchObject({ stageClock: { colour }, caseClock: { colour } });
  });

  it('has no clock where none runs', () => {
    const card = boardCardOf(rowWith({ stage: 'published' }), [], '2022-11-09T09:00:00.000Z');
    expect([card.stageClock, card.caseClock, card.flags]).toEqual([undefined, undefined, []]);
  });

  it.each(['reconciling', 'tie_break', 'deadlocked'] as const)('calls %s disputed', (stage) => {
    expect(flagsOf({ stage }, ['accepted'])).toEqual(['disputed']);
  });

  it('is unassigned until somebody has accepted', () => {
    expect(flagsOf({ stage: 'open' }, ['offered'])).toEqual(['unassigned']);
    expect(flagsOf({ stage: 'open' }, ['offered', 'accepted'])).toEqual([]);
  });

  it('says when every ruling is in and none is opened', () => {
    const all = { stage: 'in_review', rulingsIn: 2, rulingsExpected: 2 } as const;
    expect(flagsOf(all, ['accepted'])).toEqual(['complete_not_revealed']);
    expect(flagsOf({ ...all, rulingsIn: 1 }, ['accepted'])).toEqual([]);
    expect(flagsOf({ ...all, stage: 'decided' }, ['accepted'])).toEqual([]);
  });

  it('shows until when an offer stands, and not of what was accepted', () => {
    const { assignees } = boardCardOf(rowWith({}), assignments(['offered', 'accepted']), '2022-11-09T09:00:00.000Z');
    expect(assignees.map(({ expiresAt }) => expiresAt)).toEqual(['2022-11-09T11:11:00.000Z', undefined]);
  });
});

type Status = DeskBoardAssignmentRow['status'];

const flagsOf = (changes: Partial<DeskBoardRow>, statuses: readonly Status[]) =>
  boardCardOf(rowWith(changes), assignments(statuses), '2022-11-09T09:00:00.000Z').flags;

const rowWith = (changes: Partial<DeskBoardRow>): DeskBoardRow =>
  Object.assign(new DeskBoardRow(), {
    deskId: 1,
    checkId: 'c4',
    claimText: 'North Korea supplies shells',
    language: 'en',
    claimant: { key: 'person:john-kirby', name: 'John Kirby', kind: 'person' },
    severity: 'medium',
    urgency: 2,
    stage: 'open',
    stageNo: 1,
    cycle: 1,
    stageDueAt: NEVER,
    stageMarks: [],
    caseDueAt: NEVER,
    caseMarks: [],
    rulingsIn: 0,
    rulingsExpected: 0,
    liveVersion: 0,
    ...changes,
  });

const assignments = (statuses: readonly Status[]): readonly DeskBoardAssignmentRow[] =>
  statuses.map((status, place) =>
    Object.assign(new DeskBoardAssignmentRow(), {
      assignmentId: `a${place}`,
      memberId: 'ben',
      capacity: 'researcher',
      status,
      expiresAt: '2022-11-09T11:11:00.000Z',
    }),
  );
