import { setTimer } from '#kernel';
import type { Instant, JobRequest, Reaction } from '#kernel';
import type { CheckEvent } from '../domain/check.events.js';
import { revealRulings } from '../jobs/timers.js';

/**
 * Any sealed entry may be the one for which the others wait, and so may whoever leaves: whether it is, and whether the
 * round is sealed at all, the decider knows.
 */
export const revealRulingsWhenSubmitted: Reaction<CheckEvent> = {
  name: 'reveal-rulings-when-submitted',
  on: {
    AssignmentTransferred: ({ id, version, at }) => [revealAfter(id, version, at)],
    AssignmentReleased: ({ id, version, at }) => [revealAfter(id, version, at)],
    MemberRecused: ({ id, version, at }) => [revealAfter(id, version, at)],
    RulingSubmitted: ({ id, version, data: { revealAt } }) => [revealAfter(id, version, revealAt)],
    RulingAmended: ({ id, version, data: { revealAt } }) =>
      revealAt === undefined ? [] : [revealAfter(id, version, revealAt)],
  },
};

const revealAfter = (id: string, version: number, at: Instant): JobRequest =>
  setTimer(revealRulings, { key: [id, version], at, id, data: {} });
