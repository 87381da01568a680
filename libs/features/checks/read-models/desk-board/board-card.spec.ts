import { recorded } from '#kernel/testing';
import type { CheckEvent } from '../../domain/check.events.js';
import type { Stage } from '../../domain/check.state.js';
import {
  accepted,
  ana,
  concernDismissed,
  concernRaised,
  dueDateSet,
  extended,
  inReview,
  offered,
  open,
  paused,
  publicationHeld,
  published,
  recusal,
  released,
  replyReceived,
  replyRequested,
  researching,
  ruled,
  rulingWithdrawn,
  running,
  scheduleCancelled,
  scheduled,
  setAside,
  setSeverity,
  shelved,
  stage,
  transferred,
  unproven,
  withApproval,
  withVersion,
} from '../../domain/testing/index.js';
import { boardCardOf } from './board-card.js';
import { boardCaseAfter, boardCaseOf } from './board-case.js';
import type { BoardCase, BoardEvent } from './board-case.js';
import { boardCard } from './desk-board.answer.js';
import { rowOf } from './desk-board.projection.js';
import { NEVER } from './desk-board.table.js';

const NOW = '2026-11-23T10:00:00.000Z';

describe('a card of the board', () => {
  it.each([
    ['2026-11-23T09:59:59.999Z', 'ok'],
    ['2026-11-23T10:00:00.000Z', 'due_soon'],
    ['2026-11-23T11:59:59.999Z', 'due_soon'],
    ['2026-11-23T12:00:00.000Z', 'missed'],
  ])('at %s is %s', (now, colour) => {
    const due = dueDateSet({ dueAt: '2026-11-23T12:00:00.000Z' });
    const card = cardAfter([...researching(), running('researching', 3), due], now);
    expect(card).toMatchObject({ stageClock: { colour }, caseClock: { colour } });
    expect(card.flags.includes('overdue')).toBe(colour === 'missed');
  });

  it('counts the two hours of a stage in working time, as its marks', () => {
    const monday = extended(3, { dueAt: '2026-11-23T09:00:00.000Z' });
    const past = [...researching(), running('researching', 3), monday];
    expect(cardAfter(past, '2026-11-20T18:59:59.999Z').stageClock?.colour).toBe('ok');
    expect(cardAfter(past, '2026-11-20T19:00:00.000Z').stageClock?.colour).toBe('due_soon');
  });

  it('says what is left of a clock that stands still, which is never late', () => {
    const card = cardAfter([...researching(), running('decided', 3), paused(3, 'PT1H')], '2026-12-24T10:00:00.000Z');
    expect(card.stageClock).toEqual({ colour: 'paused', remaining: 'PT1H', marks: [] });
    expect(card.flags).not.toContain('overdue');
  });

  it('has no clock where none runs', () => {
    const card = cardAfter([...open(), dueDateSet(), stage('published', 7)]);
    expect([card.stageClock, card.caseClock, card.flags]).toEqual([undefined, undefined, []]);
  });

  it.each(['reconciling', 'tie_break', 'deadlocked'] as const)('calls %s disputed', (name) => {
    expect(flagsIn(name, accepted('ben', 'researcher'))).toEqual(['disputed']);
  });

  it('is unassigned until somebody has accepted', () => {
    expect(flagsIn('open', [offered('ben', 'researcher')])).toEqual(['unassigned']);
    expect(flagsIn('open', accepted('ben', 'researcher'))).toEqual([]);
    expect(flagsIn('open', [...accepted('ben', 'researcher'), released('ben', 'researcher')])).toEqual(['unassigned']);
  });

  it('says when every ruling is in and none is opened', () => {
    const one = [...inReview(), ruled('cleo', unproven)];
    expect(cardAfter(one)).toMatchObject({ rulings: { in: 1, expected: 2 }, flags: [] });
    const all = [...one, ruled('dan', unproven)];
    expect(cardAfter(all)).toMatchObject({ rulings: { in: 2, expected: 2 }, flags: ['complete_not_revealed'] });
    expect(cardAfter([...all, stage('decided', 5)]).flags).toEqual([]);
    expect(cardAfter([...all, rulingWithdrawn('dan')])).toMatchObject({ rulings: { in: 1, expected: 2 }, flags: [] });
  });

  it('expects a replacement for a reviewer who left a sealed round, with his ruling', () => {
    const past = [...inReview(), ruled('cleo', unproven)];
    const recused = recusal('cleo', { setAsideRulingIds: ['ruling-cleo'] });
    expect(cardAfter([...past, recused]).rulings).toEqual({ in: 0, expected: 2 });
    expect(cardAfter([...past, transferred('dan', 'fay', 'reviewer')]).rulings).toEqual({ in: 1, expected: 2 });
    const added: CheckEvent = { type: 'ReviewerAdded', data: { round: 1, memberId: 'fay' } };
    expect(cardAfter([...past, added]).rulings).toEqual({ in: 1, expected: 3 });
    expect(cardAfter([...past, stage('reconciling', 5), recused]).rulings).toEqual({ in: 1, expected: 2 });
    expect(cardAfter([...past, setAside('returned')]).rulings).toEqual({ in: 0, expected: 0 });
  });

  it('shows until when an offer stands, and not of what was accepted', () => {
    const { assignees } = cardAfter([...open(), offered('ben', 'researcher'), ...accepted('cleo', 'reviewer')]);
    expect(assignees.map(({ memberId, expiresAt }) => [memberId, expiresAt])).toEqual([
      ['ben', '2026-11-23T12:00:00.000Z'],
      ['cleo', undefined],
    ]);
  });

  it('says whose side it waits for, and what came of what was asked', () => {
    const asked = [...researching(), replyRequested('rp1'), replyRequested('rp2'), replyReceived('rp2')];
    expect(cardAfter(asked).replies.map(({ replyId, status }) => [replyId, status])).toEqual([
      ['rp1', 'requested'],
      ['rp2', 'answered'],
    ]);
    expect(cardAfter(asked).flags).toContain('waiting_for_reply');
    expect(cardAfter([...asked, replyReceived('rp1')]).flags).not.toContain('waiting_for_reply');
  });

  it('says that a live version is looked at again, and that it has expired', () => {
    expect(cardAfter(withVersion())).toMatchObject({ liveVersion: 1, flags: [], assignees: [] });
    expect(cardAfter([...withVersion(), stage('open', 8)]).flags).toEqual(['unassigned', 'under_review']);
    expect(cardAfter(withVersion(), published.data.expiresAt).flags).toEqual(['expired']);
  });

  it('says that a publication is scheduled, or was held at its time', () => {
    const set = [...withApproval(), ...accepted('ben', 'researcher'), scheduled()];
    expect(cardAfter(set).flags).toEqual(['scheduled']);
    expect(cardAfter([...set, scheduleCancelled()]).flags).toEqual([]);
    expect(cardAfter([...set, publicationHeld()]).flags).toEqual(['publication_held']);
    expect(cardAfter([...set, publicationHeld(), stage('decided', 7)]).flags).toEqual([]);
    expect(cardAfter([...set, published, stage('published', 7)]).flags).toEqual([]);
  });

  it('is on the board while it rests, and late for nothing', () => {
    const past = [...researching(), running('researching', 3), dueDateSet(), shelved('researching')];
    const card = cardAfter([...past, stage('shelved', 4)], '2026-12-24T10:00:00.000Z');
    expect(card).toMatchObject({ stage: 'shelved', flags: [] });
    expect([card.stageClock, card.caseClock]).toEqual([undefined, undefined]);
  });

  it('shows a concern while it is open', () => {
    const other = concernRaised({ concernId: 'co2', ref: 'e1' });
    const past = [...withVersion(), concernRaised(), other, concernDismissed('co1')];
    expect(cardAfter(past).flags).toEqual(['concern']);
    expect(cardAfter([...past, concernDismissed('co2')]).flags).toEqual([]);
  });

  it('follows the claim: its words, its claimant, and in how many submissions it occurs', () => {
    const kim = { key: 'person:kim', name: 'Kim', kind: 'person' } as const;
    const more: readonly BoardEvent[] = [
      { type: 'ClaimNormalised', data: { text: 'Shells went to Russia', reason: 'It is shorter.' } },
      {
        type: 'ClaimAttributed',
        data: {
          claimant: kim,
          conveyors: [],
          voice: 'quoted',
          statedOn: { precision: 'unresolved' },
          reason: 'He said it.',
        },
      },
      { type: 'ClaimSubmissionAttached', data: { submissionId: 's2', spans: [], demand: 3 } },
    ];
    expect(cardAfter([...open(), ...more])).toMatchObject({
      claim: { text: 'Shells went to Russia', claimant: kim },
      demand: 3,
    });
  });

  it('is as described', () => {
    const past = [...inReview(), running('in_review', 5), dueDateSet(), replyRequested(), concernRaised()];
    expect(boardCard.safeParse(JSON.parse(JSON.stringify(cardAfter(past)))).error).toBeUndefined();
  });

  it('is the same whatever a sealed ruling says, and whoever entered it', () => {
    const [first, second] = [ruled('cleo', unproven), ruled('dan', unproven, { rationale: 'Quite another.' })];
    expect(caseAfter([...inReview(), first])).toEqual(caseAfter([...inReview(), second]));
  });
});

