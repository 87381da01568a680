import type { Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import type { EvidenceEvent } from '#features/evidence';
import { sourceOf } from './source.fold.js';

describe('a source of a published verdict that is restricted', () => {
  it('is there, and nothing more is said of it than how it was weighed', () => {
    expect(sourceOf(cited('this'), saying('this', restricted), PUBLISHED_AT)).toEqual({
      evidenceId: 'e9',
      isRestricted: true,
      stance: 'supports',
      nature: 'record',
    });
  });

  it('looks the same whatever it says', () => {
    const [one, other] = ['this', 'other'].map((words) =>
      JSON.stringify(sourceOf(cited(words), saying(words, restricted), PUBLISHED_AT)),
    );
    expect(one).toBe(other);
  });

  it('is whole again once the restriction is lifted', () => {
    expect(sourceOf(cited('this'), saying('this', restricted, lifted), PUBLISHED_AT)).toMatchObject({
      isRestricted: false,
      title: 'this',
      quote: 'this',
      archive: { sha256: '0f'.repeat(32) },
    });
  });
});

const PUBLISHED_AT = '2026-11-22T12:00:00.000Z';

const cited = (words: string) =>
  ({
    linkId: 'l9',
    evidenceId: 'e9',
    stance: 'supports',
    nature: 'record',
    originGroup: words,
    quote: words,
    locator: words,
  }) as const;

const restricted: EvidenceEvent = {
  type: 'EvidenceAccessRestricted',
  data: { memberIds: ['ben'], reason: 'Its source would be known.' },
};
const lifted: EvidenceEvent = { type: 'EvidenceAccessLifted', data: { reason: 'Its source has spoken.' } };

const saying = (words: string, ...more: readonly EvidenceEvent[]): readonly Recorded<EvidenceEvent>[] => {
  const events: readonly EvidenceEvent[] = [
    {
      type: 'EvidenceCaptured',
      data: { kind: 'document', title: words, url: `https://${words}.example/`, originGroup: words, archiveRun: 1 },
    },
    {
      type: 'EvidenceArchived',
      data: {
        archiveRun: 1,
        sha256: '0f'.repeat(32),
        bytes: words.length,
        mediaType: 'text/plain',
        storageKey: words,
        tool: words,
      },
    },
    ...more,
  ];
  return events.map((event) => recorded(event, 'e9', { kind: 'member', id: 'ben', roles: ['reviewer'] }));
};
