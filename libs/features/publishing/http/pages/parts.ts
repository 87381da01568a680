import type { Day, FuzzyDate, Instant, Party } from '#kernel';
import { markup } from './markup.js';
import type { Markup, Part } from './markup.js';

// What every page is made of. Texts of people say their language and find their own direction.

/** A link, if the address is one of the web or of this desk; else its words alone. */
export const linkTo = (address: string, words: Part): Part => {
  const href = safeAddress(address);
  return href === undefined ? words : markup`<a href="${href}">${words}</a>`;
};

/** An address that is shown as it is. */
export const shownAddress = (address: string): Part => {
  const href = safeAddress(address);
  return href === undefined ? address : markup`<a class="address" href="${href}">${address}</a>`;
};

/** A link to a place that the desk does not answer for. */
export const linkOut = (address: string, words: Part): Part => {
  const href = safeAddress(address);
  return href === undefined ? words : markup`<a href="${href}" rel="nofollow noreferrer">${words}</a>`;
};

/** `undefined`: nothing that a reader should be sent to. */
export const safeAddress = (address: string): string | undefined => {
  if (/^\/(?![/\\])/.test(address)) return address;
  if (!URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
};

/** Words inside a sentence of ours. */
export const phrase = (text: string, language?: string): Markup =>
  language === undefined ? markup`<bdi>${text}</bdi>` : markup`<bdi lang="${language}">${text}</bdi>`;

/** Text of several paragraphs, as it was written. */
export const paragraphs = (text: string, language?: string): readonly Markup[] =>
  text
    .split(/\n\s*\n/)
    .filter((one) => one.trim() !== '')
    .map((one) =>
      language === undefined
        ? markup`<p class="text" dir="auto">${one.trim()}</p>`
        : markup`<p class="text" lang="${language}" dir="auto">${one.trim()}</p>`,
    );

/** Terms and what they are; nothing for those that are absent. */
export const terms = (rows: readonly (readonly [term: string, what: Part])[]): Markup =>
  markup`<dl>${rows
    .filter(([, what]) => what !== undefined && what !== false)
    .map(([term, what]) => markup`<dt>${term}</dt><dd>${what}</dd>`)}</dl>`;

/** A part of a page under its heading; nothing if there is nothing in it. */
export const section = (id: string, heading: string, ...parts: readonly Part[]): Part =>
  parts.every((part) => part === undefined || part === false || (Array.isArray(part) && part.length === 0))
    ? undefined
    : markup`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${parts}</section>`;

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

export const dayOf = (day: Day): Markup =>
  markup`<time datetime="${day}">${DAY.format(new Date(`${day}T00:00:00Z`))}</time>`;

export const momentOf = (instant: Instant): Markup =>
  markup`<time datetime="${instant}">${MOMENT.format(new Date(instant))} UTC</time>`;

/** As precise as it is known. */
export const dateOf = (date: FuzzyDate): Part => {
  if (date.precision === 'unresolved' || date.precision === 'unresolvable') return 'date not known';
  const { from, to, precision } = date;
  if (precision === 'day' || from === to) return dayOf(from);
  if (precision === 'year') return markup`<time datetime="${from.slice(0, 4)}">${from.slice(0, 4)}</time>`;
  if (precision === 'month')
    return markup`<time datetime="${from.slice(0, 7)}">${MONTH.format(new Date(`${from}T00:00:00Z`))}</time>`;
  return markup`${dayOf(from)} to ${dayOf(to)}`;
};

/** With what he is, and where he is found. */
export const partyOf = ({ name, jobTitle, url }: Party): Part => {
  const called = phrase(name);
  const words = url === undefined ? called : linkOut(url, called);
  return jobTitle === undefined ? words : markup`${words}, ${phrase(jobTitle)}`;
};
