import type { VerdictPage } from '../../read-models/verdict-page/verdict-page.answer.js';
import { markup } from './markup.js';
import type { Markup, Part } from './markup.js';
import { dateOf, linkOut, momentOf, paragraphs, partyOf, phrase, terms } from './parts.js';
import { NATURE, STANCE } from './words.js';

type Source = VerdictPage['sources'][number];

/** What the version cites, in its order. */
export const sourcesOf = (sources: readonly Source[]): Part =>
  sources.length === 0 ? markup`<p>None is cited.</p>` : markup`<ol>${sources.map(sourceOf)}</ol>`;

const sourceOf = (source: Source): Markup =>
  source.isRestricted
    ? markup`<li>A source that the desk may not show. ${weighed(source)}</li>`
    : markup`<li>${titleOf(source)}
<p>${weighed(source)}</p>
${source.quote !== undefined && markup`<blockquote>${paragraphs(source.quote)}</blockquote>`}
${terms([
  ['Publisher', source.publisher && partyOf(source.publisher)],
  ['Published', source.publishedOn && dateOf(source.publishedOn)],
  ['Place', source.locator !== undefined && phrase(source.locator)],
  ['Origin', source.originGroup !== undefined && phrase(source.originGroup)],
  ['Kept copy', source.archive && archiveOf(source.archive)],
])}</li>`;

const titleOf = ({ title = 'Untitled', url }: Source): Part =>
  url === undefined ? phrase(title) : linkOut(url, phrase(title));

const weighed = ({ stance, nature }: Source): string => `${STANCE[stance]}; ${NATURE[nature]}.`;

const archiveOf = ({ mediaType, archivedAt, sha256 }: NonNullable<Source['archive']>): Markup =>
  markup`${mediaType}, made ${momentOf(archivedAt)}, SHA-256 <span class="hash">${sha256}</span>`;
