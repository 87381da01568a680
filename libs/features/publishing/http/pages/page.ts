import type { VerdictPage } from '../../read-models/verdict-page/verdict-page.answer.js';
import { markup } from './markup.js';
import type { Markup, Part } from './markup.js';
import { linkTo, phrase } from './parts.js';
import { STYLE } from './style.js';

type Page = {
  readonly title: string;
  readonly language?: string | undefined;
  /** Absent on a page that tells of an error: there it is not known whose it would be. */
  readonly publisher?: VerdictPage['publisher'];
  readonly isRehearsal: boolean;
  /** For machines: links to other forms, descriptions, data. */
  readonly head?: Part;
  readonly main: Part;
  readonly foot?: Part;
};

/** A whole page for readers: header, main part, footer, and nothing that runs. */
export const pageOf = ({ title, publisher, isRehearsal, head, main, foot }: Page): string =>
  markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${isRehearsal && 'Rehearsal: '}${title}</title>
${isRehearsal && markup`<meta name="robots" content="noindex"/>`}
<link rel="icon" href="data:,"/>
${head}
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${headerOf(publisher, isRehearsal)}
<main id="main">
${main}
</main>
${footerOf(publisher, foot)}
</body>
</html>
`.text;

const headerOf = (publisher: Page['publisher'], isRehearsal: boolean): Part => {
  if (publisher === undefined) return undefined;
  const { name, url } = publisher;
  return markup`<header>
<p><strong>${url === undefined ? phrase(name) : linkTo(url, phrase(name))}</strong></p>
${isRehearsal && markup`<p class="notice"><strong>Rehearsal.</strong> Nothing on this page is real.</p>`}
</header>`;
};

const footerOf = (publisher: Page['publisher'], foot: Part): Part => {
  if (publisher === undefined) return undefined;
  const { name, correctionsPolicy, publishingPrinciples } = publisher;
  return markup`<footer>
<p>Published by ${phrase(name)}.</p>
${publishingPrinciples !== undefined && markup`<p>${linkTo(publishingPrinciples, 'How we work')}</p>`}
${correctionsPolicy !== undefined && markup`<p>${linkTo(correctionsPolicy, 'How we correct')}</p>`}
${foot}
</footer>`;
};

/** For search engines and for who shares it. An address without a host is no address to them. */
export const describedAs = ({
  title,
  summary,
  url,
  publisher,
}: {
  readonly title: string;
  readonly summary: string;
  readonly url: string;
  readonly publisher: VerdictPage['publisher'];
}): Markup => markup`<link rel="canonical" href="${url}"/>
<meta name="description" content="${shortened(summary)}"/>
<meta property="og:type" content="article"/>
<meta property="og:title" content="${title}"/>
<meta property="og:description" content="${shortened(summary)}"/>
<meta property="og:site_name" content="${publisher.name}"/>
${publisher.url !== undefined && markup`<meta property="og:url" content="${url}"/>`}`;

const DESCRIPTION = 300;

const shortened = (text: string): string => {
  const signs = Array.from(text.replace(/\s+/g, ' ').trim());
  return signs.length <= DESCRIPTION ? signs.join('') : `${signs.slice(0, DESCRIPTION - 1).join('')}…`;
};
