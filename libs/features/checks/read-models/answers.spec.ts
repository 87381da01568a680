import { stateOf } from '#kernel';
import type { Actor, Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import { entriesOf, timelineEntry } from '#platform/timeline';
import { checkDecider } from '../domain/check.decider.js';
import type { CheckEvent } from '../domain/check.events.js';
import {
  NOW,
  ana,
  around,
  cleo,
  dan,
  eva,
  gus,
  inReview,
  open,
  published,
  reconciling,
  ruled,
  stage,
  unproven,
  withApproval,
  withDraft,
} from '../domain/testing/index.js';
import { NO_HIDDEN_LINKS } from '../domain/hidden-links.js';
import { checkPage } from './check-page/check-page.answer.js';
import { checkIn } from './check-page/check-page.fold.js';
import { gateFor } from './check-page/gate.answer.js';
import { permissionsOf } from './check-page/permissions.js';
import { seenBy } from './check-page/seen.js';
import { seenIn } from './timeline/check.timeline.js';

const COURSES: readonly [string, readonly CheckEvent[]][] = [
  ['just open', open()],
  ['in review', [...inReview(), ruled('cleo', unproven)]],
  ['disputed', reconciling()],
  ['drafted', withDraft()],
  ['published', [...withApproval(), published, stage('published', 7)]],
];

describe.each(COURSES)('the answers about a check that is %s', (_, past) => {
  it.each([ana, cleo, dan, eva])('are as described, for %o', (viewer) => {
    expect(checkPage.safeParse(asSent(pageFor(viewer, past))).error).toBeUndefined();
  });

  it('have entries of the timeline as described', () => {
    const entries = entriesOf(seenIn(gus, streamOf(past), stateOf(checkDecider, past), NO_HIDDEN_LINKS));
    for (const entry of entries) expect(timelineEntry.safeParse(asSent(entry)).error).toBeUndefined();
  });
});

describe('the page of a published check', () => {
  it('shows the version that stands, and who signed it', () => {
    const page = pageFor(ana, COURSES[4]?.[1] ?? []);
    expect(page).toMatchObject({
      stage: 'published',
      versions: [{ versionNo: 1, isLive: true, url: '/v/c4' }],
      live: { versionNo: 1, label: 'unproven', labelText: 'Unproven' },
      drafts: [{ draftNo: 1, approval: { approverId: 'eva' } }],
    });
    expect(page.assignments?.map(({ status }) => status)).toEqual(['completed', 'completed', 'completed']);
  });
});

const asSent = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer));

const claim = {
  claimId: 'c4',
  version: 2,
  status: 'accepted',
  submissionId: 's1',
  revision: 1,
  spans: [{ start: 0, end: 5 }],
  quote: 'North',
  text: 'North Korea supplies shells',
  language: 'en',
  claimant: { key: 'person:john-kirby', name: 'John Kirby', kind: 'person' },
  conveyors: [],
  voice: 'quoted',
  statedOn: { precision: 'unresolved' },
  proposedBy: 'ana',
  proposedAt: '2022-11-09T09:05:00.000Z',
  appearances: [],
} as const;

const pageFor = (viewer: Actor, past: readonly CheckEvent[]) => {
  const state = stateOf(checkDecider, past);
  const check = checkIn(seenBy(viewer, streamOf(past), state, NO_HIDDEN_LINKS), state, () => undefined);
  const asked = { actor: viewer, state, around: around(viewer), now: NOW };
  return { ...check, version: past.length, claim, can: permissionsOf(asked), gate: gateFor(asked) };
};

const streamOf = (past: readonly CheckEvent[]): readonly Recorded<CheckEvent>[] =>
  past.map((event, place) => ({ ...recorded(event, 'c4', ana), version: place + 1 }));
