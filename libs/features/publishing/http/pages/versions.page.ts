import type { VersionList } from '../../read-models/verdict-page/versions.answer.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { pageOf } from './page.js';
import { dayOf, linkTo, momentOf, phrase, terms } from './parts.js';

/** Every version of a check that was published, the newest first. */
export const versionsHtml = ({ url, publisher, versions, rehearsal }: VersionList): string =>
  pageOf({
    title: `All versions: ${versions[0]?.title ?? ''}`,
    publisher,
    isRehearsal: rehearsal === true,
    head: markup`<link rel="canonical" href="${url}/versions"/>`,
    main: markup`<h1>All versions</h1>
<p>${linkTo(url, 'The verdict as it stands')}. A version that was published is never changed.</p>
<ol reversed="">${versions.map(versionOf)}</ol>`,
  });

const versionOf = (version: VersionList['versions'][number]): Markup =>
  markup`<li value="${version.versionNo}">${linkTo(version.url, phrase(version.title, version.language))}${version.status === 'live' && ' (stands)'}
${terms([
  ['Rating', phrase(version.labelText, version.language)],
  ['Published', momentOf(version.publishedAt)],
  ['As of', dayOf(version.asOf)],
])}</li>`;
