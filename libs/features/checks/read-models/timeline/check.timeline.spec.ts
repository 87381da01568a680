import { stateOf } from '#kernel';
import type { Actor, Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import { checkDecider } from '../../domain/check.decider.js';
import type { CheckEvent } from '../../domain/check.events.js';
import {
  ana,
  cleo,
  dan,
  gus,
  inReview,
  open,
  reconciling,
  amended,
  ruled,
  unproven,
} from '../../domain/testing/index.js';
import { NO_HIDDEN_LINKS } from '../../domain/hidden-links.js';
import { entriesMatching, entriesOf } from '#platform/timeline';
import { seenIn } from './check.timeline.js';

const entriesFor = (...seen: Parameters<typeof seenIn>) => entriesOf(seenIn(...seen));

describe('the timeline of a check', () => {
  it('says of each event what it says, on what it rests, who did it and as what', () => {
    const [opened] = entriesFor(
      gus,
      streamOf(open(), { ...ana, capacity: 'editor' }),
      stateAfter(open()),
      NO_HIDDEN_LINKS,
    );
    expect(opened).toMatchObject({
      no: 1,
      type: 'CheckOpened',
      shows: 'all',
      recordedAt: '2026-11-22T10:00:01.000Z',
      at: '2026-11-22T10:00:00.000Z',
      actor: { kind: 'member', id: 'ana' },
      capacity: 'editor',
      essentials: { severity: 'medium', cycle: 1, claim: { claimId: 'c4' } },
      pins: { policy: { id: 'default', version: 1 } },
      commandId: 'command',
    });
    expect(opened?.essentials).not.toHaveProperty('policy');
  });

  it('names a pinned scale, and does not repeat it', () => {
    const past = inReview();
    const opened = entriesFor(ana, streamOf(past, ana), stateAfter(past), NO_HIDDEN_LINKS).find(
      (one) => one.type === 'ReviewRoundOpened',
    );
    expect(opened?.pins).toEqual({
      evidenceSet: 2,
      claimRevision: 1,
      scale: { id: 'five-step', version: 1 },
      policy: { id: 'default', version: 1 },
    });
    expect(opened?.essentials).not.toHaveProperty('scale');
  });

  it('says the reason apart', () => {
    const past = [...reconciling(), amended('dan', unproven, { when: 'reconciliation', reason: 'One group only.' })];
    expect(entriesFor(ana, streamOf(past, dan), stateAfter(past), NO_HIDDEN_LINKS).at(-1)).toMatchObject({
      reason: 'One group only.',
    });
  });

  it('does not find a sealed ruling by its author for somebody who may not know him', () => {
    const past = [...inReview(), ruled('cleo', unproven)];
    const filtered = (viewer: Actor, actor: string) =>
      entriesMatching(entriesFor(viewer, streamOf(past, cleo), stateAfter(past), NO_HIDDEN_LINKS), {
        type: 'RulingSubmitted',
        actor,
      });
    expect(filtered(dan, 'cleo')).toEqual([]);
    expect(filtered(ana, 'cleo')).toHaveLength(1);
  });

  it('shows the kinds of event that are asked for', () => {
    const entries = entriesFor(ana, streamOf(inReview(), ana), stateAfter(inReview()), NO_HIDDEN_LINKS);
    const linked = entriesMatching(entries, { type: 'EvidenceLinked' });
    expect(linked.map(({ essentials }) => essentials['linkId'])).toEqual(['l1', 'l2']);
  });
});

const stateAfter = (past: readonly CheckEvent[]) => stateOf(checkDecider, past);

const streamOf = (past: readonly CheckEvent[], actor: Actor): readonly Recorded<CheckEvent>[] =>
  past.map((event, place) => ({ ...recorded(event, 'c4', actor), version: place + 1 }));
