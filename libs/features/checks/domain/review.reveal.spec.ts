import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import type { CheckEvent } from './check.events.js';
import {
  NOW,
  agreed,
  amended,
  ana,
  decided,
  disagreed,
  enters,
  eva,
  inReview,
  isFalse,
  marks,
  mostlyTrue,
  policyWith,
  readyForReview,
  reconciling,
  reveal,
  revealed,
  roundOpened,
  ruled,
  unproven,
  withVersion,
} from './testing/index.js';

const given = specify(checkDecider);

const noonAndFour = marks('2026-11-23T12:00:00.000Z', { after: '2026-11-23T16:00:00.000Z' });
const decision = enters('decided', 5, 'in_review', noonAndFour);
const three = ['cleo', 'dan', 'fay'];
const ofThree = (agreement: 'unanimous' | 'majority') => inReview({}, roundOpened(three, { quorum: 3, agreement }));

describe('revealing the rulings', () => {
  it('opens them all at once, and decides the round when they agree', () => {
    given(...inReview(), ruled('cleo', unproven), ruled('dan', unproven))
      .when(reveal())
      .thenEvents(revealed('cleo', 'dan'), decided(unproven), decision);
  });

  it('takes the lowest strength of those who agree', () => {
    given(
      ...inReview(),
      ruled('cleo', { ...isFalse, strength: 'high' }),
      ruled('dan', { ...isFalse, strength: 'medium' }),
    )
      .when(reveal())
      .thenEvents(revealed('cleo', 'dan'), decided({ ...isFalse, strength: 'medium' }), decision);
  });

  it('opens the latest entries', () => {
    given(...inReview(), ruled('cleo', unproven), ruled('dan', mostlyTrue), amended('dan', unproven))
      .when(reveal())
      .thenEvents(
        {
          type: 'RulingsRevealed',
          data: {
            round: 1,
            rulings: [
              { rulingId: 'ruling-cleo', entry: 1 },
              { rulingId: 'ruling-dan', entry: 2 },
            ],
          },
        },
        decided(unproven),
        decision,
      );
  });

  it('finds disagreement when they do not agree', () => {
    given(...inReview(), ruled('cleo', unproven), ruled('dan', mostlyTrue))
      .when(reveal())
      .thenEvents(revealed('cleo', 'dan'), disagreed, reconciliation);
  });

  it('goes to the tie-breaker at once where the policy gives no time to reconcile', () => {
    given(
      ...inReview({ policy: policyWith({ time: { reconciliation: 'PT0S' } }) }),
      ruled('cleo', unproven),
      ruled('dan', mostlyTrue),
    )
      .when(reveal())
      .thenEvents(
        revealed('cleo', 'dan'),
        disagreed,
        enters(
          'tie_break',
          5,
          'in_review',
          marks('2026-11-23T18:00:00.000Z', {
            before: '2026-11-23T16:00:00.000Z',
            after: '2026-11-24T10:00:00.000Z',
          }),
        ),
      );
  });

  it('compares label and finding: the same label for another finding is disagreement', () => {
    const both = { label: 'false', strength: 'low' } as const;
    given(
      ...inReview(),
      ruled('cleo', { ...both, finding: 'refuted' }),
      ruled('dan', { ...both, finding: 'mostly_refuted' }),
    )
      .when(reveal())
      .thenEvents(
        revealed('cleo', 'dan'),
        { type: 'DisagreementFound', data: { round: 1, labels: [{ label: 'false', count: 2 }] } },
        reconciliation,
      );
  });

  it('is content with a majority where the policy is', () => {
    const rulings = [ruled('cleo', mostlyTrue), ruled('dan', unproven), ruled('fay', unproven)];
    given(...ofThree('majority'), ...rulings)
      .when(reveal())
      .thenEvents(revealed(...three), decided(unproven, ['dan', 'fay'], ['cleo']), decision);
    given(...ofThree('unanimous'), ...rulings)
      .when(reveal())
      .thenEvents(
        revealed(...three),
        {
          type: 'DisagreementFound',
          data: {
            round: 1,
            labels: [
              { label: 'mostly-true', count: 1 },
              { label: 'unproven', count: 2 },
            ],
          },
        },
        reconciliation,
      );
  });

  it('calls it unanimous where all agree, though a majority would do', () => {
    given(...ofThree('majority'), ...three.map((id) => ruled(id, unproven)))
      .when(reveal())
      .thenEvents(revealed(...three), decided(unproven, three), decision);
  });

  it('finds no majority in a half', () => {
    const four = [...three, 'gil'];
    given(
      ...inReview({}, roundOpened(four, { agreement: 'majority' })),
      ...[unproven, unproven, mostlyTrue, mostlyTrue].map((rating, place) => ruled(four[place] ?? '', rating)),
    )
      .when(reveal())
      .thenEvents(
        revealed(...four),
        {
          type: 'DisagreementFound',
          data: {
            round: 1,
            labels: [
              { label: 'unproven', count: 2 },
              { label: 'mostly-true', count: 2 },
            ],
          },
        },
        reconciliation,
      );
  });

  it('waits for everybody in the round, also for who joined it', () => {
    given(...inReview(), ruled('cleo', unproven))
      .when(reveal())
      .thenNothing();
    given(...inReview())
      .when(reveal())
      .thenNothing();
    const joined: CheckEvent = { type: 'ReviewerAdded', data: { round: 1, memberId: 'fay' } };
    given(...inReview(), ruled('cleo', unproven), joined, ruled('dan', unproven))
      .when(reveal())
      .thenNothing();
    given(...inReview(), ruled('cleo', unproven), joined, ruled('dan', unproven), ruled('fay', unproven))
      .when(reveal())
      .thenEvents(revealed(...three), decided(unproven, three), decision);
  });

  it('waits for the latest time of all their entries', () => {
    const later = { revealAt: '2026-11-23T10:30:00.000Z' };
    for (const past of [
      [ruled('cleo', unproven, later), ruled('dan', unproven)],
      [ruled('cleo', unproven), ruled('dan', unproven), amended('cleo', unproven, later)],
      [ruled('cleo', unproven, later), ruled('dan', unproven), amended('cleo', unproven)],
    ])
      given(...inReview(), ...past)
        .when(reveal('2026-11-23T10:29:59.999Z'))
        .thenNothing();
  });

  it('does nothing a second time, or elsewhere', () => {
    for (const past of [[], readyForReview(), reconciling(), agreed(), withVersion()])
      given(...past)
        .when(reveal())
        .thenNothing();
  });

  it('is done by no member', () => {
    for (const actor of [ana, eva])
      given(...inReview(), ruled('cleo', unproven), ruled('dan', unproven))
        .when(reveal(NOW, actor))
        .thenRefused('desk/role-missing');
  });
});

const reconciliation = enters(
  'reconciling',
  5,
  'in_review',
  marks('2026-11-23T14:00:00.000Z', { before: '2026-11-23T12:00:00.000Z', after: '2026-11-23T18:00:00.000Z' }),
);
