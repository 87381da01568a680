import { sha256 } from '#kernel';
import type { Actor } from '#kernel';
import { workingTimeAfter } from '#features/standards';
import { codePointsOf } from './spans.js';
import type { AttachSnapshot, EraseSubmissionContact, RegisterSubmission } from './submission.commands.js';
import { idNotOfKey, policyUnknown, submissionExists } from './submission.errors.js';
import type {
  SubmissionContactErased,
  SubmissionContactRecorded,
  SubmissionRegistered,
  SubmissionRevised,
  SubmissionSnapshotAttached,
} from './submission.events.js';
import { ANYWHERE } from './submission.phase.js';
import type { SubmissionPhase } from './submission.phase.js';
import { latestOf } from './submission.state.js';
import type { Revision, SubmissionState } from './submission.state.js';

/** What arrives, and from whom. */
export const intake: SubmissionPhase<
  RegisterSubmission | AttachSnapshot | EraseSubmissionContact,
  | SubmissionRegistered
  | SubmissionContactRecorded
  | SubmissionRevised
  | SubmissionSnapshotAttached
  | SubmissionContactErased
> = {
  rules: {
    /** An import may come again: with another text that is a new revision, with the same text nothing new. */
    RegisterSubmission: {
      by: ['editor', 'reviewer', 'approver', 'service'],
      from: ['absent', ...ANYWHERE],
      unless: ({ data, actor }, state) =>
        isImportedAgain(data, state) ? latestHashOf(state) === asKept(data.text).textHash : isLate(actor, state),
      decide: ({ id, data, facts: { policy, idOfKey }, actor, at }, state) => {
        const kept = asKept(data.text);
        if (state.status !== 'absent') {
          if (!isImportedAgain(data, state)) throw submissionExists();
          return [{ type: 'SubmissionRevised', data: { revision: state.revisions.length + 1, ...kept } }];
        }
        if (data.kind === 'import' && id !== idOfKey) throw idNotOfKey(idOfKey);
        if (policy === undefined) throw policyUnknown();
        const { contact, ...rest } = data;
        const triageDueAt = workingTimeAfter(at, policy.rules.time.triage, policy.rules.calendar);
        return [
          { type: 'SubmissionRegistered', data: { ...rest, ...kept, revision: 1, triageDueAt, by: actor.id } },
          ...(contact === undefined ? [] : [{ type: 'SubmissionContactRecorded', data: { contact } } as const]),
        ];
      },
    },

    AttachSnapshot: {
      by: ['editor', 'approver'],
      from: ANYWHERE,
      decide: ({ data }) => [{ type: 'SubmissionSnapshotAttached', data }],
    },

    /** Nothing is left to do where no contact is on record, or none any more. */
    EraseSubmissionContact: {
      by: ['admin'],
      from: ANYWHERE,
      decide: ({ data: { ground } }, state) => {
        const erased = state.status === 'absent' ? [] : state.contacts;
        return erased.length === 0 ? [] : [{ type: 'SubmissionContactErased', data: { ground, erased } }];
      },
    },
  },

  evolve: {
    SubmissionRegistered: (_, { data: { kind, externalKey, triageDueAt, by, ...data } }) => ({
      status: 'received',
      kind,
      externalKey,
      registeredBy: by,
      triageDueAt,
      overdue: false,
      revisions: [asRevision(data)],
      noteIds: [],
      anchors: 0,
      contacts: [],
    }),
    SubmissionContactRecorded: (state, _, version) =>
      state.status === 'absent' ? state : { ...state, contacts: [...state.contacts, version] },
    SubmissionRevised: (state, { data }) =>
      state.status === 'absent' ? state : { ...state, revisions: [...state.revisions, asRevision(data)] },
    SubmissionSnapshotAttached: (state) => state,
    SubmissionContactErased: (state, { data: { erased } }) =>
      state.status === 'absent'
        ? state
        : { ...state, contacts: state.contacts.filter((version) => !erased.includes(version)) },
  },
};

/** A row or an item that has come before, under the key by which its source knows it. */
const isImportedAgain = ({ kind, externalKey }: RegisterSubmission['data'], state: SubmissionState): boolean =>
  state.status !== 'absent' &&
  (kind === 'import' || kind === 'feed') &&
  kind === state.kind &&
  externalKey !== undefined &&
  externalKey === state.externalKey;

/** A service that registers what is there already is told nothing. */
const isLate = ({ kind }: Actor, { status }: SubmissionState): boolean => kind === 'service' && status !== 'absent';

const latestHashOf = (state: SubmissionState): string | undefined =>
  state.status === 'absent' ? undefined : latestOf(state).textHash;

/** Exactly as it was decoded, but for line ends: of those there is one kind. */
const asKept = (given: string): { text: string; textHash: string; length: number } => {
  const text = given.replaceAll('\r\n', '\n');
  return { text, textHash: sha256(text), length: codePointsOf(text).length };
};

const asRevision = ({ text, textHash, length }: Omit<Revision, 'residue'>): Revision => ({
  text,
  textHash,
  length,
  residue: [],
});
