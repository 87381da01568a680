import { EXAMPLES } from '../../../apps/api/src/documents/examples.js';

type Data = Readonly<Record<string, unknown>>;

const example = (command: string): Data => (EXAMPLES[command] ?? {}) as Data;

/** What a service would say in each command that only services send. */
const OF_SERVICES: Readonly<Record<string, Data>> = {
  ExpireOffer: { assignmentId: example('AcceptAssignment')['assignmentId'] },
  MarkDeadline: { clock: 'stage', no: 2, run: 1, mark: 'due' },
  HoldPublication: { versionNo: 1, scheduleNo: 1, code: 'check/claim-merged' },
  MarkVerdictExpired: { versionNo: 1, reviewBy: '2023-05-10' },
  RecordSimilarClaims: { matcher: 'words', matcherVersion: '1', candidates: [] },
  RecordExternalChecks: { source: 'checks.example', items: [] },
  RecordIntegrity: { sha256: 'ab'.repeat(32) },
  RecordSourceState: { state: 'same' },
  RecordArchive: {
    archiveRun: 1,
    sha256: 'ab'.repeat(32),
    bytes: 1,
    mediaType: 'text/plain',
    storageKey: 'k',
    tool: 't',
  },
  RecordArchiveFailure: { archiveRun: 1, attempts: 1, code: 'timeout', detail: 'It did not answer.' },
};

export const dataOf = (command: string): Data => OF_SERVICES[command] ?? example(command);
