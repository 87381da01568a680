import { stateOf } from '#kernel';
import type { Actor, Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import { entriesOf } from '#platform/timeline';
import { checkDecider } from '../domain/check.decider.js';
import type { CheckEvent } from '../domain/check.events.js';
import {
  NOW,
  also,
  amended,
  ana,
  around,
  ben,
  cleo,
  dan,
  disagreed,
  gus,
  inReview,
  isFalse,
  mostlyTrue,
  revealed,
  ruled,
  stage,
  unproven,
} from '../domain/testing/index.js';
import { NO_HIDDEN_LINKS } from '../domain/hidden-links.js';
import { checkIn } from './check-page/check-page.fold.js';
import { permissionsOf } from './check-page/permissions.js';
import { seenBy } from './check-page/seen.js';
import { seenIn } from './timeline/check.timeline.js';

const SEALED = [
  ruled('cleo', unproven),
  ruled('cleo', isFalse, { linkIds: ['l2'], rationale: 'It never happened.', departure: 'They were wrong.' }),
] as const;

describe('a sealed ruling', () => {
  const worlds = SEALED.map((ruling) => [...inReview(), ruling, amended('cleo', unproven)]);
  const others = SEALED.map((ruling) => [
    ...inReview(),
    ruling,
    amended('cleo', isFalse, { reason: 'Second thoughts.' }),
  ]);

  it.each([
    ['the other reviewer', dan],
    ['a reviewer who is an editor too', also(dan, 'editor')],
    ['the researcher', ben],
    ['an editor', ana],
    ['an auditor', gus],
  ])('looks the same to %s whatever it says', (_, viewer) => {
    const [first, ...rest] = [...worlds, ...others].map((world) => everythingFor(viewer, world));
    expect(new Set(rest)).toEqual(new Set([first]));
  });

  it('tells the other reviewer that one is in, and neither whose nor when', () => {
    const page = pageFor(dan, [...inReview(), SEALED[0]]);
    expect(page?.rounds[0]).toMatchObject({ rulingsIn: 1, rulingsExpected: 2, rulings: [], sealed: [] });
    const entry = timelineFor(dan, [...inReview(), SEALED[0]]).at(-1);
    expect(entry).toEqual({
      no: inReview().length + 1,
      type: 'RulingSubmitted',
      shows: 'part',
      essentials: { round: 1 },
    });
  });

  it('tells an editor whose it is and when', () => {
    const { rounds = [] } = pageFor(ana, [...inReview(), SEALED[0]]) ?? {};
    expect(rounds[0]?.sealed).toEqual([
      { rulingId: 'ruling-cleo', reviewerId: 'cleo', enteredAt: '2026-11-22T10:00:01.000Z' },
    ]);
    expect(rounds[0]?.rulings).toEqual([]);
  });

  it('is open to its author, with each of its entries', () => {
    const page = pageFor(cleo, [...inReview(), SEALED[0], amended('cleo', isFalse)]);
    expect(page?.rounds[0]?.rulings).toMatchObject([
      {
        reviewerId: 'cleo',
        entries: [
          { entry: 1, label: 'unproven' },
          { entry: 2, label: 'false' },
        ],
      },
    ]);
  });

  it('is open to everybody in the case once the round is revealed', () => {
    const past = [
      ...inReview(),
      SEALED[0],
      ruled('dan', mostlyTrue),
      revealed('cleo', 'dan'),
      disagreed,
      stage('reconciling', 5),
    ];
    const page = pageFor(dan, past);
    expect(page?.rounds[0]?.rulings.map(({ reviewerId }) => reviewerId)).toEqual(['cleo', 'dan']);
    expect(page?.rounds[0]?.disagreement).toHaveLength(2);
  });
});

describe('the researcher’s proposal', () => {
  it('is kept from the reviewers while they rule', () => {
    expect(pageFor(dan, inReview())?.submissions).toEqual([
      { evidenceSet: 2, claimRevision: 1, submittedAt: '2026-11-22T10:00:01.000Z' },
    ]);
    expect(pageFor(ana, inReview())?.submissions[0]?.proposal).toMatchObject({ finding: 'insufficient_evidence' });
  });
});

/** What the page, the timeline and the buttons say to somebody, as text. */
const everythingFor = (viewer: Actor, past: readonly CheckEvent[]): string =>
  JSON.stringify([
    pageFor(viewer, past),
    timelineFor(viewer, past),
    permissionsOf({ actor: viewer, state: stateOf(checkDecider, past), around: around(viewer), now: NOW }),
  ]);

const pageFor = (viewer: Actor, past: readonly CheckEvent[]) => {
  const state = stateOf(checkDecider, past);
  return checkIn(seenBy(viewer, streamOf(past), state, NO_HIDDEN_LINKS), state, () => undefined);
};

const timelineFor = (viewer: Actor, past: readonly CheckEvent[]) =>
  entriesOf(seenIn(viewer, streamOf(past), stateOf(checkDecider, past), NO_HIDDEN_LINKS));

const streamOf = (past: readonly CheckEvent[]): readonly Recorded<CheckEvent>[] =>
  past.map((event, place) => ({ ...recorded(event, 'c4', authorOf(event)), version: place + 1 }));

const authorOf = (event: CheckEvent): Actor =>
  event.type === 'RulingSubmitted' || event.type === 'RulingAmended' ? cleo : ana;
