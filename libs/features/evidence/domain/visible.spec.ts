import { stateOf } from '#kernel';
import { evidenceDecider } from './evidence.decider.js';
import type { EvidenceEvent } from './evidence.events.js';
import {
  ana,
  ben,
  captured,
  archived,
  eva,
  failed,
  gus,
  hal,
  lifted,
  restricted,
  streamOf,
} from './testing/evidence.js';
import { sightOf, sightOfEvidence, visibleEvidence } from './visible.js';

describe('how much somebody sees of evidence', () => {
  it('is all of what is not restricted', () => {
    for (const viewer of [ana, ben, eva, gus, 'public'] as const) expect(sightOf(viewer, undefined)).toBe('whole');
  });

  it('is all of what is restricted for those who are named, and for nobody else whatever his role', () => {
    expect(sightOf(ben, ['ben'])).toBe('whole');
    expect(sightOf(gus, ['ben', 'gus'])).toBe('whole');
    for (const viewer of [ana, eva, hal]) expect(sightOf(viewer, ['ben'])).toBe('existence');
  });

  it('is beside that its hash for auditors, and that it is there for the public', () => {
    expect(sightOf(gus, ['ben'])).toBe('hash');
    expect(sightOf('public', ['ben'])).toBe('existence');
  });

  it('follows the restriction in force', () => {
    expect(sightAfter(captured(), restricted('ben'))).toBe('existence');
    expect(sightAfter(captured(), restricted('ben'), restricted('ana'))).toBe('whole');
    expect(sightAfter(captured(), restricted('ben'), lifted)).toBe('whole');
    expect(sightOfEvidence(ana, undefined)).toBe('whole');
  });
});

describe('an event of evidence', () => {
  const [capture, copy, failure] = streamOf([captured({ note: 'Paragraph 3.' }), archived(), failed()]);

  it('is whole for who sees all', () => {
    expect(capture && visibleEvidence('whole', capture)).toBe(capture);
  });

  it('says of what is restricted who did what and when, and nothing that is in it', () => {
    expect(capture && visibleEvidence('existence', capture)).toEqual({
      ...capture,
      data: { originGroup: 'us-government', archiveRun: 1 },
    });
    expect(failure && visibleEvidence('existence', failure).data).toEqual({ archiveRun: 1, attempts: 6 });
  });

  it('says its hash to auditors alone', () => {
    expect(copy && visibleEvidence('hash', copy).data).toEqual({ archiveRun: 1, sha256: '0f'.repeat(32) });
    expect(copy && visibleEvidence('existence', copy).data).toEqual({ archiveRun: 1 });
  });
});

const sightAfter = (...past: readonly EvidenceEvent[]) => sightOfEvidence(ana, stateOf(evidenceDecider, past));
