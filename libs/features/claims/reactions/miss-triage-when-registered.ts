import { setTimer } from '#kernel';
import type { Reaction } from '#kernel';
import type { SubmissionEvent } from '../domain/submission.events.js';
import { missTriage } from '../jobs/timers.js';

export const missTriageWhenRegistered: Reaction<SubmissionEvent> = {
  name: 'miss-triage-when-registered',
  on: {
    SubmissionRegistered: ({ id, data: { triageDueAt } }) => [
      setTimer(missTriage, { key: [id], at: triageDueAt, id, data: {} }),
    ],
  },
};
