import { v5 } from 'uuid';
import { titleOf } from '../../read-models/verdict-feed/data-feed.js';
import type { FeedItem, VerdictFeed } from '../../read-models/verdict-feed/verdict-feed.query.js';
import { addressOf } from '../../read-models/verdict-page/publication-settings.js';
import { markup } from '../pages/markup.js';
import type { Markup } from '../pages/markup.js';

type Addresses = {
  /** Of the whole feed, whatever it is narrowed by here. */
  readonly feed: string;
  /** Of this page of it. */
  readonly self: string;
  readonly next: string | undefined;
};

/** As feed readers take it (RFC 4287): texts as text, so that no reader makes markup of them. */
export const atomOf = ({ desk, items, modifiedAt }: VerdictFeed, { feed, self, next }: Addresses): string =>
  markup`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${lastingNameOf(feed)}</id>
<title>${titleOf(desk)}</title>
<updated>${modifiedAt}</updated>
<link rel="self" type="application/atom+xml" href="${self}"/>
${next !== undefined && markup`<link rel="next" type="application/atom+xml" href="${next}"/>`}
${desk.settings.url !== undefined && markup`<link rel="alternate" type="text/html" href="${desk.settings.url}"/>`}
<author><name>${desk.settings.name}</name>${desk.settings.url !== undefined && markup`<uri>${desk.settings.url}</uri>`}</author>
<generator>Docket</generator>
${items.map(entryOf)}
</feed>
`.text;

/** An id is an absolute IRI, and lasts: a check’s is its own, whatever host its desk has. */
const entryOf = ({ checkId, version, around }: FeedItem): Markup => {
  const { draft, publishedAt, firstPublishedAt, url } = version;
  return markup`<entry xml:lang="${draft.language}">
<id>urn:uuid:${checkId}</id>
<title>${draft.labelText}: ${draft.claimReviewed}</title>
<published>${firstPublishedAt}</published>
<updated>${publishedAt}</updated>
<link rel="alternate" type="text/html" href="${addressOf(around.settings, url)}"/>
<category term="${draft.label}" label="${draft.labelText}"/>
<summary>${draft.summary}</summary>
</entry>
`;
};

/** The address, or while the desk has named no host a name made of it. */
const lastingNameOf = (feed: string): string => (URL.canParse(feed) ? feed : `urn:uuid:${v5(feed, v5.URL)}`);
