import type { EntityManager } from 'typeorm';
import type { Recorded } from '#kernel';
import type { Projection } from '#platform/subscriptions';
import type { EvidenceEvent } from '../../domain/evidence.events.js';
import { EvidenceRow } from './evidence.table.js';

/** All evidence of a desk, whoever may see what it says: that, the query asks of the streams. */
export const evidenceProjection: Projection<EvidenceEvent> = {
  name: 'evidence',
  build: 1,
  tables: [EvidenceRow],
  on: {
    EvidenceCaptured: ({ deskId, id, recordedAt, actor, data: { kind, title, url, publisher, originGroup } }, rows) =>
      rows.insert(EvidenceRow, {
        deskId,
        evidenceId: id,
        capturedAt: recordedAt,
        capturedBy: actor.id,
        kind,
        title,
        url: url ?? null,
        publisher: publisher ?? null,
        originGroup,
        status: 'capturing',
        sha256: null,
        restricted: false,
        drifted: false,
        gone: false,
      }),
    EvidenceOriginAssessed: (event, rows) => change(event, rows, { originGroup: event.data.originGroup }),
    EvidenceAccessRestricted: (event, rows) => change(event, rows, { restricted: true }),
    EvidenceAccessLifted: (event, rows) => change(event, rows, { restricted: false }),

    EvidenceArchiveRequested: (event, rows) => change(event, rows, { status: 'capturing' }),
    EvidenceArchived: (event, rows) => change(event, rows, { status: 'archived', sha256: event.data.sha256 }),
    EvidenceArchiveFailed: (event, rows) => change(event, rows, { status: 'failed' }),
    EvidenceArchiveFailureAcknowledged: (event, rows) => change(event, rows, { status: 'acknowledged' }),
    EvidenceIntegrityBroken: (event, rows) => change(event, rows, { status: 'broken' }),

    EvidenceDrifted: (event, rows) => change(event, rows, { drifted: true, gone: false }),
    EvidenceSourceGone: (event, rows) => change(event, rows, { gone: true }),
    EvidenceSourceBack: (event, rows) => change(event, rows, { gone: false }),
  },
};

const change = (
  { deskId, id }: Recorded<EvidenceEvent>,
  rows: EntityManager,
  columns: Partial<Pick<EvidenceRow, 'originGroup' | 'status' | 'sha256' | 'restricted' | 'drifted' | 'gone'>>,
): Promise<unknown> => rows.update(EvidenceRow, { deskId, evidenceId: id }, columns);