describe('the place of a card', () => {
  it('is by its severity, and then by the clock that ends first', () => {
    const past = [...researching(), running('researching', 3), dueDateSet({ dueAt: '2026-11-23T11:00:00.000Z' })];
    expect(rowAfter(past)).toMatchObject({ urgency: 2, dueAt: '2026-11-23T11:00:00.000Z' });
    const { data } = setSeverity(ana, { data: { severity: 'critical' } });
    const severe: CheckEvent = { type: 'CheckSeveritySet', data: { ...data, quorum: 3 } };
    expect(rowAfter([...past, severe])).toMatchObject({ urgency: 0, dueAt: '2026-11-23T11:00:00.000Z' });
  });

  it('is the last one where nothing runs', () => {
    expect(rowAfter(withVersion()).dueAt).toBe(NEVER);
    expect(rowAfter([...researching(), running('decided', 3), paused(3)]).dueAt).toBe(NEVER);
  });
});

const caseAfter = (past: readonly BoardEvent[]): BoardCase => {
  const [opened, ...rest] = past.map((event) => recorded(event, 'c4', ana));
  if (opened?.type !== 'CheckOpened') throw new Error('No check.');
  return rest.reduce(boardCaseAfter, boardCaseOf(opened, 1));
};

const rowAfter = (past: readonly BoardEvent[]) => rowOf(1, 'c4', caseAfter(past));

const cardAfter = (past: readonly BoardEvent[], now = NOW) => boardCardOf(rowAfter(past), now);

const flagsIn = (name: Stage, past: readonly CheckEvent[]) => cardAfter([...open(), ...past, stage(name, 2)]).flags;
