import { stateOf } from '#kernel';
import type { Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import { evidenceStream } from '#features/evidence';
import type { EvidenceEvent } from '#features/evidence';
import type { CheckEvent } from './check.events.js';
import { evidenceEverLinked, linksHiddenFrom } from './hidden-links.js';
import { ana, ben, gus, linked } from './testing/index.js';

describe('links of which somebody sees only that they are there', () => {
  const events = streamOf(
    linked('l1', 1, 'dprk-government', { evidenceId: 'open' }),
    linked('l2', 2, 'us-government', { evidenceId: 'restricted' }),
    { type: 'EvidenceUnlinked', data: { linkId: 'l2', reason: 'It is another one.', evidenceSet: 3, by: 'ben' } },
    linked('l3', 4, 'us-government', { evidenceId: 'restricted' }),
    linked('l4', 5, 'us-government', { evidenceId: 'unknown' }),
  );

  it('are those to evidence that is restricted, also once they are taken away', () => {
    for (const viewer of [ana, gus, 'public'] as const)
      expect([...linksHiddenFrom(viewer, events, evidenceOf)]).toEqual(['l2', 'l3']);
  });

  it('are none for who is named', () => {
    expect([...linksHiddenFrom(ben, events, evidenceOf)]).toEqual([]);
  });

  it('are found by looking at each piece of evidence once', () => {
    expect(evidenceEverLinked(events)).toEqual(['open', 'restricted', 'unknown']);
  });
});

const captured: EvidenceEvent = {
  type: 'EvidenceCaptured',
  data: { kind: 'document', title: 'A report', originGroup: 'us-government', archiveRun: 1 },
};
const restricted: EvidenceEvent = {
  type: 'EvidenceAccessRestricted',
  data: { memberIds: ['ben'], reason: 'Its source would be known.' },
};

const EVIDENCE: Readonly<Record<string, ReturnType<typeof evidenceAfter>>> = {
  open: evidenceAfter(captured),
  restricted: evidenceAfter(captured, restricted),
};

const evidenceOf = (evidenceId: string) => EVIDENCE[evidenceId];

function evidenceAfter(...events: readonly EvidenceEvent[]) {
  return stateOf(evidenceStream.decider, events);
}

function streamOf(...events: readonly CheckEvent[]): readonly Recorded<CheckEvent>[] {
  return events.map((event, place) => ({ ...recorded(event, 'c4', ben), version: place + 1 }));
}
