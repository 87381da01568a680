import type { Instant, Key } from '#kernel';
import { refusal } from './check.errors.js';
import type { NoteAbout, NoteAudience } from './check.state.js';

export const claimNotAccepted = () => refusal('rule', 'claim-not-accepted', 'Only an accepted claim is checked.');

export const claimMerged = () =>
  refusal('rule', 'claim-merged', 'This claim was merged into another: go on with that one.');

export const claimNotRateable = (checkability: string) =>
  refusal('rule', 'claim-not-rateable', 'Only a factual claim, a fragment or satire can be rated.', { checkability });

export const dateUnresolved = () =>
  refusal('rule', 'date-unresolved', 'Settle first when the claim was stated, or that it cannot be found out.');

export const dueDatePast = (dueAt: Instant, at: Instant) =>
  refusal('invalid', 'due-date-past', 'The due date lies in the past.', { dueAt, at });

export const policyUnknown = (policyId: Key) =>
  refusal('invalid', 'policy-unknown', 'The desk has no such policy in force.', { policyId });

export const reasonMissing = () =>
  refusal('rule', 'reason-missing', 'A due date stands already: say why it is another one now.');

export const stageClockPaused = () =>
  refusal('rule', 'stage-paused', 'The clock of this stage stands still until what it waits for has come.');

export const liveVersion = (versionNo: number) =>
  refusal('rule', 'live-version', 'A version of this check is live: bring the reopening to its end instead.', {
    versionNo,
  });

export const noteWouldUnseal = (audience: NoteAudience) =>
  refusal(
    'rule',
    'note-would-unseal',
    'Not to these readers yet: until the rulings are opened, nobody hears of them.',
    {
      audience,
    },
  );

export const aboutUnknown = (about: NoteAbout) =>
  refusal('invalid', 'about-unknown', 'This check has nothing of this kind with this id.', { about });

export const concernUnknown = (concernId: string) =>
  refusal('invalid', 'concern-unknown', 'No such concern is open in this check.', { concernId });
