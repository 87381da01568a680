import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import type { CheckEvent, RulingAmended } from './check.events.js';
import {
  NOW,
  accepted,
  agreed,
  also,
  amend,
  amended,
  ana,
  ben,
  cleo,
  dan,
  decided,
  enters,
  eva,
  factsOf,
  fay,
  hal,
  inReview,
  isFalse,
  job,
  marks,
  mostlyTrue,
  opinion,
  pins,
  policyWith,
  readyForReview,
  reconciling,
  rule,
  ruled,
  roundOpened,
  stage,
  unproven,
  withVersion,
} from './testing/index.js';

const given = specify(checkDecider);

const conflicted = { member: factsOf(cleo, { interests: ['person:john-kirby'] }) };

const asSubmitted = (
  reviewerId: string,
  changes: Partial<ReturnType<typeof opinion>> = {},
  revealAt = NOW,
): CheckEvent => ({
  type: 'RulingSubmitted',
  data: {
    rulingId: `ruling-${reviewerId}`,
    round: 1,
    ...opinion(changes),
    entry: 1,
    reviewerId,
    revealAt,
    ...pins,
  },
});

const departing = { precedents: [{ checkId: 'c9', finding: 'supported' }] } as const;

describe('submitting a ruling', () => {
  it('records it under its author, with everything it rests on', () => {
    given(...inReview())
      .when(rule(cleo))
      .thenEvents(asSubmitted('cleo'));
    given(...inReview(), ruled('cleo', unproven))
      .when(rule(dan, { data: mostlyTrue }))
      .thenEvents(asSubmitted('dan', mostlyTrue));
  });

  it('leaves the time of the policy for a last amendment', () => {
    given(...inReview({ policy: policyWith({ review: { revealDelay: 'PT30M' } }) }))
      .when(rule(cleo))
      .thenEvents(asSubmitted('cleo', {}, '2026-11-23T10:30:00.000Z'));
  });

  it('refuses a reviewer who is not in this round', () => {
    given(...readyForReview(), ...accepted('fay', 'reviewer'), roundOpened(['cleo', 'dan']), stage('in_review', 4))
      .when(rule(also(fay, 'reviewer'), { data: { round: 9 } }))
      .thenRefused('desk/not-yours');
  });

  it('refuses another round than the one at hand', () => {
    for (const round of [0, 2])
      given(...inReview())
        .when(rule(cleo, { data: { round }, facts: conflicted }))
        .thenRefused('check/round-closed');
  });

  it('refuses who has meanwhile worked on the evidence', () => {
    given(...inReview(), ...accepted('cleo', 'researcher'))
      .when(rule(cleo, { facts: conflicted }))
      .thenRefused('check/reviewer-not-independent');
  });

  it('refuses who has an interest in a party', () => {
    given(...inReview(), ruled('cleo', unproven))
      .when(rule(cleo, { facts: conflicted }))
      .thenRefused('check/conflict-of-interest');
  });

  it('refuses a second ruling, under whatever id', () => {
    const past = given(...inReview(), ruled('cleo', unproven));
    past.when(rule(cleo)).thenRefused('check/already-ruled');
    past.when(rule(cleo, { data: { rulingId: 'another', label: 'no-such' } })).thenRefused('check/already-ruled');
  });

  it('refuses a label that the scale does not have', () => {
    given(...inReview())
      .when(rule(cleo, { data: { label: 'pants-on-fire', linkIds: ['l9'] } }))
      .thenRefused('check/label-unknown');
  });

  it('refuses a finding for which the label does not stand', () => {
    given(...inReview())
      .when(rule(cleo, { data: { label: 'false', finding: 'supported', linkIds: ['l9'] } }))
      .thenRefused('check/finding-does-not-fit-label');
  });

  it('refuses to cite what is not linked', () => {
    given(...inReview())
      .when(rule(cleo, { data: { linkIds: ['l1', 'l9'] }, facts: departing }))
      .thenRefused('check/link-unknown');
  });

  it('refuses to pass over another finding on a linked claim in silence', () => {
    given(...inReview())
      .when(rule(cleo, { facts: departing }))
      .thenRefused('check/precedent-not-answered');
    const departure = 'That claim was about another year.';
    given(...inReview())
      .when(rule(cleo, { data: { departure }, facts: departing }))
      .thenEvents(asSubmitted('cleo', { departure }));
    given(...inReview())
      .when(rule(cleo, { facts: { precedents: [{ checkId: 'c9', finding: 'insufficient_evidence' }] } }))
      .thenEvents(asSubmitted('cleo'));
    given(...inReview({ policy: policyWith({ review: { answerPrecedents: false } }) }))
      .when(rule(cleo, { facts: departing }))
      .thenEvents(asSubmitted('cleo'));
  });

  it('refuses an id that is taken', () => {
    given(...inReview(), ruled('cleo', unproven))
      .when(rule(dan, { data: { rulingId: 'ruling-cleo' } }))
      .thenRefused('check/id-taken');
  });

  it('is for reviewers of this check', () => {
    given(...inReview())
      .when(rule(cleo, { facts: { member: undefined } }))
      .thenRefused('desk/not-yours');
    given(...inReview())
      .when(rule(ben))
      .thenRefused('desk/not-yours');
    for (const actor of [ana, eva, hal])
      given(...inReview())
        .when(rule(actor))
        .thenRefused('desk/role-missing');
    given(...inReview())
      .when(rule(job('rulings')))
      .thenRefused('desk/service-forbidden');
  });

  it('is possible only in review', () => {
    for (const past of [readyForReview(), reconciling(), agreed(), withVersion()])
      given(...past)
        .when(rule(cleo))
        .thenRefused('check/wrong-stage');
  });
});

