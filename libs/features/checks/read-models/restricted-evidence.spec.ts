import { stateOf } from '#kernel';
import type { Actor, Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import type { ClaimEvent } from '#features/claims';
import { evidenceStream, sightOfEvidence } from '#features/evidence';
import type { EvidenceEvent } from '#features/evidence';
import { entriesOf } from '#platform/timeline';
import { checkDecider } from '../domain/check.decider.js';
import type { CheckEvent } from '../domain/check.events.js';
import { linksHiddenFrom } from '../domain/hidden-links.js';
import {
  NOW,
  ana,
  around,
  ben,
  cleo,
  gus,
  linked,
  published,
  researching,
  withApproval,
} from '../domain/testing/index.js';
import { checkIn } from './check-page/check-page.fold.js';
import { permissionsOf } from './check-page/permissions.js';
import { link } from './check-page/research.answer.js';
import { seenBy } from './check-page/seen.js';
import { evidenceIn } from './check-page/sources.fold.js';
import { quoteChecksIn } from './claim-page/claim-page.history.js';
import { seenIn } from './timeline/check.timeline.js';

describe('restricted evidence that a check links', () => {
  it.each([
    ['an editor', ana],
    ['a reviewer', cleo],
  ])('looks the same to %s whatever it says', (_, viewer) => {
    expect(everythingFor(viewer, saying('this'))).toBe(everythingFor(viewer, saying('other', 'ee'.repeat(32))));
  });

  it('looks the same to an auditor, but for its hash', () => {
    expect(everythingFor(gus, saying('this'))).toBe(everythingFor(gus, saying('other')));
    expect(everythingFor(gus, saying('this', 'ee'.repeat(32)))).toContain('ee'.repeat(32));
  });

  it('is whole for who is named', () => {
    const text = everythingFor(ben, saying('this'));
    for (const what of ['quote', 'locator', 'note', 'reason', 'title', 'url', 'primaryText'])
      expect(text).toContain(`this ${what}`);
    expect(text).not.toBe(everythingFor(ben, saying('other')));
  });

  it('shows that it is there, of which group, how it was weighed and by whom', () => {
    const [first, second] = pageFor(ana, saying('this'))?.links ?? [];
    expect(first?.linkId).toBe('l9');
    expect(first).toEqual({
      linkId: 'l9',
      evidenceId: 'e9',
      stance: 'refutes',
      nature: 'record',
      weight: 'high',
      originGroup: 'org:kcna',
      evidenceSet: 1,
      linkedBy: 'ben',
      assessments: [expect.objectContaining({ stance: 'supports' }), expect.objectContaining({ stance: 'refutes' })],
      evidence: { isRestricted: true, status: 'archived' },
    });
    expect(second).toMatchObject({ linkId: 'l8', unlinked: { evidenceSet: 4, by: 'ben' } });
    expect(link.safeParse(JSON.parse(JSON.stringify(first))).error).toBeUndefined();
    expect(link.safeParse(JSON.parse(JSON.stringify(second))).error).toBeUndefined();
  });

  it('counts its group like any other', () => {
    expect(pageFor(ana, saying('this'))?.sources.originGroups).toEqual(['org:kcna']);
    expect(pageFor(ana, saying('this'))?.evidenceSets.map(({ linkIds }) => linkIds)).toEqual([
      ['l9'],
      ['l9'],
      ['l9', 'l8'],
      ['l9'],
    ]);
  });

  it('says in the timeline that a part is hidden', () => {
    expect(shown(ana)).toEqual(['part', 'part', 'part', 'part']);
    expect(shown(ben)).toEqual(['all', 'all', 'all', 'all']);
  });

  it('says to the public that it is there, and not whose it is', () => {
    const past = [...withApproval(), published];
    const [first] = seenIn('public', streamOf(past), stateOf(checkDecider, past), new Set(['l1', 'l2'])).filter(
      ({ event }) => event.type === 'EvidenceLinked',
    );
    expect(Object.keys(first?.event.data ?? {}).toSorted()).toEqual([
      'evidenceId',
      'evidenceSet',
      'linkId',
      'nature',
      'stance',
      'weight',
    ]);
  });
});

/** How much somebody sees of each event of a link. */
const shown = (viewer: Actor) =>
  timelineFor(viewer, saying('this'))
    .filter(({ type }) => type.startsWith('Evidence'))
    .map(({ shows }) => shows);

type World = {
  readonly check: readonly CheckEvent[];
  readonly evidence: readonly EvidenceEvent[];
  readonly quoteCheck: ClaimEvent;
};

/** A case whose evidence, open to Ben alone, says these words, and of which people wrote them. */
const saying = (words: string, sha256 = '0f'.repeat(32)): World => ({
  check: [
    ...researching(),
    linked('l9', 1, 'us-government', {
      evidenceId: 'e9',
      quote: `${words} quote`,
      locator: `${words} locator`,
      note: `${words} note`,
    }),
    {
      type: 'EvidenceReassessed',
      data: {
        linkId: 'l9',
        stance: 'refutes',
        nature: 'record',
        weight: 'high',
        note: `${words} note`,
        reason: `${words} reason`,
        originGroup: 'org:kcna',
        evidenceSet: 2,
        by: 'ben',
      },
    },
    linked('l8', 3, 'us-government', { evidenceId: 'e9', quote: `${words} quote` }),
    { type: 'EvidenceUnlinked', data: { linkId: 'l8', reason: `${words} reason`, evidenceSet: 4, by: 'ben' } },
  ],
  evidence: [
    {
      type: 'EvidenceCaptured',
      data: {
        kind: words === 'this' ? 'document' : 'interview',
        title: `${words} title`,
        url: `https://example.org/${words} url`,
        originGroup: 'us-government',
        archiveRun: 1,
      },
    },
    {
      type: 'EvidenceArchived',
      data: {
        archiveRun: 1,
        sha256,
        bytes: words.length,
        mediaType: `text/${words}`,
        storageKey: words,
        tool: words,
      },
    },
    { type: 'EvidenceAccessRestricted', data: { memberIds: ['ben'], reason: 'Its source would be known.' } },
  ],
  quoteCheck: {
    type: 'QuoteChecked',
    data: {
      evidenceId: 'e9',
      primaryText: `${words} primaryText`,
      translated: false,
      result: words === 'this' ? 'exact' : 'unmatched',
    },
  },
});

/** What the page, the timeline, the buttons and the claim's page say to somebody, as text. */
const everythingFor = (viewer: Actor, world: World): string =>
  JSON.stringify([
    pageFor(viewer, world),
    timelineFor(viewer, world),
    permissionsOf({ actor: viewer, state: stateOf(checkDecider, world.check), around: around(viewer), now: NOW }),
    quoteChecksIn([recorded(world.quoteCheck, 'c4', ben)], () => sightOfEvidence(viewer, evidenceAfter(world))),
  ]);

const pageFor = (viewer: Actor, world: World) => {
  const state = stateOf(checkDecider, world.check);
  const seen = seenBy(viewer, streamOf(world.check), state, hiddenFrom(viewer, world));
  const events = world.evidence.map((event) => recorded(event, 'e9', ben));
  return checkIn(seen, state, () => evidenceIn(viewer, events, evidenceAfter(world)));
};

const timelineFor = (viewer: Actor, world: World) =>
  entriesOf(seenIn(viewer, streamOf(world.check), stateOf(checkDecider, world.check), hiddenFrom(viewer, world)));

const hiddenFrom = (viewer: Actor, world: World) =>
  linksHiddenFrom(viewer, streamOf(world.check), () => evidenceAfter(world));

const evidenceAfter = ({ evidence }: World) => stateOf(evidenceStream.decider, evidence);

const streamOf = (past: readonly CheckEvent[]): readonly Recorded<CheckEvent>[] =>
  past.map((event, place) => ({ ...recorded(event, 'c4', ben), version: place + 1 }));
