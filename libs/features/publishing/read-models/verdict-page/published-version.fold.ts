import type { z } from 'zod';
import type { Day, Instant, Recorded } from '#kernel';
import { visible } from '#features/checks';
import type { CheckEvent, CheckState, HiddenLinks, PartOf, Waiver } from '#features/checks';
import {
  publicApproval,
  publicAssessment,
  publicClosing,
  publicDecision,
  publicDraft,
  publicLink,
  publicPublication,
  publicReply,
  publicRequest,
} from './public-parts.js';
import type { PublicDecision, PublicDraft, PublicLink } from './public-parts.js';
import { repliesIn } from './replies.fold.js';
import type { VerdictPage } from './verdict-page.answer.js';

/** A version of a check as it was published: what happens later changes nothing of it. */
export type PublishedVersion = {
  /** Paths: absolute with the desk's publication settings. The first is the check's, the second its own. */
  readonly url: string;
  readonly versionUrl: string;
  readonly draft: PublicDraft;
  readonly basis: PublicDecision['basis'] | undefined;
  readonly waivers: readonly Pick<Waiver, 'rule' | 'code'>[];
  /** In the order of the draft. */
  readonly cited: readonly PublicLink[];
  readonly replies: VerdictPage['replies'];
  readonly reviewBy: Day;
  readonly expiresAt: Instant;
  readonly publishedAt: Instant;
  /** Of the first version. */
  readonly firstPublishedAt: Instant;
};

/** All that were published, the newest first, as the public may know them. */
export const publishedVersionsIn = (
  events: readonly Recorded<CheckEvent>[],
  state: CheckState,
  hiddenLinks: HiddenLinks,
): readonly PublishedVersion[] => {
  const parts = events.flatMap((event) => {
    const seen = visible('public', event, state, hiddenLinks);
    return seen.shows === 'part' ? [seen.event] : [];
  });
  const publications = parts.filter((part) => part.type === 'VerdictPublished');
  const firstPublishedAt = publications[0]?.recordedAt;
  if (firstPublishedAt === undefined) return [];
  return publications
    .flatMap((publication) => {
      const before = parts.filter(({ version }) => version < publication.version);
      return versionIn(before, publication, firstPublishedAt);
    })
    .toReversed();
};

const versionIn = (
  before: readonly PartOf[],
  { data, recordedAt: publishedAt = '' }: PartOf<'VerdictPublished'>,
  firstPublishedAt: Instant,
): readonly PublishedVersion[] => {
  const { versionNo, draftNo, ...published } = publicPublication.parse(data);
  const isIts = (one: { readonly versionNo: number; readonly draftNo: number }): boolean =>
    one.versionNo === versionNo && one.draftNo === draftNo;
  const draft = dataOf(before, 'VerdictDrafted', publicDraft).findLast(isIts);
  if (draft === undefined) return [];
  return [
    {
      ...published,
      draft,
      basis: dataOf(before, 'RoundDecided', publicDecision).findLast(({ round }) => round === draft.round)?.basis,
      waivers: dataOf(before, 'VerdictApproved', publicApproval).findLast(isIts)?.waivers ?? [],
      cited: citedIn(before, draft),
      replies: repliesIn({
        asked: dataOf(before, 'ReplyRequested', publicRequest),
        answered: dataOf(before, 'ReplyReceived', publicReply),
        closed: dataOf(before, 'ReplyWindowClosed', publicClosing),
      }),
      publishedAt,
      firstPublishedAt,
    },
  ];
};

/** As they were weighed when the draft was written. */
const citedIn = (parts: readonly PartOf[], { citedLinkIds, evidenceSet }: PublicDraft): readonly PublicLink[] => {
  const links = dataOf(parts, 'EvidenceLinked', publicLink);
  const assessments = dataOf(parts, 'EvidenceReassessed', publicAssessment);
  return citedLinkIds.flatMap((linkId) => {
    const last = assessments.findLast((one) => one.linkId === linkId && one.evidenceSet <= evidenceSet);
    const { evidenceSet: _, ...weighed } = last ?? { evidenceSet };
    return links.filter((link) => link.linkId === linkId).map((link) => ({ ...link, ...weighed }));
  });
};

const dataOf = <Data>(parts: readonly PartOf[], type: PartOf['type'], schema: z.ZodType<Data>): readonly Data[] =>
  parts.filter((part) => part.type === type).map(({ data }) => schema.parse(data));
