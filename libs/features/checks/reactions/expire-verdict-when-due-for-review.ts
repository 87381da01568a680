import { setTimer } from '#kernel';
import type { Reaction } from '#kernel';
import type { CheckEvent } from '../domain/check.events.js';
import { expireVerdict } from '../jobs/timers.js';

export const expireVerdictWhenDueForReview: Reaction<CheckEvent> = {
  name: 'expire-verdict-when-due-for-review',
  on: {
    VerdictPublished: ({ id, data: { versionNo, reviewBy, expiresAt } }) => [
      setTimer(expireVerdict, { key: [id, versionNo, reviewBy], at: expiresAt, id, data: { versionNo, reviewBy } }),
    ],
  },
};
