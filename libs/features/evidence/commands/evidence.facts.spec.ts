import { DataSource } from 'typeorm';
import type { AnyEvent } from '#kernel';
import { stateOf } from '#kernel';
import { by } from '#kernel/testing';
import { DEFAULT_RULES } from '#features/standards';
import { ReadModels } from '#platform/database';
import { MemoryEventStore, Streams } from '#platform/event-store';
import { FileCatalogue } from '#platform/file-store';
import { evidenceDecider } from '../domain/evidence.decider.js';
import { SHA256, ana, archived, captured, job } from '../domain/testing/evidence.js';
import { EvidenceFactReaders } from './evidence.facts.js';

const initial = evidenceDecider.initialState;

describe('the facts of a decision about evidence', () => {
  it('on a capture: the file, as the desk found it', async () => {
    const { readers } = await facts();
    const data = { kind: 'document', title: 'A report', originGroup: 'org:kcna' } as const;
    const file = { sha256: SHA256, bytes: 1, mediaType: 'text/plain', name: 'report.txt' };
    const capture = { type: 'CaptureEvidence', ...by(ana) } as const;
    expect(await readers.CaptureEvidence({ ...capture, data }, initial)).toEqual({ file: undefined });
    expect(await readers.CaptureEvidence({ ...capture, data: { ...data, file } }, initial)).toMatchObject({
      file: { bytes: 7 },
    });
  });

  it('on a restriction: those who are named and known, each once', async () => {
    const { readers } = await facts();
    const data = { memberIds: ['ben', 'zoe', 'ben', 'dan'], reason: 'Its source would be known.' };
    const { members } = await readers.RestrictAccess({ type: 'RestrictAccess', data, ...by(ana) }, initial);
    expect(members).toMatchObject([
      { memberId: 'ben', active: true },
      { memberId: 'dan', active: false },
    ]);
  });

  it('on the integrity of a copy: how often it is looked at, and when it was found whole last', async () => {
    const { readers, append } = await facts();
    const command = { type: 'RecordIntegrity', data: { sha256: SHA256 }, ...by(job), id: 'e1' } as const;
    const state = stateOf(evidenceDecider, [captured(), archived()]);
    const { verifyEvery } = DEFAULT_RULES.evidence;
    expect(await readers.RecordIntegrity(command, state)).toEqual({ verifyEvery, verifiedAt: undefined });
    await append('evidence', 'e1', [{ type: 'EvidenceIntegrityVerified', data: { sha256: SHA256 } }]);
    await append('policy', 'default', [
      { type: 'PolicyDefined', data: { name: 'Ours' } },
      { type: 'PolicyVersionDrafted', data: { version: 1, rules: rulesWith('P7D'), draftedBy: 'eva' } },
      { type: 'PolicyVersionActivated', data: { version: 1 } },
    ]);
    expect(await readers.RecordIntegrity(command, state)).toEqual({
      verifyEvery: 'P7D',
      verifiedAt: expect.stringMatching(/Z$/),
    });
  });
});

const rulesWith = (verifyEvery: string) => ({
  ...DEFAULT_RULES,
  evidence: { ...DEFAULT_RULES.evidence, verifyEvery },
});

class OneFile extends FileCatalogue {
  override find(deskId: number, sha256: string) {
    return Promise.resolve({ deskId, sha256, bytes: 7, mediaType: 'text/plain', uploadedBy: 'ben' });
  }
}

/** A desk with one active member and one who is only invited, and with one file. */
const facts = async () => {
  const store = new MemoryEventStore();
  let no = 0;
  const append = (category: string, id: string, events: readonly AnyEvent[]) => {
    no += 1;
    const envelope = { ...by(ana), commandId: `command-${no}` };
    const versioned = events.map((event) => ({ ...event, schemaVersion: 1 }));
    return store.append(envelope, `print-${no}`, [{ category, id, expected: 'any', events: versioned }]);
  };
  await append('member', 'ben', [
    { type: 'MemberInvited', data: {} },
    { type: 'MemberActivated', data: {} },
  ]);
  await append('member', 'dan', [{ type: 'MemberInvited', data: {} }]);
  return {
    readers: new EvidenceFactReaders(
      new Streams(store),
      new OneFile(new ReadModels(new DataSource({ type: 'postgres' }))),
    ).readers,
    append,
  };
};
