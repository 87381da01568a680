import { decide, stateOf } from '#kernel';
import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import type { CheckEvent } from './check.events.js';
import {
  accepted,
  agreed,
  also,
  ana,
  ben,
  cleo,
  enters,
  eva,
  fay,
  gus,
  hal,
  inReview,
  job,
  marks,
  offered,
  open,
  recusal,
  reconciling,
  recuse,
  release,
  released,
  researching,
  roundOpened,
  ruled,
  setAside,
  stage,
  unproven,
  withApproval,
  withDraft,
  withVersion,
} from './testing/index.js';

const given = specify(checkDecider);

const timer = job('release-assignments');

/** Into the stage for which somebody is to be found again. */
const entersOpen = enters(
  'open',
  3,
  'researching',
  marks('2026-11-23T12:00:00.000Z', { after: '2026-11-23T16:00:00.000Z' }),
);

const entersReady = (no: number, left: 'reconciling' | 'tie_break' | 'deadlocked' | 'decided' | 'approved') =>
  enters('ready_for_review', no, left, marks('2026-11-23T12:00:00.000Z', { after: '2026-11-23T16:00:00.000Z' }));

const tieBreak: readonly CheckEvent[] = [...reconciling(), stage('tie_break', 6)];
const deadlocked: readonly CheckEvent[] = [...tieBreak, stage('deadlocked', 7)];

describe('releasing an assignment', () => {
  it('records whose it was, as what, and why', () => {
    given(...inReview())
      .when(release(ana, 'cleo-reviewer', { data: { note: 'On leave.' } }))
      .thenEvents(released('cleo', 'reviewer', { note: 'On leave.' }));
  });

  it('takes back an offer that nobody has answered', () => {
    given(...open(), offered('ben', 'researcher'))
      .when(release(eva, 'ben-researcher'))
      .thenEvents(released('ben', 'researcher'));
  });

  it('sends the check back for a researcher when the last one leaves', () => {
    given(...researching())
      .when(release(ana, 'ben-researcher'))
      .thenEvents(released('ben', 'researcher'), entersOpen);
  });

  it.each<[string, readonly CheckEvent[], string]>([
    ['another one researches', [...researching(), ...accepted('dan', 'researcher')], 'ben-researcher'],
    ['somebody was only asked to research', [...researching(), offered('dan', 'researcher')], 'dan-researcher'],
    ['a reviewer leaves', [...researching(), ...accepted('cleo', 'reviewer')], 'cleo-reviewer'],
  ])('leaves it where it is while %s', (_, past, assignmentId) => {
    expect(typesAfter(past, release(ana, assignmentId))).toEqual(['AssignmentReleased']);
  });

  it('is done by the member himself too, as no more than a member', () => {
    const state = stateOf(checkDecider, researching());
    const left = decide(checkDecider, state, release(ben, 'ben-researcher', { data: { code: 'own_wish' } }));
    expect(left.as).toBe('member');
    expect(left.events[0]).toEqual(released('ben', 'researcher', { code: 'own_wish' }));
  });

  it('is not done twice by who has left, and by others not at all', () => {
    const past = [...inReview(), released('cleo', 'reviewer')];
    given(...past)
      .when(release(cleo, 'cleo-reviewer'))
      .thenNothing();
    given(...past)
      .when(release(timer, 'cleo-reviewer'))
      .thenNothing();
    given(...past)
      .when(release(ana, 'cleo-reviewer'))
      .thenRefused('check/assignment-ended');
    given(...past)
      .when(release(timer, 'nobody-reviewer'))
      .thenNothing();
    given(...past)
      .when(release(ana, 'nobody-reviewer'))
      .thenRefused('check/assignment-ended');
  });

  it('is refused to everybody else', () => {
    for (const other of [cleo, gus, hal])
      given(...researching())
        .when(release(other, 'ben-researcher'))
        .thenRefused('desk/not-yours');
  });

  it('is possible until the verdict is published', () => {
    given(...withVersion())
      .when(release(ana, 'ben-researcher'))
      .thenRefused('check/wrong-stage');
    given(...withVersion())
      .when(release(timer, 'ben-researcher'))
      .thenNothing();
    expect(typesAfter(withApproval(), release(ana, 'cleo-reviewer'))).toEqual(['AssignmentReleased']);
  });

  it('does not take a ruling out of a sealed round, except where rights were lost', () => {
    const past = [...inReview(), ruled('cleo', unproven)];
    for (const actor of [ana, also(cleo, 'editor'), cleo])
      given(...past)
        .when(release(actor, 'cleo-reviewer'))
        .thenRefused('check/ruling-submitted');
    given(...past)
      .when(release(timer, 'cleo-reviewer'))
      .thenEvents(released('cleo', 'reviewer', { code: 'role_lost', setAsideRulingIds: ['ruling-cleo'] }));
  });

  it('looks at rulings only where somebody leaves as reviewer', () => {
    const past = [...inReview(), ...accepted('cleo', 'approver'), ruled('cleo', unproven)];
    given(...past)
      .when(release(ana, 'cleo-approver'))
      .thenEvents(released('cleo', 'approver'));
    expect(stateOf(checkDecider, [...past, released('cleo', 'approver')]).round?.reviewers).toEqual(['cleo', 'dan']);
  });

  it.each([
    ['reconciling', reconciling(), 6],
    ['tie_break', tieBreak, 7],
    ['deadlocked', deadlocked, 8],
  ] as const)('of one who ruled sets a round aside that is %s, whoever does it', (left, past, no) => {
    for (const actor of [ana, cleo, timer])
      given(...past)
        .when(release(actor, 'cleo-reviewer'))
        .thenEvents(
          released('cleo', 'reviewer', { code: actor === timer ? 'role_lost' : 'editor' }),
          setAside('reviewers_lost'),
          entersReady(no, left),
        );
  });

  it('of one who did not rule in it leaves the dispute as it is', () => {
    const past = [...tieBreak, ...accepted('fay', 'tie_breaker'), ...accepted('cleo', 'approver')];
    for (const id of ['fay-tie_breaker', 'cleo-approver'])
      expect(typesAfter(past, release(ana, id))).toEqual(['AssignmentReleased']);
  });
});

