import type { Actor, DataOf, Instant, Recorded, Role } from '#kernel';
import { recorded } from '#kernel/testing';
import type { RecordArchive } from '../evidence.commands.js';
import type { EvidenceCaptured, EvidenceEvent } from '../evidence.events.js';

export const member = (id: string, ...roles: readonly Role[]): Actor => ({ kind: 'member', id, roles });
export const ana = member('ana', 'editor');
export const ben = member('ben', 'reviewer');
export const eva = member('eva', 'approver');
export const gus = member('gus', 'auditor');
export const hal = member('hal', 'admin');
export const job: Actor = { kind: 'service', id: 'service:archive-evidence', roles: [] };

export const SHA256 = '0f'.repeat(32);

export const captured = (change: Partial<DataOf<EvidenceCaptured>> = {}): EvidenceEvent => ({
  type: 'EvidenceCaptured',
  data: {
    kind: 'web_page',
    title: 'A briefing',
    url: 'https://example.org/',
    originGroup: 'us-government',
    archiveRun: 1,
    ...change,
  },
});

const copy: DataOf<RecordArchive> = {
  archiveRun: 1,
  sha256: SHA256,
  bytes: 7,
  mediaType: 'text/html',
  storageKey: 'sha256/0f/secret-place',
  tool: 'docket-http',
};

export const archived = (change: Partial<DataOf<RecordArchive>> = {}): EvidenceEvent => ({
  type: 'EvidenceArchived',
  data: { ...copy, ...change },
});

export const failed = (archiveRun = 1, detail = 'It took too long.'): EvidenceEvent => ({
  type: 'EvidenceArchiveFailed',
  data: { archiveRun, attempts: 6, code: 'timeout', detail },
});

export const requested = (archiveRun: number): EvidenceEvent => ({
  type: 'EvidenceArchiveRequested',
  data: { archiveRun },
});

export const acknowledged = (reason = 'It was seen by two.'): EvidenceEvent => ({
  type: 'EvidenceArchiveFailureAcknowledged',
  data: { reason },
});

export const originAssessed = (originGroup: string, reason = 'It cites nobody else.'): EvidenceEvent => ({
  type: 'EvidenceOriginAssessed',
  data: { originGroup, reason },
});

export const restricted = (...memberIds: readonly string[]): EvidenceEvent => ({
  type: 'EvidenceAccessRestricted',
  data: { memberIds, reason: 'Its source would be known.' },
});

export const lifted: EvidenceEvent = { type: 'EvidenceAccessLifted', data: { reason: 'Its source has spoken.' } };

export const streamOf = (events: readonly EvidenceEvent[], actor: Actor = ana): readonly Recorded<EvidenceEvent>[] =>
  events.map((event, place) => ({ ...recorded(event, 'e1', actor), version: place + 1 }));

export const RECORDED_AT: Instant = '2026-11-22T10:00:01.000Z';
