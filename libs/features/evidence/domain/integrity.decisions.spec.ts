import type { DataOf, Instant } from '#kernel';
import { stateOf } from '#kernel';
import { by, specify } from '#kernel/testing';
import type { EvidenceCommand, RecordSourceState } from './evidence.commands.js';
import { evidenceDecider } from './evidence.decider.js';
import type { EvidenceEvent } from './evidence.events.js';
import { flagsOf } from './evidence.flags.js';
import { SHA256, acknowledged, ana, archived, captured, failed, job, restricted } from './testing/evidence.js';

const given = specify(evidenceDecider);
const OTHER = 'ee'.repeat(32);

describe('the integrity of the copy', () => {
  it('is on record once in so long a time', () => {
    given(captured(), archived()).when(found(SHA256)).thenEvents(verified);
    given(captured(), archived(), verified).when(found(SHA256, '2026-10-23T10:00:00.000Z')).thenNothing();
    given(captured(), archived(), verified).when(found(SHA256, '2026-10-23T09:59:59.999Z')).thenEvents(verified);
  });

  it('is broken when the copy is not what it was', () => {
    given(captured(), archived()).when(found(OTHER)).thenEvents(broken);
    expect(flagsAfter(captured(), archived(), broken)).toEqual(['broken']);
  });

  it('is looked at only where there is a copy, and by services', () => {
    given(captured()).when(found(SHA256)).thenNothing();
    given(captured(), archived(), broken).when(found(SHA256)).thenNothing();
    given(captured(), archived())
      .when({ ...found(SHA256), ...by(ana) })
      .thenRefused('desk/role-missing');
  });
});

describe('the source', () => {
  it.each([
    ['archived', [captured(), archived()]],
    ['acknowledged', [captured(), failed(), acknowledged()]],
  ] as const)('is watched when the evidence is %s', (_, past) => {
    given(...past)
      .when(source({ state: 'gone', httpStatus: 410 }))
      .thenEvents(gone);
    given(...past)
      .when(source({ state: 'changed', sha256: OTHER }))
      .thenEvents(drifted);
    given(...past)
      .when(source({ state: 'same' }))
      .thenNothing();
  });

  it('is not watched before', () => {
    given(captured())
      .when(source({ state: 'gone' }))
      .thenNothing();
  });

  it('is not told twice of the same', () => {
    given(captured(), archived(), gone)
      .when(source({ state: 'gone' }))
      .thenNothing();
    given(captured(), archived(), drifted)
      .when(source({ state: 'changed', sha256: OTHER }))
      .thenNothing();
    given(captured(), archived(), drifted)
      .when(source({ state: 'changed', sha256: SHA256 }))
      .thenEvents({ type: 'EvidenceDrifted', data: { state: 'changed', sha256: SHA256 } });
  });

  it('is back when it is found again, the same or changed', () => {
    given(captured(), archived(), gone)
      .when(source({ state: 'same' }))
      .thenEvents(back);
    given(captured(), archived(), gone)
      .when(source({ state: 'changed', sha256: OTHER }))
      .thenEvents(drifted);
    given(captured(), archived(), drifted, gone)
      .when(source({ state: 'changed', sha256: OTHER }))
      .thenEvents(drifted);
    expect(flagsAfter(captured(), archived(), gone, drifted)).toEqual(['drifted']);
    expect(flagsAfter(captured(), archived(), drifted, gone, back)).toEqual(['drifted']);
  });

  it('has its flags, with that of a restriction, in one order', () => {
    expect(flagsAfter(captured(), archived(), restricted('ben'), gone)).toEqual(['gone', 'restricted']);
    expect(flagsAfter()).toEqual([]);
  });
});

const verified: EvidenceEvent = { type: 'EvidenceIntegrityVerified', data: { sha256: SHA256 } };
const broken: EvidenceEvent = { type: 'EvidenceIntegrityBroken', data: { expected: SHA256, found: OTHER } };
const gone: EvidenceEvent = { type: 'EvidenceSourceGone', data: { state: 'gone', httpStatus: 410 } };
const drifted: EvidenceEvent = { type: 'EvidenceDrifted', data: { state: 'changed', sha256: OTHER } };
const back: EvidenceEvent = { type: 'EvidenceSourceBack', data: {} };

const flagsAfter = (...past: readonly EvidenceEvent[]) => flagsOf(stateOf(evidenceDecider, past));

function found(sha256: string, verifiedAt?: Instant): EvidenceCommand {
  return { type: 'RecordIntegrity', data: { sha256 }, facts: { verifyEvery: 'P30D', verifiedAt }, ...by(job) };
}

function source(data: DataOf<RecordSourceState>): EvidenceCommand {
  return { type: 'RecordSourceState', data, ...by(job) };
}
