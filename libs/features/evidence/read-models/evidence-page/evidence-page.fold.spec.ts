import type { Actor, Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import type { EvidenceEvent } from '../../domain/evidence.events.js';
import { evidencePage } from './evidence-page.answer.js';
import { evidencePageOf } from './evidence-page.fold.js';

describe('the page of one piece of evidence', () => {
  it('is none of what is not there', () => {
    expect(evidencePageOf([])).toBeUndefined();
  });

  it('shows what was captured, by whom and when', () => {
    expect(pageAfter(captured)).toEqual({
      evidenceId: 'e1',
      version: 1,
      kind: 'web_page',
      title: 'A briefing',
      url: 'https://example.org/',
      originGroup: 'us-government',
      capturedBy: 'ana',
      capturedAt: '2026-11-22T10:00:01.000Z',
      status: 'capturing',
      archiveRun: 1,
      copies: [],
      flags: [],
    });
  });

  it('shows the copy, and not where the desk keeps it', () => {
    const { storageKey: _, ...shown } = copy;
    expect(pageAfter(captured, archived)).toMatchObject({
      status: 'archived',
      copies: [{ ...shown, archivedAt: '2026-11-22T10:00:01.000Z' }],
    });
    expect(JSON.stringify(pageAfter(captured, archived))).not.toContain(copy.storageKey);
  });

  it('shows the failure of the last run, until another begins', () => {
    expect(pageAfter(captured, failed)).toMatchObject({ status: 'failed', failure: { code: 'http-404', attempts: 1 } });
    expect(pageAfter(captured, failed, requested)).toMatchObject({ status: 'capturing', archiveRun: 2 });
    expect(pageAfter(captured, failed, requested)?.failure).toBeUndefined();
  });

  it('shows who goes on without a copy, and why', () => {
    expect(pageAfter(captured, failed, acknowledged)).toMatchObject({
      status: 'acknowledged',
      failure: { code: 'http-404' },
      acknowledged: { reason: 'It was seen by two.', acknowledgedBy: 'ana' },
    });
    expect(pageAfter(captured, failed, acknowledged, requested)?.acknowledged).toBeUndefined();
  });

  it('is what the API says that it is', () => {
    for (const events of [[captured], [captured, archived], [captured, failed, acknowledged]])
      expect(evidencePage.safeParse(pageAfter(...events)).error).toBeUndefined();
  });
});

const ana: Actor = { kind: 'member', id: 'ana', roles: ['editor'] };

const pageAfter = (...events: readonly EvidenceEvent[]) =>
  evidencePageOf(events.map((event): Recorded<EvidenceEvent> => recorded(event, 'e1', ana)));

const captured: EvidenceEvent = {
  type: 'EvidenceCaptured',
  data: {
    kind: 'web_page',
    title: 'A briefing',
    url: 'https://example.org/',
    originGroup: 'us-government',
    archiveRun: 1,
  },
};
const copy = {
  archiveRun: 1,
  sha256: '0f'.repeat(32),
  bytes: 7,
  mediaType: 'text/html',
  storageKey: 'sha256/0f/secret-place',
  tool: 'docket-http',
};
const archived: EvidenceEvent = { type: 'EvidenceArchived', data: copy };
const failed: EvidenceEvent = {
  type: 'EvidenceArchiveFailed',
  data: { archiveRun: 1, attempts: 1, code: 'http-404', detail: 'The address answered with status 404.' },
};
const acknowledged: EvidenceEvent = {
  type: 'EvidenceArchiveFailureAcknowledged',
  data: { reason: 'It was seen by two.' },
};
const requested: EvidenceEvent = { type: 'EvidenceArchiveRequested', data: { archiveRun: 2 } };
