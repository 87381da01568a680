import { jobsFor } from '#kernel';
import type { Actor } from '#kernel';
import { recorded } from '#kernel/testing';
import type { EvidenceEvent } from '../domain/evidence.events.js';
import { archiveEvidenceWhenCaptured } from './archive-evidence-when-captured.js';
import { archiveEvidenceWhenRequested } from './archive-evidence-when-requested.js';

describe('archiving evidence', () => {
  it('begins when it was captured', () => {
    const jobs = jobsFor(archiveEvidenceWhenCaptured, recorded(captured, 'e1', ana));
    expect(jobs).toMatchObject([
      {
        id: 'archive-evidence.1.e1.1',
        job: { queue: 'evidence' },
        data: { payload: { evidenceId: 'e1', archiveRun: 1 } },
      },
    ]);
    expect(jobsFor(archiveEvidenceWhenRequested, recorded(captured, 'e1', ana))).toEqual([]);
  });

  it('begins anew when that was requested', () => {
    const jobs = jobsFor(archiveEvidenceWhenRequested, recorded(requested, 'e1', ana));
    expect(jobs).toMatchObject([
      { id: 'archive-evidence.1.e1.2', data: { payload: { evidenceId: 'e1', archiveRun: 2 } } },
    ]);
    expect(jobsFor(archiveEvidenceWhenCaptured, recorded(requested, 'e1', ana))).toEqual([]);
  });
});

const ana: Actor = { kind: 'member', id: 'ana', roles: ['editor'] };

const captured: EvidenceEvent = {
  type: 'EvidenceCaptured',
  data: { kind: 'interview', title: 'A call', originGroup: 'org:kcna', note: 'Said on the telephone.', archiveRun: 1 },
};
const requested: EvidenceEvent = { type: 'EvidenceArchiveRequested', data: { archiveRun: 2 } };
