import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import {
  accepted,
  agreed,
  ana,
  ben,
  claim,
  cleo,
  enters,
  eva,
  factsOf,
  fiveStep,
  hal,
  inReview,
  job,
  marks,
  offered,
  open,
  openRound,
  policyWith,
  readyForReview,
  researched,
  roundOpened,
  stage,
  withVersion,
} from './testing/index.js';

const given = specify(checkDecider);

const ruling = enters(
  'in_review',
  4,
  'ready_for_review',
  marks('2026-11-23T18:00:00.000Z', { before: '2026-11-23T16:00:00.000Z', after: '2026-11-24T10:00:00.000Z' }),
);

describe('opening a round', () => {
  it('pins reviewers, quorum, evidence set, claim, scale and policy', () => {
    given(...readyForReview())
      .when(openRound(ana, ['cleo', 'dan']))
      .thenEvents(roundOpened(['cleo', 'dan']), ruling);
    given(...readyForReview())
      .when(openRound(eva, ['dan', 'cleo'], { facts: { claim: { ...claim, revision: 2 } } }))
      .thenEvents(roundOpened(['dan', 'cleo'], { claimRevision: 2 }), ruling);
  });

  it('takes quorum and agreement of the severity, and blindness, from the policy', () => {
    const high = { claim: { severity: 'high' }, policy: policyWith({ review: { blind: false } }) } as const;
    given(...readyForReview(high), ...accepted('fay', 'reviewer'))
      .when(openRound(ana, ['cleo', 'dan', 'fay']))
      .thenEvents(roundOpened(['cleo', 'dan', 'fay'], { quorum: 3, agreement: 'majority', blind: false }), ruling);
  });

  it('counts a reviewer named twice once', () => {
    given(...readyForReview())
      .when(openRound(ana, ['cleo', 'cleo', 'dan']))
      .thenEvents(roundOpened(['cleo', 'dan']), ruling);
    given(...readyForReview())
      .when(openRound(ana, ['cleo', 'cleo']))
      .thenRefused('check/quorum-too-small');
  });

  it('refuses to confirm what was never published', () => {
    given(...readyForReview())
      .when(openRound(ana, [], { data: { purpose: 'confirm' } }))
      .thenRefused('check/confirm-needs-live-version');
  });

  it('confirms what is published with fewer reviewers, where the policy lets it', () => {
    const published = [...withVersion(), stage('ready_for_review', 10), ...accepted('cleo', 'reviewer')];
    given(...published)
      .when(openRound(ana, ['cleo'], { data: { purpose: 'confirm' } }))
      .thenEvents(
        roundOpened(['cleo'], { round: 2, purpose: 'confirm', quorum: 1 }),
        enters(
          'in_review',
          11,
          'ready_for_review',
          marks('2026-11-23T18:00:00.000Z', { before: '2026-11-23T16:00:00.000Z', after: '2026-11-24T10:00:00.000Z' }),
        ),
      );
    given(...published)
      .when(openRound(ana, ['cleo']))
      .thenRefused('check/quorum-too-small');
    given(...published)
      .when(openRound(ana, [], { data: { purpose: 'confirm' } }))
      .thenRefused('check/quorum-too-small');
  });

  it('tests each of these in its turn', () => {
    const merged = { claim: { ...claim, status: 'merged' }, members: [conflicted('cleo')] } as const;
    const past = [...readyForReview(), ...accepted('dan', 'researcher').slice(1)];
    const ask = (reviewers: readonly string[], purpose: 'full' | 'confirm' = 'full') =>
      given(...past).when(openRound(ana, reviewers, { data: { purpose }, facts: { ...merged, scale: undefined } }));
    ask(['zoe'], 'confirm').thenRefused('check/confirm-needs-live-version');
    ask(['zoe']).thenRefused('check/quorum-too-small');
    ask(['zoe', 'dan']).thenRefused('check/reviewer-not-assigned');
    ask(['cleo', 'dan']).thenRefused('check/reviewer-not-independent');
  });

  it('refuses fewer reviewers than the policy asks for', () => {
    given(...readyForReview())
      .when(openRound(ana, ['stranger']))
      .thenRefused('check/quorum-too-small');
    given(...readyForReview({ claim: { severity: 'critical' } }))
      .when(openRound(ana, ['cleo', 'dan']))
      .thenRefused('check/quorum-too-small');
    given(...readyForReview({ claim: { severity: 'low' } }))
      .when(openRound(ana, ['cleo']))
      .thenEvents(roundOpened(['cleo'], { quorum: 1 }), ruling);
  });

  it('refuses who has not agreed to review', () => {
    for (const stranger of ['fay', 'ben'])
      given(...readyForReview(), offered('fay', 'reviewer'))
        .when(openRound(ana, ['cleo', stranger]))
        .thenRefused('check/reviewer-not-assigned');
  });

  it('refuses a reviewer who has meanwhile worked on the evidence', () => {
    const past = [...researched(), ...accepted('cleo', 'reviewer'), ...accepted('dan', 'reviewer')];
    given(...past, ...accepted('dan', 'researcher').slice(1), ...readyForReview().slice(-2))
      .when(openRound(ana, ['cleo', 'dan'], { facts: { members: [conflicted('cleo')] } }))
      .thenRefused('check/reviewer-not-independent');
  });

  it('refuses a reviewer who has meanwhile declared an interest', () => {
    given(...readyForReview())
      .when(
        openRound(ana, ['cleo', 'dan'], {
          facts: { members: [factsOf(cleo), conflicted('dan')], claim: { ...claim, status: 'merged' } },
        }),
      )
      .thenRefused('check/conflict-of-interest');
  });

  it('refuses a claim that was merged', () => {
    given(...readyForReview())
      .when(openRound(ana, ['cleo', 'dan'], { facts: { claim: { ...claim, status: 'merged' } } }))
      .thenRefused('check/claim-merged');
  });

  it('refuses a scale that was not published', () => {
    given(...readyForReview())
      .when(openRound(ana, ['cleo', 'dan'], { facts: { scale: undefined } }))
      .thenRefused('check/scale-unknown');
  });

  it('names the version that was seen', () => {
    expect(checkDecider.rules.OpenRound.versioned).toBe(true);
  });

  it('is possible only once the check is ready for it', () => {
    for (const past of [open(), researched(), inReview(), agreed(), withVersion()])
      given(...past)
        .when(openRound(ana, ['cleo', 'dan']))
        .thenRefused('check/wrong-stage');
    given()
      .when(openRound(ana, ['cleo', 'dan']))
      .thenRefused('check/not-found');
  });

  it('is for editors and approvers', () => {
    for (const actor of [ben, cleo, hal])
      given(...readyForReview())
        .when(openRound(actor, ['cleo', 'dan']))
        .thenRefused('desk/role-missing');
    given(...readyForReview())
      .when(openRound(job('rounds'), ['cleo', 'dan']))
      .thenRefused('desk/service-forbidden');
  });

  it('pins the whole scale, with every label', () => {
    expect(roundOpened([]).data).toHaveProperty('scale.labels', fiveStep.labels);
  });
});

const conflicted = (id: string) => factsOf({ id, roles: ['reviewer'] }, { interests: ['person:john-kirby'] });
