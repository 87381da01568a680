import { mayEver } from '#kernel';
import type { Actor, AnyEvent, Recorded } from '#kernel';
import { timelineOf } from '#platform/timeline';
import type { Seen } from '#platform/timeline';
import { policyStream } from '../domain/policy.stream.js';
import { scaleStream } from '../domain/scale.stream.js';

const forEveryMember = {
  mayRead: (actor: Actor) => mayEver(['member'], actor),
  seenBy: (_: Actor, events: readonly Recorded<AnyEvent>[]): readonly Seen[] =>
    events.map((event) => ({ shows: 'all', event })),
};

export const scaleTimeline = timelineOf(scaleStream, forEveryMember);
export const policyTimeline = timelineOf(policyStream, forEveryMember);
