import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import type { CheckEvent } from './check.events.js';
import {
  NOW,
  accepted,
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
  openRound,
  paused,
  policyWith,
  readyForReview,
  reconciling,
  reveal,
  revealed,
  replyRequested,
  roundOpened,
  ruled,
  stage,
  unproven,
  withVersion,
} from './testing/index.js';

type Rating = Parameters<typeof ruled>[1];

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

  it('waits with the clock of the decision while somebody may still reply', () => {
    given(...inReview(), replyRequested(), ruled('cleo', unproven), ruled('dan', unproven))
      .when(reveal())
      .thenEvents(revealed('cleo', 'dan'), decided(unproven), decision, paused(5));
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

describe('revealing a round that is to confirm what is published', () => {
  const inSecond = { round: 2 } as const;
  const confirming = (one: Rating, other: Rating, purpose: 'full' | 'confirm' = 'confirm') =>
    given(
      ...withVersion(),
      stage('ready_for_review', 8),
      roundOpened(['cleo', 'dan'], { ...inSecond, purpose, quorum: 1 }),
      stage('in_review', 9),
      ruled('cleo', one, inSecond),
      ruled('dan', other, inSecond),
    );
  const opened: CheckEvent = {
    type: 'RulingsRevealed',
    data: { round: 2, rulings: ['cleo', 'dan'].map((id) => ({ rulingId: `ruling-${id}`, entry: 1 })) },
  };
  const departs: CheckEvent = { type: 'RoundSetAside', data: { round: 2, reason: 'departs_from_live' } };
  const both = (rating: Rating) => decided(rating, ['cleo', 'dan'], [], inSecond);

  it('decides it when everybody finds what the live version says, however strong', () => {
    confirming(unproven, { ...unproven, strength: 'high' })
      .when(reveal())
      .thenEvents(opened, both(unproven), enters('decided', 10, 'in_review', noonAndFour));
  });

  it('sets it aside when they find another label, another finding, or do not agree', () => {
    const disputed = { ...unproven, label: 'disputed' };
    const outdated = { ...unproven, finding: 'outdated' } as const;
    for (const [one, other] of [
      [mostlyTrue, mostlyTrue],
      [unproven, mostlyTrue],
      [disputed, disputed],
      [outdated, outdated],
    ] as const)
      confirming(one, other)
        .when(reveal())
        .thenEvents(opened, departs, enters('ready_for_review', 10, 'in_review', noonAndFour));
  });

  it('opens the rulings also when it is set aside, and a full round can follow', () => {
    given(
      ...withVersion(),
      roundOpened(['cleo', 'dan'], { ...inSecond, purpose: 'confirm', quorum: 1 }),
      ruled('cleo', mostlyTrue, inSecond),
      ruled('dan', mostlyTrue, inSecond),
      opened,
      departs,
      stage('ready_for_review', 10),
      ...accepted('cleo', 'reviewer'),
      ...accepted('dan', 'reviewer'),
    )
      .when(openRound(ana, ['cleo', 'dan']))
      .thenEvents(
        roundOpened(['cleo', 'dan'], { round: 3 }),
        enters(
          'in_review',
          11,
          'ready_for_review',
          marks('2026-11-23T18:00:00.000Z', { before: '2026-11-23T16:00:00.000Z', after: '2026-11-24T10:00:00.000Z' }),
        ),
      );
  });

  it('does not ask of a full round what is published', () => {
    confirming(mostlyTrue, mostlyTrue, 'full')
      .when(reveal())
      .thenEvents(opened, both(mostlyTrue), enters('decided', 10, 'in_review', noonAndFour));
  });
});

const reconciliation = enters(
  'reconciling',
  5,
  'in_review',
  marks('2026-11-23T14:00:00.000Z', { before: '2026-11-23T12:00:00.000Z', after: '2026-11-23T18:00:00.000Z' }),
);
