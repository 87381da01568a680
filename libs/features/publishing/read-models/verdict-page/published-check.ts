import { stateOf } from '#kernel';
import type { Instant, Recorded } from '#kernel';
import { checkStream } from '#features/checks';
import type { CheckEvent, CheckState, HiddenLinks } from '#features/checks';
import { publishedVersionsIn } from './published-version.fold.js';
import type { PublishedVersion } from './published-version.fold.js';

/** A check of which something is published. */
export type PublishedCheck = {
  readonly checkId: string;
  /** The newest first. */
  readonly versions: readonly PublishedVersion[];
  readonly live: PublishedVersion;
  /** Since when the desk has been at work on it again. */
  readonly underReviewSince: Instant | undefined;
  /** When the live version was to be looked at again, and nobody had. */
  readonly expiredAt: Instant | undefined;
  /** Where the desk was when it published this version: it tells which day it was. */
  readonly timeZoneOf: (version: PublishedVersion) => string;
};

/** `undefined`: nothing is published. */
export const publishedCheckIn = (
  checkId: string,
  events: readonly Recorded<CheckEvent>[],
  hiddenLinks: HiddenLinks,
): PublishedCheck | undefined => {
  const state = stateOf(checkStream.decider, events);
  const versions = publishedVersionsIn(events, state, hiddenLinks);
  const [live] = versions;
  if (live === undefined) return undefined;
  const timeZoneOf = ({ draft }: PublishedVersion): string => timeZoneIn(events, draft.versionNo);
  const underReviewSince = leftPublishedAt(events, state);
  return { checkId, versions, live, underReviewSince, expiredAt: expiredAt(events, live), timeZoneOf };
};

/** Of the policy to which the check was pinned then. */
const timeZoneIn = (events: readonly Recorded<CheckEvent>[], versionNo: number): string => {
  const published = events.findIndex(
    ({ type, data }) => type === 'VerdictPublished' && 'versionNo' in data && data.versionNo === versionNo,
  );
  const { policy } = stateOf(checkStream.decider, events.slice(0, published));
  if (policy === undefined) throw new Error('Only an open check is published.');
  return policy.rules.calendar.timeZone;
};

const leftPublishedAt = (events: readonly Recorded<CheckEvent>[], { stage }: CheckState): Instant | undefined => {
  if (stage === undefined || stage.name === 'published') return undefined;
  const entries = events.filter((event) => event.type === 'StageEntered');
  const rest = entries.findLastIndex(({ data }) => data.stage === 'published');
  return rest === -1 ? undefined : entries[rest + 1]?.recordedAt;
};

const expiredAt = (events: readonly Recorded<CheckEvent>[], { draft }: PublishedVersion): Instant | undefined =>
  events.find((event) => event.type === 'VerdictExpired' && event.data.versionNo === draft.versionNo)?.recordedAt;