describe('recusing oneself', () => {
  it('ends each assignment of that member, and says which', () => {
    given(...inReview(), offered('cleo', 'approver'))
      .when(recuse(cleo))
      .thenEvents(recusal('cleo', { assignmentIds: ['cleo-reviewer', 'cleo-approver'] }));
  });

  it('is possible without one, and only to who may be asked at all', () => {
    given(...open())
      .when(recuse(fay))
      .thenEvents(recusal('fay'));
    given(...open())
      .when(recuse(gus))
      .thenRefused('desk/role-missing');
    given(...open())
      .when(recuse(timer))
      .thenRefused('desk/service-forbidden');
    given(...withVersion())
      .when(recuse(fay))
      .thenRefused('check/wrong-stage');
  });

  it('is done once', () => {
    given(...open(), recusal('fay'))
      .when(recuse(fay))
      .thenNothing();
  });

  it('takes one’s entry out of a sealed round', () => {
    given(...inReview(), ruled('cleo', unproven))
      .when(recuse(cleo))
      .thenEvents(recusal('cleo', { assignmentIds: ['cleo-reviewer'], setAsideRulingIds: ['ruling-cleo'] }));
  });

  it('sends the check back for a researcher when the last one leaves', () => {
    given(...researching())
      .when(recuse(ben))
      .thenEvents(recusal('ben', { assignmentIds: ['ben-researcher'] }), entersOpen);
  });

  it.each([
    ['reconciling', reconciling(), 6],
    ['tie_break', tieBreak, 7],
    ['deadlocked', deadlocked, 8],
    ['decided', withDraft(), 6],
    ['approved', withApproval(), 7],
  ] as const)('sets a round aside that was opened and rests on one’s ruling: %s', (left, past, no) => {
    given(...past)
      .when(recuse(cleo))
      .thenEvents(recusal('cleo', { assignmentIds: ['cleo-reviewer'] }), setAside('recusal'), entersReady(no, left));
  });

  it('leaves a round as it is in which one did not rule', () => {
    expect(typesAfter(withApproval(), recuse(ben))).toEqual(['MemberRecused']);
    expect(typesAfter(agreed(), recuse(fay))).toEqual(['MemberRecused']);
  });
});

describe('a sealed round that a reviewer leaves', () => {
  const three = inReview({}, roundOpened(['cleo', 'dan', 'fay']));

  it('expects him no more, and does not count what he entered', () => {
    const past = [...three, ruled('cleo', unproven), ruled('dan', unproven)];
    const left = recusal('cleo', { assignmentIds: ['cleo-reviewer'], setAsideRulingIds: ['ruling-cleo'] });
    const { round, people, rulingIds } = stateOf(checkDecider, [...past, left]);
    expect(round?.reviewers).toEqual(['dan', 'fay']);
    expect(round?.rulings.map(({ rulingId }) => rulingId)).toEqual(['ruling-dan']);
    expect(people).toMatchObject({ everRuled: ['cleo', 'dan'], ruled: ['cleo', 'dan'], setAside: ['cleo'] });
    expect(rulingIds).toEqual(['ruling-cleo', 'ruling-dan']);
  });

  it('keeps its reviewers when somebody leaves another capacity, or it was opened before', () => {
    expect(stateOf(checkDecider, [...three, released('fay', 'approver')]).round?.reviewers).toContain('fay');
    expect(stateOf(checkDecider, [...reconciling(), released('cleo', 'reviewer')]).round?.reviewers).toContain('cleo');
  });
});

const typesAfter = (past: readonly CheckEvent[], command: ReturnType<typeof release | typeof recuse>) =>
  decide(checkDecider, stateOf(checkDecider, past), command).events.map(({ type }) => type);
