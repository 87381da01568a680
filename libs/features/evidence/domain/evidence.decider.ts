import type { Decider } from '#kernel';
import type { CaptureEvidence, EvidenceCommand, RestrictAccess } from './evidence.commands.js';
import { fileMismatch, fileUnknown, memberUnknown, nothingCaptured } from './evidence.errors.js';
import type { EvidenceEvent } from './evidence.events.js';
import { changed } from './evidence.state.js';
import type { EvidenceState } from './evidence.state.js';
import { EVIDENCE_STATUSES } from './evidence.status.js';
import type { EvidenceStatus } from './evidence.status.js';
import { integrity } from './integrity.decisions.js';

export const evidenceDecider: Decider<EvidenceState, EvidenceStatus, EvidenceCommand, EvidenceEvent> = {
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

    /** Links that are made later take the new group, and those that are assessed anew; the others keep theirs. */
    AssessOrigin: {
      by: ['editor', 'reviewer', 'approver', 'service'],
      from: EVIDENCE_STATUSES,
      unless: ({ data: { originGroup } }, state) =>
        state.status !== 'absent' && state.isOriginAssessed && state.originGroup === originGroup,
      decide: ({ data }) => [{ type: 'EvidenceOriginAssessed', data }],
    },

    RestrictAccess: {
      by: ['editor', 'approver'],
      from: EVIDENCE_STATUSES,
      unless: ({ data: { memberIds } }, state) => isSame(memberIds, restrictionOf(state)),
      decide: ({ data, facts: { members } }) => {
        demandActive(data, members);
        return [{ type: 'EvidenceAccessRestricted', data }];
      },
    },

    /** Of what is open to everybody there is nothing to lift. */
    LiftRestriction: {
      by: ['editor', 'approver'],
      from: EVIDENCE_STATUSES,
      unless: (_, state) => state.status !== 'absent' && state.restrictedTo === undefined,
      decide: ({ data }) => [{ type: 'EvidenceAccessLifted', data }],
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

    ...integrity.rules,
  },

  evolve: {
    EvidenceCaptured: (_, { data: { archiveRun, originGroup } }) => ({
      status: 'capturing',
      archiveRun,
      originGroup,
      isOriginAssessed: false,
      isGone: false,
    }),
    EvidenceOriginAssessed: (state, { data: { originGroup } }) =>
      changed(state, { originGroup, isOriginAssessed: true }),
    EvidenceAccessRestricted: (state, { data: { memberIds } }) => changed(state, { restrictedTo: memberIds }),
    EvidenceAccessLifted: (state) => changed(state, { restrictedTo: undefined }),
    EvidenceArchiveRequested: (state, { data: { archiveRun } }) => changed(state, { status: 'capturing', archiveRun }),
    EvidenceArchiveFailureAcknowledged: (state) => changed(state, { status: 'acknowledged' }),
    EvidenceArchived: (state, { data: { sha256 } }) => changed(state, { status: 'archived', sha256 }),
    EvidenceArchiveFailed: (state) => changed(state, { status: 'failed' }),
    ...integrity.evolve,
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

const demandActive = ({ memberIds }: RestrictAccess['data'], members: RestrictAccess['facts']['members']): void => {
  const unknown = memberIds.filter((id) => !members.some(({ memberId, active }) => memberId === id && active));
  if (unknown.length > 0) throw memberUnknown(unknown);
};

const restrictionOf = (state: EvidenceState): readonly string[] | undefined =>
  state.status === 'absent' ? undefined : state.restrictedTo;

const isSame = (named: readonly string[], before: readonly string[] | undefined): boolean =>
  before?.length === new Set(named).size && named.every((memberId) => before.includes(memberId));
