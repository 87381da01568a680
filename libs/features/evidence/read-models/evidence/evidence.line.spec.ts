import { SHA256 } from '../../domain/testing/evidence.js';
import { evidenceLine } from './evidence.answer.js';
import { lineOf } from './evidence.line.js';
import type { EvidenceRow } from './evidence.table.js';

describe('a line of the list of evidence', () => {
  it('is what the API says that it is, however much is seen of it', () => {
    for (const sight of ['whole', 'hash', 'existence'] as const)
      expect(evidenceLine.safeParse(lineOf(row(), sight)).error).toBeUndefined();
  });

  it('shows what it is and where it came from', () => {
    expect(lineOf(row(), 'whole')).toMatchObject({ title: 'A briefing', kind: 'web_page', sha256: SHA256 });
  });

  it('says of what is restricted no more than that it is there, and its hash to auditors', () => {
    const there = {
      evidenceId: 'e1',
      originGroup: 'us-government',
      status: 'broken',
      flags: ['gone', 'broken', 'restricted'],
      capturedBy: 'ana',
      capturedAt: '2026-11-22T10:00:01.000Z',
    };
    expect(lineOf(row(), 'existence')).toEqual(there);
    expect(lineOf(row(), 'hash')).toEqual({ ...there, sha256: SHA256 });
  });

  it('looks the same whatever it says', () => {
    const other: Partial<EvidenceRow> = { kind: 'interview', title: 'Other', url: null, publisher: null };
    for (const sight of ['hash', 'existence'] as const) expect(lineOf(row(other), sight)).toEqual(lineOf(row(), sight));
    expect(lineOf(row({ sha256: 'ee'.repeat(32) }), 'existence')).toEqual(lineOf(row(), 'existence'));
  });
});

const row = (change: Partial<EvidenceRow> = {}): EvidenceRow => ({
  deskId: 1,
  evidenceId: 'e1',
  capturedAt: '2026-11-22T10:00:01.000Z',
  capturedBy: 'ana',
  kind: 'web_page',
  title: 'A briefing',
  url: 'https://example.org/',
  publisher: { key: 'org:la-times', name: 'Los Angeles Times', kind: 'organisation' },
  originGroup: 'us-government',
  status: 'broken',
  sha256: SHA256,
  restricted: true,
  drifted: false,
  gone: true,
  ...change,
});
