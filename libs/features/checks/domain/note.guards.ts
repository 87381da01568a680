import type { DataOf } from '#kernel';
import { aboutUnknown, noteWouldUnseal } from './case.errors.js';
import type { AddNote } from './check.commands.js';
import type { CheckState, Draft, NoteAbout } from './check.state.js';
import { openDraft } from './drafts.js';
import { standsIn } from './stage.js';

/** A blind round speaks together once it is revealed. Until then who has ruled in it, or has to, may tell editors only. */
export const demandSealed = ({ audience }: DataOf<AddNote>, memberId: string, state: CheckState): void => {
  if (audience === 'round' && !standsIn(state, ['reconciling', 'tie_break'])) throw noteWouldUnseal(audience);
  if (audience !== 'editors' && boundBySeals(state).includes(memberId)) throw noteWouldUnseal(audience);
};

/** Who is, or was, of a round that nobody has revealed yet, be it at hand or set aside. */
const boundBySeals = ({ round, earlierRounds, revealedRound, people }: CheckState): readonly string[] =>
  [...earlierRounds, ...(round ? [{ ...round, leavers: people.setAside }] : [])]
    .filter((one) => one.blind && one.round > revealedRound)
    .flatMap(({ reviewers, leavers }) => [...reviewers, ...leavers]);

/** A note is about something that the check has or had. */
export const demandKnown = ({ about }: DataOf<AddNote>, state: CheckState): void => {
  if (about !== undefined && !KNOWN[about.kind](state).includes(about.id)) throw aboutUnknown(about);
};

const KNOWN: { readonly [Kind in NoteAbout['kind']]: (state: CheckState) => readonly string[] } = {
  link: ({ linkIds }) => linkIds,
  question: ({ questions }) => questions.map(({ questionId }) => questionId),
  ruling: ({ rulingIds }) => rulingIds,
  reply: ({ replies }) => replies.map(({ replyId }) => replyId),
  draft: (state) => [...state.versions, openDraft(state)].flatMap(draftIdsOf),
};

/** Of one version: its drafts up to the last. */
const draftIdsOf = (last: Pick<Draft, 'versionNo' | 'draftNo'> | undefined): readonly string[] =>
  last === undefined ? [] : Array.from({ length: last.draftNo }, (_, place) => `${last.versionNo}.${place + 1}`);
