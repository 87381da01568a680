import type { Decider } from '#kernel';
import { intake } from './intake.decisions.js';
import type { SubmissionCommand } from './submission.commands.js';
import { notAwaitingTriage, notTurnedAway } from './submission.errors.js';
import type { SubmissionEvent } from './submission.events.js';
import type { SubmissionPlace } from './submission.phase.js';
import type { SubmissionState } from './submission.state.js';
import { texts } from './texts.decisions.js';
import { triage } from './triage.decisions.js';

export const submissionDecider: Decider<SubmissionState, SubmissionPlace, SubmissionCommand, SubmissionEvent> = {
  category: 'submission',
  initialState: { status: 'absent' },
  placeOf: ({ status }) => status,
  elsewhere: {
    CompleteTriage: notAwaitingTriage,
    DeclineSubmission: notAwaitingTriage,
    MarkDuplicate: notAwaitingTriage,
    RestoreSubmission: notTurnedAway,
  },
  rules: { ...intake.rules, ...texts.rules, ...triage.rules },
  evolve: { ...intake.evolve, ...texts.evolve, ...triage.evolve },
};
