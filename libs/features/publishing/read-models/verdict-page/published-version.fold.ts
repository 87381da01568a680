import type { z } from 'zod';
import type { Day, Instant, Recorded } from '#kernel';
import { visible } from '#features/checks';
import type { CheckEvent, CheckState, PartOf, Waiver } from '#features/checks';
import { publicApproval, publicDecision, publicDraft, publicLink, publicPublication } from './public-parts.js';
import type { PublicDecision, PublicDraft, PublicLink } from './public-parts.js';

/** The version of a check that stands, as the public may know it. */
export type PublishedVersion = {
  /** A path: absolute with the desk's publication settings. */
  readonly url: string;
  readonly draft: PublicDraft;
  readonly basis: PublicDecision['basis'] | undefined;
  readonly waivers: readonly Pick<Waiver, 'rule' | 'code'>[];
  /** In the order of the draft. */
  readonly cited: readonly PublicLink[];
  readonly reviewBy: Day;
  readonly publishedAt: Instant;
  /** Of the first version. */
  readonly firstPublishedAt: Instant;
  /** All that were published, the newest first. */
  readonly versions: readonly { readonly versionNo: number; readonly publishedAt: Instant }[];
};

/** `undefined`: nothing is published. */
export const publishedVersionIn = (
  events: readonly Recorded<CheckEvent>[],
  state: CheckState,
): PublishedVersion | undefined => {
  const parts = events.flatMap((event) => {
    const seen = visible('public', event, state);
    return seen.shows === 'part' ? [seen.event] : [];
  });
  const versions = versionsIn(parts);
  const [newest, oldest] = [versions.at(0), versions.at(-1)];
  const last = dataOf(parts, 'VerdictPublished', publicPublication).at(-1);
  const draft = dataOf(parts, 'VerdictDrafted', publicDraft).findLast(
    ({ versionNo, draftNo }) => versionNo === last?.versionNo && draftNo === last.draftNo,
  );
  if (last === undefined || draft === undefined || newest === undefined || oldest === undefined) return undefined;
  const { versionNo, draftNo, url, reviewBy } = last;
  const links = dataOf(parts, 'EvidenceLinked', publicLink);
  const approval = dataOf(parts, 'VerdictApproved', publicApproval).findLast(
    (one) => one.versionNo === versionNo && one.draftNo === draftNo,
  );
  return {
    url,
    draft,
    basis: dataOf(parts, 'RoundDecided', publicDecision).findLast(({ round }) => round === draft.round)?.basis,
    waivers: approval?.waivers ?? [],
    cited: draft.citedLinkIds.flatMap((linkId) => links.filter((link) => link.linkId === linkId)),
    reviewBy,
    publishedAt: newest.publishedAt,
    firstPublishedAt: oldest.publishedAt,
    versions,
  };
};

const dataOf = <Data>(parts: readonly PartOf[], type: PartOf['type'], schema: z.ZodType<Data>): readonly Data[] =>
  parts.filter((part) => part.type === type).map(({ data }) => schema.parse(data));

const versionsIn = (parts: readonly PartOf[]): PublishedVersion['versions'] =>
  parts
    .filter((part) => part.type === 'VerdictPublished')
    .flatMap(({ recordedAt, data: { versionNo } }) =>
      versionNo === undefined || recordedAt === undefined ? [] : [{ versionNo, publishedAt: recordedAt }],
    )
    .toReversed();
