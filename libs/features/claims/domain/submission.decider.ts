import { sha256 } from '#kernel';
import type { Absent, Actor, Decider } from '#kernel';
import { workingTimeAfter } from '#features/standards';
import { codePointsOf } from './spans.js';
import type { RegisterSubmission, SubmissionCommand } from './submission.commands.js';
import { policyUnknown, submissionExists } from './submission.errors.js';
import type { SubmissionEvent } from './submission.events.js';
import type { SubmissionState } from './submission.state.js';

type Place = Exclude<SubmissionState['status'], Absent>;

export const submissionDecider: Decider<SubmissionState, Place, SubmissionCommand, SubmissionEvent> = {
  category: 'submission',
  initialState: { status: 'absent' },
  placeOf: ({ status }) => status,

  rules: {
    /** An import may come again: with another text that is a new revision, with the same text nothing new. */
    RegisterSubmission: {
      by: ['editor', 'reviewer', 'approver', 'service'],
      from: ['absent', 'received', 'triaged', 'declined', 'duplicate'],
      unless: ({ data, actor }, state) =>
        isImportedAgain(data, state) ? latestHashOf(state) === asKept(data.text).textHash : isLate(actor, state),
      decide: ({ data, facts: { policy }, actor, at }, state) => {
        const kept = asKept(data.text);
        if (state.status !== 'absent') {
          if (!isImportedAgain(data, state)) throw submissionExists();
          return [{ type: 'SubmissionRevised', data: { revision: state.revisions.length + 1, ...kept } }];
        }
        if (policy === undefined) throw policyUnknown();
        const { contact, ...rest } = data;
        const triageDueAt = workingTimeAfter(at, policy.rules.time.triage, policy.rules.calendar);
        return [
          { type: 'SubmissionRegistered', data: { ...rest, ...kept, revision: 1, triageDueAt, by: actor.id } },
          ...(contact === undefined ? [] : [{ type: 'SubmissionContactRecorded', data: { contact } } as const]),
        ];
      },
    },
  },

  evolve: {
    SubmissionRegistered: (_, { data: { kind, externalKey, text, textHash, by } }) => ({
      status: 'received',
      kind,
      externalKey,
      registeredBy: by,
      revisions: [{ text, textHash }],
      residue: [],
    }),
    SubmissionContactRecorded: (state) => state,
    SubmissionRevised: (state, { data: { text, textHash } }) =>
      state.status === 'absent' ? state : { ...state, revisions: [...state.revisions, { text, textHash }] },
  },
};

const isImportedAgain = ({ kind, externalKey }: RegisterSubmission['data'], state: SubmissionState): boolean =>
  state.status !== 'absent' &&
  state.kind === 'import' &&
  kind === 'import' &&
  externalKey !== undefined &&
  externalKey === state.externalKey;

/** A service that registers what is there already is told nothing. */
const isLate = ({ kind }: Actor, { status }: SubmissionState): boolean => kind === 'service' && status !== 'absent';

const latestHashOf = (state: SubmissionState): string | undefined =>
  state.status === 'absent' ? undefined : state.revisions.at(-1)?.textHash;

/** Exactly as it was decoded, but for line ends: of those there is one kind. */
const asKept = (given: string): { text: string; textHash: string; length: number } => {
  const text = given.replaceAll('\r\n', '\n');
  return { text, textHash: sha256(text), length: codePointsOf(text).length };
};
