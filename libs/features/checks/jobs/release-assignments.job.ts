import { defineJob } from '#kernel';

/** The version is of the event in the member's stream that may have cost him assignments. */
export const releaseAssignments = defineJob<{ readonly memberId: string; readonly version: number }>({
  queue: 'timers',
  name: 'release-assignments',
  retry: 'timer',
});
