import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import {
  accepted,
  agreed,
  amend,
  ana,
  ben,
  cleo,
  dan,
  decided,
  disagreed,
  enters,
  eva,
  hal,
  inReview,
  inTieBreak,
  isFalse,
  job,
  marks,
  mostlyTrue,
  opinion,
  readyForReview,
  reconciling,
  released,
  reveal,
  revealed,
  rule,
  ruled,
  rulingWithdrawn,
  stage,
  unproven,
  withVersion,
  withdrawRuling,
} from './testing/index.js';

const given = specify(checkDecider);

describe('withdrawing a ruling', () => {
  const sealed = given(...inReview(), ruled('cleo', unproven));
  const withdrawn = given(...inReview(), ruled('cleo', unproven), rulingWithdrawn('cleo'));

  it('takes one’s own ruling back', () => {
    sealed.when(withdrawRuling(cleo)).thenEvents(rulingWithdrawn('cleo'));
  });

  it('lets its author rule again, under a new id', () => {
    withdrawn
      .when(rule(cleo, { data: { rulingId: 'another' } }))
      .thenEvents(ruled('cleo', unproven, { rulingId: 'another', ...opinion() }));
    withdrawn.when(rule(cleo)).thenRefused('check/id-taken');
  });

  it('leaves nothing that could be amended, or withdrawn once more', () => {
    withdrawn.when(withdrawRuling(cleo)).thenRefused('check/ruling-withdrawn');
    withdrawn.when(amend(cleo, { data: { label: 'no-such' } })).thenRefused('check/ruling-withdrawn');
    const again = [ruled('cleo', mostlyTrue, { rulingId: 'another' })];
    const ruledAgain = given(...inReview(), ruled('cleo', unproven), rulingWithdrawn('cleo'), ...again);
    ruledAgain.when(amend(cleo)).thenRefused('check/ruling-withdrawn');
    ruledAgain
      .when(withdrawRuling(cleo, { data: { rulingId: 'another' } }))
      .thenEvents(rulingWithdrawn('cleo', { rulingId: 'another' }));
  });

  it('leaves nothing to amend in reconciliation either', () => {
    given(
      ...inReview(),
      ruled('cleo', isFalse),
      rulingWithdrawn('cleo'),
      ruled('cleo', unproven, { rulingId: 'another' }),
      ruled('dan', mostlyTrue),
      revealed('cleo', 'dan'),
      disagreed,
      stage('reconciling', 5),
    )
      .when(amend(cleo))
      .thenRefused('check/ruling-withdrawn');
  });

  it('and so does a ruling that was set aside when its author left, once he is back', () => {
    const gone = released('cleo', 'reviewer', { code: 'role_lost', setAsideRulingIds: ['ruling-cleo'] });
    const joined = { type: 'ReviewerAdded', data: { round: 1, memberId: 'cleo' } } as const;
    const back = given(...inReview(), ruled('cleo', unproven), gone, ...accepted('cleo', 'reviewer'), joined);
    back.when(withdrawRuling(cleo)).thenRefused('check/ruling-withdrawn');
    back.when(amend(cleo)).thenRefused('check/ruling-withdrawn');
    back
      .when(rule(cleo, { data: { rulingId: 'another' } }))
      .thenEvents(ruled('cleo', unproven, { rulingId: 'another', ...opinion() }));
  });

  it('makes the round wait, and another ruling counts in its place', () => {
    given(...inReview(), ruled('cleo', mostlyTrue), ruled('dan', unproven), rulingWithdrawn('cleo'))
      .when(reveal())
      .thenNothing();
    given(
      ...inReview(),
      ruled('cleo', mostlyTrue),
      ruled('dan', unproven),
      rulingWithdrawn('cleo'),
      ruled('cleo', unproven, { rulingId: 'another' }),
    )
      .when(reveal())
      .thenEvents(
        {
          type: 'RulingsRevealed',
          data: {
            round: 1,
            rulings: [
              { rulingId: 'ruling-dan', entry: 1 },
              { rulingId: 'another', entry: 1 },
            ],
          },
        },
        decided(unproven, ['dan', 'cleo']),
        enters('decided', 5, 'in_review', marks('2026-11-23T12:00:00.000Z', { after: '2026-11-23T16:00:00.000Z' })),
      );
  });

  it('is one’s own affair, and says no more of rulings that are another’s than of those that are not', () => {
    for (const rulingId of ['ruling-cleo', 'unheard-of'])
      sealed.when(withdrawRuling(dan, { data: { rulingId } })).thenRefused('desk/not-yours');
    withdrawn.when(withdrawRuling(dan, { data: { rulingId: 'ruling-cleo' } })).thenRefused('desk/not-yours');
    sealed.when(withdrawRuling(ben, { data: { rulingId: 'ruling-cleo' } })).thenRefused('desk/not-yours');
  });

  it('is for reviewers alone', () => {
    for (const actor of [ana, eva, hal]) sealed.when(withdrawRuling(actor)).thenRefused('desk/role-missing');
    sealed.when(withdrawRuling(job('rulings'))).thenRefused('desk/service-forbidden');
  });

  it('is possible only in review', () => {
    for (const past of [readyForReview(), reconciling(), inTieBreak(), agreed(), withVersion()])
      given(...past)
        .when(withdrawRuling(cleo))
        .thenRefused('check/wrong-stage');
  });
});
