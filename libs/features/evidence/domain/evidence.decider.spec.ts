import type { Actor, DataOf } from '#kernel';
import { stateOf } from '#kernel';
import { by, specify } from '#kernel/testing';
import type { CaptureEvidence, EvidenceCommand, FileFacts, RecordArchive } from './evidence.commands.js';
import { evidenceDecider } from './evidence.decider.js';
import type { EvidenceCaptured, EvidenceEvent } from './evidence.events.js';
import { evidenceFactsOf } from './evidence.facts.js';

const given = specify(evidenceDecider);

const SHA256 = '0f'.repeat(32);

describe('capturing evidence', () => {
  it('records what was captured, and begins the first run', () => {
    given().when(capture()).thenEvents(captured());
  });

  it('may rest on a note alone', () => {
    const change = { kind: 'interview', url: undefined, note: 'Said on the telephone.' } as const;
    given().when(capture(change)).thenEvents(captured(change));
  });

  it('may rest on a file that the desk has', () => {
    given()
      .when(capture({ url: undefined, file }, found))
      .thenEvents(captured({ url: undefined, file }));
  });

  it('may be done by a service', () => {
    given()
      .when(capture({}, undefined, job))
      .thenEvents(captured());
  });

  it('refuses an empty hand', () => {
    given()
      .when(capture({ url: undefined }))
      .thenRefused('evidence/nothing-captured');
  });

  it('refuses a file that the desk does not have', () => {
    given().when(capture({ file })).thenRefused('evidence/file-unknown');
  });

  it('refuses to describe a file otherwise than the desk found it', () => {
    given()
      .when(capture({ file: { ...file, bytes: 8 } }, found))
      .thenRefused('evidence/file-mismatch');
    given()
      .when(capture({ file: { ...file, mediaType: 'text/plain' } }, found))
      .thenRefused('evidence/file-mismatch');
  });

  it('refuses an id that is in use, and tells a service that is late nothing', () => {
    given(captured()).when(capture()).thenRefused('evidence/exists');
    given(captured())
      .when(capture({}, undefined, job))
      .thenNothing();
  });

  it('refuses an auditor and an administrator', () => {
    given()
      .when(capture({}, undefined, member('gus', 'auditor')))
      .thenRefused('desk/role-missing');
    given()
      .when(capture({}, undefined, member('hal', 'admin')))
      .thenRefused('desk/role-missing');
  });
});

describe('recording what came of it', () => {
  it('is an archived copy', () => {
    given(captured()).when(recordArchive(1)).thenEvents(archived(1));
  });

  it('or a failure', () => {
    given(captured()).when(recordFailure(1)).thenEvents(failed(1));
  });

  it('is nothing for another run', () => {
    given(captured(), failed(1), requested(2)).when(recordArchive(1)).thenNothing();
    given(captured(), failed(1), requested(2)).when(recordFailure(1)).thenNothing();
    given(captured()).when(recordArchive(2)).thenNothing();
  });

  it('is nothing when it comes too late', () => {
    given(captured(), archived(1)).when(recordArchive(1)).thenNothing();
    given(captured(), archived(1)).when(recordFailure(1)).thenNothing();
    given(captured(), failed(1), acknowledged).when(recordArchive(1)).thenNothing();
  });

  it('is left to services', () => {
    given(captured()).when(recordArchive(1, ana)).thenRefused('desk/role-missing');
    given(captured()).when(recordFailure(1, ana)).thenRefused('desk/role-missing');
  });
});

describe('acknowledging a failure', () => {
  it('goes on without a copy', () => {
    given(captured(), failed(1)).when(acknowledge()).thenEvents(acknowledged);
  });

  it('is possible only after a failure', () => {
    given().when(acknowledge()).thenRefused('evidence/not-found');
    given(captured()).when(acknowledge()).thenRefused('evidence/wrong-stage');
    given(captured(), archived(1)).when(acknowledge()).thenRefused('evidence/wrong-stage');
    given(captured(), failed(1), acknowledged).when(acknowledge()).thenRefused('evidence/wrong-stage');
  });

  it('is for editors and approvers', () => {
    given(captured(), failed(1))
      .when(acknowledge(member('ben', 'reviewer')))
      .thenRefused('desk/role-missing');
  });
});

