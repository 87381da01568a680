import { stateOf } from '#kernel';
import type { Actor } from '#kernel';
import { recorded } from '#kernel/testing';
import { checkDecider } from '../../domain/check.decider.js';
import type { CheckEvent } from '../../domain/check.events.js';
import { NO_HIDDEN_LINKS } from '../../domain/hidden-links.js';
import {
  accepted,
  ana,
  dan,
  inReview,
  offered,
  open,
  published,
  reconciling,
  recusal,
  released,
  researching,
  ruled,
  setAside,
  stage,
  transferred,
  unproven,
  withApproval,
} from '../../domain/testing/index.js';
import { checkIn } from './check-page.fold.js';
import { seenBy } from './seen.js';

const RECORDED = '2026-11-22T10:00:01.000Z';

describe('the assignments of a check', () => {
  it('say who was asked by whom, until when, and who has accepted', () => {
    expect(assignmentsOf([...open(), offered('ben', 'researcher')])).toEqual([
      {
        assignmentId: 'ben-researcher',
        memberId: 'ben',
        capacity: 'researcher',
        status: 'offered',
        offeredAt: RECORDED,
        offeredBy: 'ana',
        expiresAt: '2026-11-23T12:00:00.000Z',
      },
    ]);
    expect(assignmentsOf(researching())).toMatchObject([{ status: 'accepted', acceptedAt: RECORDED }]);
  });

  it.each<[string, CheckEvent, object]>([
    [
      'declined',
      {
        type: 'AssignmentDeclined',
        data: { assignmentId: 'ben-researcher', memberId: 'ben', code: 'busy', note: 'Two others are due today.' },
      },
      { code: 'busy', reason: 'Two others are due today.' },
    ],
    ['expired', { type: 'AssignmentExpired', data: { assignmentId: 'ben-researcher', memberId: 'ben' } }, {}],
    [
      'released',
      released('ben', 'researcher', { code: 'role_lost', note: 'Is an editor now.' }),
      { code: 'role_lost', reason: 'Is an editor now.' },
    ],
    [
      'recused',
      recusal('ben', { assignmentIds: ['ben-researcher'] }),
      { code: 'relationship', reason: 'My brother works for the claimant.' },
    ],
    [
      'transferred',
      transferred('ben', 'dan', 'researcher'),
      { reason: 'On leave from tomorrow on.', to: { assignmentId: 'dan-researcher', memberId: 'dan' } },
    ],
  ])('say how each ended, and why: %s', (status, event, why) => {
    const [first] = assignmentsOf([...open(), offered('ben', 'researcher'), event]);
    expect(first).toMatchObject({ status, ended: { at: RECORDED, by: 'ana', ...why } });
  });

  it('say from whom one came that was handed on, and why', () => {
    const [, second] = assignmentsOf([...researching(), transferred('ben', 'dan', 'researcher')]);
    expect(second).toMatchObject({
      assignmentId: 'dan-researcher',
      memberId: 'dan',
      status: 'offered',
      transferredFrom: { assignmentId: 'ben-researcher', memberId: 'ben', reason: 'On leave from tomorrow on.' },
    });
  });

  it('end with the publication', () => {
    const all = assignmentsOf([...withApproval(), offered('eva', 'approver'), published, stage('published', 7)]);
    expect(all.map(({ status }) => status)).toEqual(['completed', 'completed', 'completed', 'expired']);
    for (const { ended } of all) expect(ended).toEqual({ at: RECORDED, by: 'ana' });
  });

  it('tell a reviewer why another left a sealed round', () => {
    const past = [
      ...inReview(),
      ruled('cleo', unproven),
      released('cleo', 'reviewer', { setAsideRulingIds: ['ruling-cleo'] }),
    ];
    expect(assignmentsOf(past, dan).find(({ memberId }) => memberId === 'cleo')).toMatchObject({
      status: 'released',
      ended: { code: 'editor' },
    });
  });
});

describe('a round that somebody leaves', () => {
  const left = recusal('cleo', { assignmentIds: ['cleo-reviewer'], setAsideRulingIds: ['ruling-cleo'] });
  const past: readonly CheckEvent[] = [
    ...inReview(),
    ruled('cleo', unproven),
    left,
    ...accepted('gil', 'reviewer'),
    { type: 'ReviewerAdded', data: { round: 1, memberId: 'gil' } },
  ];

  it('shows who is in it now, who left, and what counts', () => {
    expect(roundOf(past)).toMatchObject({
      reviewers: ['dan', 'gil'],
      left: ['cleo'],
      rulingsIn: 0,
      rulingsExpected: 2,
      setAsideRulingIds: ['ruling-cleo'],
      sealed: [{ rulingId: 'ruling-cleo' }],
    });
  });

  it('does not show the others whether he had ruled', () => {
    const seen = roundOf(past, dan);
    expect(seen).toMatchObject({ left: ['cleo'], rulingsIn: 1, setAsideRulingIds: [], sealed: [] });
    const other = past.map((event) =>
      event.type === 'RulingSubmitted' ? ruled('dan', unproven) : event === left ? recusal('cleo') : event,
    );
    expect(roundOf(other, dan)).toMatchObject({ left: ['cleo'], rulingsIn: 1, setAsideRulingIds: [] });
  });

  it('keeps its reviewers when somebody leaves after the reveal, or as something else', () => {
    const later = [...reconciling(), released('cleo', 'reviewer'), setAside('reviewers_lost')];
    expect(roundOf(later)).toMatchObject({
      reviewers: ['cleo', 'dan'],
      left: [],
      setAside: { reason: 'reviewers_lost', at: RECORDED },
    });
    expect(roundOf([...inReview(), released('cleo', 'approver')])).toMatchObject({ reviewers: ['cleo', 'dan'] });
    expect(roundOf([...inReview(), transferred('cleo', 'gil', 'reviewer')])).toMatchObject({ reviewers: ['dan'] });
  });
});

const pageOf = (past: readonly CheckEvent[], viewer: Actor = ana) => {
  const state = stateOf(checkDecider, past);
  const stream = past.map((event, place) => ({ ...recorded(event, 'c4', ana), version: place + 1 }));
  return checkIn(seenBy(viewer, stream, state, NO_HIDDEN_LINKS), state, () => undefined);
};

const assignmentsOf = (...asked: Parameters<typeof pageOf>) => pageOf(...asked)?.assignments ?? [];

const roundOf = (...asked: Parameters<typeof pageOf>) => pageOf(...asked)?.rounds[0];
