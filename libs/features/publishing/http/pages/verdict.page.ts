import type { VerdictPage } from '../../read-models/verdict-page/verdict-page.answer.js';
import { feedsOf } from '../addresses.js';
import { dataBlock, markup } from './markup.js';
import type { Markup, Part } from './markup.js';
import { describedAs, pageOf } from './page.js';
import {
  dateOf,
  dayOf,
  linkOut,
  linkTo,
  momentOf,
  paragraphs,
  partyOf,
  phrase,
  section,
  terms,
  shownAddress,
} from './parts.js';
import { sourcesOf } from './sources.part.js';
import { scaleOf } from './scale.part.js';
import { ASKED_AS, BASIS, FINDING, REPLIED, STRENGTH, WAIVED } from './words.js';

/** A version of a verdict as people read it: all that stands in its data, and nothing that does not. */
export const verdictHtml = (page: VerdictPage, deskKey: string): string =>
  pageOf({
    title: `${page.rating.labelText}: ${page.claimReviewed}`,
    publisher: page.publisher,
    isRehearsal: page.rehearsal === true,
    head: headOf(page, deskKey),
    main: markup`${noticesOf(page)}
<article>
${openingOf(page)}
${section('reasons', 'Reasons', paragraphs(page.body, page.language))}
${section('sources', 'Sources', sourcesOf(page.sources))}
${section('reply', 'Right of reply', repliesOf(page))}
${section('review', 'Review', reviewOf(page))}
${section('scale', 'The scale', scaleOf(page))}
</article>
${versionsOf(page)}`,
    foot: footOf(page, deskKey),
  });

const headOf = (page: VerdictPage, deskKey: string): Markup => {
  const { title, summary, url, publisher, publishedAt, standing } = page;
  const feeds = feedsOf(publisher, deskKey);
  return markup`${describedAs({ title, summary, url, publisher })}
<meta property="article:published_time" content="${publishedAt}"/>
${standing.status === 'superseded' && page.rehearsal !== true && markup`<meta name="robots" content="noindex"/>`}
<link rel="alternate" type="application/ld+json" href="${url}"/>
<link rel="alternate" type="application/atom+xml" title="Verdicts" href="${feeds.atom}"/>
<script type="application/ld+json">${dataBlock(page.claimReview)}</script>`;
};

/** What has happened since, before anything that was said then. */
const noticesOf = ({ standing, url, versionNo, reviewBy }: VerdictPage): readonly Part[] => [
  standing.status === 'superseded' &&
    markup`<p class="notice"><strong>This is version ${versionNo}, which no longer stands.</strong> ${linkTo(url, `Read version ${standing.liveVersionNo}, which does`)}.</p>`,
  standing.isUnderReview &&
    markup`<p class="notice"><strong>Under review.</strong> The desk is looking at this check again.</p>`,
  standing.status === 'live' &&
    standing.isExpired &&
    markup`<p class="notice"><strong>May be out of date.</strong> This verdict was to be looked at again by ${dayOf(reviewBy)}.</p>`,
];

const openingOf = (page: VerdictPage): Markup => {
  const { title, language, claimReviewed, claim, rating, summary, versionNo } = page;
  return markup`<h1 lang="${language}" dir="auto">${title}</h1>
<section aria-labelledby="claim">
<h2 id="claim">The claim</h2>
<blockquote lang="${language}" dir="auto">${claimReviewed}</blockquote>
${terms([
  ['Said by', partyOf(claim.claimant)],
  ['On', dateOf(claim.statedOn)],
  ['In full', claim.text !== claimReviewed && phrase(claim.text, claim.language)],
  ['Appeared in', appearancesOf(claim.appearances)],
])}
</section>
<section aria-labelledby="rating">
<h2 id="rating">The rating</h2>
<div class="rating">
<p class="label" lang="${language}" dir="auto">${rating.labelText}</p>
<p>${onItsScale(page)}${capitalised(FINDING[rating.finding])}. ${STRENGTH[rating.strength]}.</p>
</div>
<p class="text" lang="${language}" dir="auto">${summary}</p>
${terms([
  ['As of', dayOf(page.asOf)],
  ['Published', momentOf(page.publishedAt)],
  ['Version', String(versionNo)],
  ['To be reviewed by', dayOf(page.reviewBy)],
])}
</section>`;
};

const onItsScale = ({ rating, scale }: VerdictPage): string => {
  const values = scale.labels.flatMap(({ value }) => value ?? []);
  return rating.value === undefined
    ? ''
    : `${rating.value} on a scale from ${Math.min(...values)} to ${Math.max(...values)}. `;
};

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const appearancesOf = (appearances: VerdictPage['claim']['appearances']): Part =>
  appearances.length > 0 &&
  markup`<ul class="facts">${appearances.map(
    ({ url, publisher, appearedOn, archivedUrl }) =>
      markup`<li>${linkOut(url, phrase(publisher?.name ?? url))}, ${dateOf(appearedOn)}${archivedUrl !== undefined && markup` (${linkOut(archivedUrl, 'kept copy')})`}</li>`,
  )}</ul>`;

const repliesOf = ({ replies }: VerdictPage): Part =>
  replies.length === 0
    ? markup`<p>Nobody was asked.</p>`
    : markup`<ul>${replies.map(
        ({ party, purpose, state, text }) =>
          markup`<li>${partyOf(party)} (${ASKED_AS[purpose]}) ${REPLIED[state]}${text === undefined ? '.' : ':'}${
            text !== undefined && markup`<blockquote>${paragraphs(text)}</blockquote>`
          }</li>`,
      )}</ul>`;

/** How the reviewers came to it, what they did not agree on, and what was signed as an exception. */
const reviewOf = ({ basis, disagreementNote, language, waivers }: VerdictPage): readonly Part[] => [
  basis !== undefined && markup`<p>${BASIS[basis]}</p>`,
  disagreementNote !== undefined && markup`<h3>Where they differed</h3>${paragraphs(disagreementNote, language)}`,
  waivers.length > 0 &&
    markup`<h3>Exceptions</h3><ul>${waivers.map(({ rule, code }) => markup`<li>${WAIVED[rule]} (${code.replaceAll('_', ' ')}).</li>`)}</ul>`,
];

const versionsOf = ({ versions, versionNo, url }: VerdictPage): Markup =>
  markup`<nav aria-labelledby="versions">
<h2 id="versions">Versions</h2>
<ul>${versions.map(
    (one) =>
      markup`<li${one.versionNo === versionNo && markup` aria-current="page"`}>${linkTo(one.url, `Version ${one.versionNo}`)}, published ${momentOf(one.publishedAt)}</li>`,
  )}</ul>
<p>${linkTo(`${url}/versions`, 'All versions in a list')}</p>
</nav>`;

const footOf = ({ url, versionUrl, publisher }: VerdictPage, deskKey: string): Markup => {
  const feeds = feedsOf(publisher, deskKey);
  return markup`<p>Permanent address: ${shownAddress(url)}. This version: ${shownAddress(versionUrl)}.</p>
<p>All verdicts: ${linkTo(feeds.atom, 'Atom')}, ${linkTo(feeds.dataFeed, 'data feed')}.</p>`;
};