describe('trying again', () => {
  it('begins the next run', () => {
    given(captured(), failed(1)).when(retry()).thenEvents(requested(2));
    given(captured(), failed(1), requested(2), failed(2)).when(retry()).thenEvents(requested(3));
  });

  it('is possible after the failure was acknowledged', () => {
    given(captured(), failed(1), acknowledged)
      .when(retry(member('ben', 'reviewer')))
      .thenEvents(requested(2));
  });

  it('is possible only after a failure', () => {
    given().when(retry()).thenRefused('evidence/not-found');
    given(captured()).when(retry()).thenRefused('evidence/wrong-stage');
    given(captured(), archived(1)).when(retry()).thenRefused('evidence/wrong-stage');
    given(captured(), failed(1), requested(2)).when(retry()).thenRefused('evidence/wrong-stage');
    given(captured(), failed(1))
      .when(retry(member('gus', 'auditor')))
      .thenRefused('desk/role-missing');
  });
});

describe('the facts of evidence', () => {
  it.each([
    ['capturing', []],
    ['archived', [archived(1)]],
    ['failed', [failed(1)]],
    ['acknowledged', [failed(1), { type: 'EvidenceArchiveFailureAcknowledged', data: { reason: 'Enough.' } }]],
    ['capturing', [failed(1), requested(2)]],
    ['archived', [failed(1), requested(2), archived(2)]],
  ] as const)('say that it is %s', (status, events) => {
    const state = stateOf(evidenceDecider, [captured(), ...events]);
    expect(evidenceFactsOf('e1', state)).toEqual({ evidenceId: 'e1', status, originGroup: 'us-government' });
  });

  it('are none of what is not there', () => {
    expect(evidenceFactsOf('e1', undefined)).toBeUndefined();
    expect(evidenceFactsOf('e1', stateOf(evidenceDecider, []))).toBeUndefined();
  });
});

function member(id: string, role: string): Actor {
  return { kind: 'member', id, roles: [role] };
}
const ana = member('ana', 'editor');
const job: Actor = { kind: 'service', id: 'service:archive-evidence', roles: [] };

const found: FileFacts = { bytes: 7, mediaType: 'application/pdf' };
const file = { sha256: SHA256, ...found, name: 'report.pdf' };

type Captured = DataOf<CaptureEvidence>;

function capture(change: Partial<Captured> = {}, stored?: FileFacts, actor: Actor = ana): EvidenceCommand {
  return { type: 'CaptureEvidence', data: { ...source(), ...change }, facts: { file: stored }, ...by(actor) };
}

function captured(change: Partial<EvidenceCaptured['data']> = {}): EvidenceEvent {
  return { type: 'EvidenceCaptured', data: { ...source(), archiveRun: 1, ...change } };
}

function source(): Captured {
  return { kind: 'web_page', title: 'A briefing', url: 'https://example.org/', originGroup: 'us-government' };
}

function copy(archiveRun: number): DataOf<RecordArchive> {
  return {
    archiveRun,
    sha256: SHA256,
    bytes: 7,
    mediaType: 'text/html',
    storageKey: `sha256/${SHA256}`,
    tool: 'docket-http',
  };
}

function recordArchive(archiveRun: number, actor: Actor = job): EvidenceCommand {
  return { type: 'RecordArchive', data: copy(archiveRun), ...by(actor) };
}

function archived(archiveRun: number): EvidenceEvent {
  return { type: 'EvidenceArchived', data: copy(archiveRun) };
}

function trouble(archiveRun: number) {
  return { archiveRun, attempts: 6, code: 'timeout', detail: 'It took too long.' };
}

function recordFailure(archiveRun: number, actor: Actor = job): EvidenceCommand {
  return { type: 'RecordArchiveFailure', data: trouble(archiveRun), ...by(actor) };
}

function failed(archiveRun: number): EvidenceEvent {
  return { type: 'EvidenceArchiveFailed', data: trouble(archiveRun) };
}

function acknowledge(actor: Actor = ana): EvidenceCommand {
  return { type: 'AcknowledgeArchiveFailure', data: { reason: 'Enough.' }, ...by(actor) };
}
const acknowledged: EvidenceEvent = { type: 'EvidenceArchiveFailureAcknowledged', data: { reason: 'Enough.' } };

function retry(actor: Actor = ana): EvidenceCommand {
  return { type: 'RetryArchive', data: {}, ...by(actor) };
}

function requested(archiveRun: number): EvidenceEvent {
  return { type: 'EvidenceArchiveRequested', data: { archiveRun } };
}