describe('amending a ruling', () => {
  const sealed = given(...inReview(), ruled('dan', mostlyTrue));
  it('adds an entry while the round is sealed', () => {
    sealed.when(amend(dan)).thenEvents(asAmended('sealed', NOW));
  });

  it('numbers the entries', () => {
    const again = asAmended('sealed', NOW);
    given(...inReview(), ruled('dan', mostlyTrue), amended('dan', isFalse))
      .when(amend(dan))
      .thenEvents({ ...again, data: { ...again.data, entry: 3 } });
  });

  it('puts the reveal off by the time of the policy', () => {
    given(...inReview({ policy: policyWith({ review: { revealDelay: 'PT1H' } }) }), ruled('dan', mostlyTrue))
      .when(amend(dan))
      .thenEvents(asAmended('sealed', '2026-11-23T11:00:00.000Z'));
  });

  it('in reconciliation adds an entry, and decides the round where it brings agreement', () => {
    given(...reconciling())
      .when(amend(dan))
      .thenEvents(
        asAmended('reconciliation'),
        decided(unproven),
        enters('decided', 6, 'reconciling', marks('2026-11-23T12:00:00.000Z', { after: '2026-11-23T16:00:00.000Z' })),
      );
    const other = asAmended('reconciliation');
    given(...reconciling())
      .when(amend(dan, { data: isFalse }))
      .thenEvents({ ...other, data: { ...other.data, ...isFalse } });
  });

  it('is one’s own affair, and says no more of rulings that are another’s than of those that are not', () => {
    sealed.when(amend(cleo, { data: { rulingId: 'ruling-dan' } })).thenRefused('desk/not-yours');
    sealed.when(amend(cleo, { data: { rulingId: 'unheard-of' } })).thenRefused('desk/not-yours');
    sealed.when(amend(ben, { data: { rulingId: 'ruling-dan' } })).thenRefused('desk/not-yours');
  });

  it('asks again what the ruling asked', () => {
    given(...inReview(), ruled('dan', mostlyTrue), ...accepted('dan', 'researcher'))
      .when(amend(dan))
      .thenRefused('check/reviewer-not-independent');
    sealed
      .when(amend(dan, { facts: { member: factsOf(dan, { interests: ['person:john-kirby'] }) } }))
      .thenRefused('check/conflict-of-interest');
    for (const past of [sealed, given(...reconciling())]) {
      past.when(amend(dan, { data: { label: 'pants-on-fire' } })).thenRefused('check/label-unknown');
      past.when(amend(dan, { data: { finding: 'refuted' } })).thenRefused('check/finding-does-not-fit-label');
      past.when(amend(dan, { data: { linkIds: ['l9'] } })).thenRefused('check/link-unknown');
      past.when(amend(dan, { facts: departing })).thenRefused('check/precedent-not-answered');
    }
  });

  it('is possible only in review and in reconciliation', () => {
    for (const past of [readyForReview(), agreed(), [...reconciling(), stage('tie_break', 6)], withVersion()])
      given(...past)
        .when(amend(dan))
        .thenRefused('check/wrong-stage');
  });

  it('is for reviewers alone', () => {
    for (const actor of [ana, eva, hal]) sealed.when(amend(actor)).thenRefused('desk/role-missing');
    sealed.when(amend(job('rulings'))).thenRefused('desk/service-forbidden');
  });
});

const asAmended = (when: 'sealed' | 'reconciliation', revealAt?: string): RulingAmended => ({
  type: 'RulingAmended',
  data: {
    rulingId: 'ruling-dan',
    round: 1,
    ...opinion(),
    reason: 'All support is from one origin group.',
    entry: 2,
    reviewerId: 'dan',
    when,
    ...(revealAt === undefined ? {} : { revealAt }),
    ...pins,
  },
});
