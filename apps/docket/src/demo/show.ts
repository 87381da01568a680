import { createDocketClient } from '#client';
import type { Schemas } from '#client';
import type { Player } from './player.js';
import { wrapped } from './wrapped.js';

/** The verdict as its readers get it, without a token. */
export const showVerdict = async ({ teller }: Player, baseUrl: string, checkId: string): Promise<void> => {
  const page = await createDocketClient({ baseUrl }).see('/v/{checkId}', { checkId });
  teller.chapter(`The verdict page, GET /v/${checkId}`);
  for (const [title, text] of linesOf(page)) teller.heading(title, text);
  teller.text();
  for (const line of wrapped(page.body)) teller.text(`  ${line}`);
  teller.text();
  for (const { title, publisher, stance, nature, archive } of page.sources)
    teller.heading(
      'Source',
      `${title} (${publisher?.name}): ${stance}, ${nature}; kept as ${shortened(archive?.sha256)}`,
    );
  if (page.disagreementNote !== undefined) teller.heading('Disagreement', page.disagreementNote);
  const { reviewRating, datePublished } = page.claimReview;
  teller.heading('ClaimReview', `${reviewRating.alternateName}, published ${datePublished}, ready for search engines`);
};

const linesOf = ({ title, claim, rating, summary, asOf, publishedAt, publisher, versionNo }: Schemas['VerdictPage']) =>
  [
    ['Title', title],
    ['Claim', `${claim.text} (${claim.claimant.name})`],
    ['Rating', `${rating.labelText}: ${rating.finding.replaceAll('_', ' ')}, ${rating.strength} strength`],
    ['Summary', summary],
    ['As of', `${asOf}; version ${versionNo}, published ${publishedAt} by ${publisher.name}`],
  ] as const;

/** Every event of the check, as the auditor reads it. */
export const showTimeline = async ({ gus, teller, nameOf }: Player, checkId: string): Promise<void> => {
  teller.chapter('The timeline of the check, as Gus the auditor reads it');
  const { items } = await gus.timeline(checkId);
  for (const item of items) teller.text(`  ${rowOf(item, nameOf)}`);
};

type Item = Schemas['Timeline']['items'][number];

const rowOf = ({ no, recordedAt, actor, capacity, type, essentials }: Item, nameOf: (id: string) => string): string => {
  const who = actor?.kind === 'service' ? actor.id.replace('service:', 'job: ') : nameOf(actor?.id ?? '');
  const time = recordedAt?.slice('YYYY-MM-DDT'.length, -1) ?? '';
  const as = actor?.kind === 'member' && capacity !== undefined ? ` (${capacity})` : '';
  return [`#${no}`.padEnd(4), time, `${who}${as}`.padEnd(20), type.padEnd(24), gist(essentials)].join(' ').trimEnd();
};

/** What tells most of an event: the stage, the label, the numbers. */
const GIST = ['stage', 'dueAt', 'capacity', 'stance', 'evidenceSet', 'round', 'label', 'basis', 'draftNo', 'versionNo'];

const gist = (essentials: Readonly<Record<string, unknown>>): string =>
  GIST.filter((name) => ['string', 'number'].includes(typeof essentials[name]))
    .map((name) => `${name} ${String(essentials[name])}`)
    .join(', ');

const shortened = (sha256: string | undefined): string =>
  sha256 === undefined ? 'nothing' : `${sha256.slice(0, 12)}…`;
