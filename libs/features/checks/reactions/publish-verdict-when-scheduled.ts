import { enqueue } from '#kernel';
import type { Reaction } from '#kernel';
import type { CheckEvent } from '../domain/check.events.js';
import { publishVerdict } from '../jobs/publish-verdict.job.js';

/** One that is cancelled meanwhile finds nothing to publish. */
export const publishVerdictWhenScheduled: Reaction<CheckEvent> = {
  name: 'publish-verdict-when-scheduled',
  on: {
    VerdictScheduled: ({ id: checkId, data: { versionNo, scheduleNo, publishAt } }) => [
      enqueue(publishVerdict, {
        key: [checkId, versionNo, scheduleNo],
        payload: { checkId, versionNo, scheduleNo },
        at: publishAt,
      }),
    ],
  },
};
