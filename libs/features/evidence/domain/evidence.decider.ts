import type { Absent, Decider } from '#kernel';
import type { CaptureEvidence, EvidenceCommand } from './evidence.commands.js';
import { fileMismatch, fileUnknown, nothingCaptured } from './evidence.errors.js';
import type { EvidenceEvent } from './evidence.events.js';
import type { EvidenceState } from './evidence.state.js';
import type { EvidenceStatus } from './evidence.status.js';

type Place = Exclude<EvidenceState['status'], Absent>;

export const evidenceDecider: Decider<EvidenceState, Place, EvidenceCommand, EvidenceEvent> = {
  category: 'evidence',
  initialState: { status: 'absent' },
  placeOf: ({ status }) => status,

  rules: {
    CaptureEvidence: {
      by: ['editor', 'reviewer', 'approver', 'service'],
      from: ['absent'],
      decide: ({ data, facts }) => {
        if (data.url === undefined && data.file === undefined && data.note === undefined) throw nothingCaptured();
        keepToTheRecord(data.file, facts.file);
        return [{ type: 'EvidenceCaptured', data: { ...data, archiveRun: 1 } }];
      },
    },

    RecordArchive: {
      by: ['service'],
      from: ['capturing'],
      decide: ({ data }, state) => (isAwaited(state, data) ? [{ type: 'EvidenceArchived', data }] : []),
    },

    RecordArchiveFailure: {
      by: ['service'],
      from: ['capturing'],
      decide: ({ data }, state) => (isAwaited(state, data) ? [{ type: 'EvidenceArchiveFailed', data }] : []),
    },

    AcknowledgeArchiveFailure: {
      by: ['editor', 'approver'],
      from: ['failed'],
      decide: ({ data }) => [{ type: 'EvidenceArchiveFailureAcknowledged', data }],
    },

    RetryArchive: {
      by: ['editor', 'reviewer', 'approver'],
      from: ['failed', 'acknowledged', 'broken'],
      decide: (_, state) => [{ type: 'EvidenceArchiveRequested', data: { archiveRun: runOf(state) + 1 } }],
    },
  },

  evolve: {
    EvidenceCaptured: (_, { data: { archiveRun, originGroup } }) => ({ status: 'capturing', archiveRun, originGroup }),
    EvidenceArchiveRequested: (state, { data: { archiveRun } }) => ({ ...moved(state, 'capturing'), archiveRun }),
    EvidenceArchiveFailureAcknowledged: (state) => moved(state, 'acknowledged'),
    EvidenceArchived: (state) => moved(state, 'archived'),
    EvidenceArchiveFailed: (state) => moved(state, 'failed'),
  },
};

/** What is said of a file is what the desk found when it came in. */
const keepToTheRecord = (said: CaptureEvidence['data']['file'], found: CaptureEvidence['facts']['file']): void => {
  if (said === undefined) return;
  if (found === undefined) throw fileUnknown();
  if (said.bytes !== found.bytes || said.mediaType !== found.mediaType)
    throw fileMismatch(`The file with that hash has ${found.bytes} bytes and is ${found.mediaType}.`);
};

const runOf = (state: EvidenceState): number => (state.status === 'absent' ? 0 : state.archiveRun);

const isAwaited = (state: EvidenceState, { archiveRun }: { readonly archiveRun: number }): boolean =>
  runOf(state) === archiveRun;

const moved = (state: EvidenceState, status: EvidenceStatus): EvidenceState =>
  state.status === 'absent' ? state : { ...state, status };
