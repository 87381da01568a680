import { z } from 'zod';
import type { Recorded } from '#kernel';
import { FINDINGS } from '#features/standards';
import { key } from '#platform/http';
import type { CheckEvent } from '../domain/check.events.js';
import { ofType } from './of-type.js';

/** What a version of the verdict says, in brief. */
export const ratedVersion = z
  .strictObject({ versionNo: z.int(), label: key, labelText: z.string(), finding: z.enum(FINDINGS) })
  .meta({ id: 'RatedVersion' });

export type RatedVersion = z.infer<typeof ratedVersion>;

/** The published version that stands, if there is one. */
export const liveVersionIn = (events: readonly Recorded<CheckEvent>[]): RatedVersion | undefined => {
  const published = ofType(events, 'VerdictPublished').at(-1)?.data;
  const drafted = ofType(events, 'VerdictDrafted').findLast(
    ({ data }) => data.versionNo === published?.versionNo && data.draftNo === published.draftNo,
  );
  if (drafted === undefined) return undefined;
  const { versionNo, label, labelText, finding } = drafted.data;
  return { versionNo, label, labelText, finding };
};
