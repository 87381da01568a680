import { RequestProblem } from '#platform/http';
import type { ImportRow } from './import-row.js';
import { childrenOf, textIn, xmlOf } from './xml-nodes.js';
import type { XmlElement } from './xml-nodes.js';

/** A feed is read as a whole, since its parts mean nothing before it ends. */
export const MAX_FEED_BYTES = 16 * 1024 * 1024;

/** The items of an RSS feed, or the entries of an Atom feed, in their order. */
export async function* feedItems(content: AsyncIterable<Uint8Array>, language?: string): AsyncGenerator<ImportRow> {
  const root = xmlOf(await wholeOf(content));
  const format = root === undefined ? undefined : FORMATS.find(({ rootName }) => rootName === root.name);
  if (root === undefined || format === undefined) throw noFeed();
  let row = 0;
  for (const said of format.items(root, language)) yield { row: (row += 1), said };
}

const wholeOf = async (content: AsyncIterable<Uint8Array>): Promise<string> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of content) {
    size += part.length;
    if (size > MAX_FEED_BYTES) throw new RequestProblem(413, 'request/too-large', 'The feed is too large.');
    parts.push(part);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw new RequestProblem(400, 'request/unreadable', 'The feed is not UTF-8.');
  }
};

const noFeed = (): RequestProblem =>
  new RequestProblem(422, 'request/invalid', 'This is neither RSS nor Atom, or it is broken, or it declares a type.');

type Said = Readonly<Record<string, unknown>>;

type Format = {
  readonly rootName: string;
  readonly items: (root: XmlElement, language: string | undefined) => readonly Said[];
};

const rss: Format = {
  rootName: 'rss',
  items: (root, asked) =>
    childrenOf(root, 'channel').flatMap((channel) => {
      const language = wordsIn(channel, 'language') ?? asked;
      return childrenOf(channel, 'item').map((item) => {
        const link = wordsIn(item, 'link');
        return saidOf({
          externalKey: wordsIn(item, 'guid') ?? link,
          text: textOf(item, ['content:encoded', 'description', 'title']),
          title: wordsIn(item, 'title'),
          sourceUrl: link,
          publishedOn: dayIn(wordsIn(item, 'pubDate')),
          language,
        });
      });
    }),
};

const atom: Format = {
  rootName: 'feed',
  items: (root, asked) =>
    childrenOf(root, 'entry').map((entry) => {
      const link = linkOf(entry);
      return saidOf({
        externalKey: wordsIn(entry, 'id') ?? link,
        text: textOf(entry, ['content', 'summary', 'title']),
        title: wordsIn(entry, 'title'),
        sourceUrl: link,
        publishedOn: dayIn(wordsIn(entry, 'published') ?? wordsIn(entry, 'updated')),
        language: entry.attributes['xml:lang'] ?? root.attributes['xml:lang'] ?? asked,
      });
    }),
};

const FORMATS: readonly Format[] = [rss, atom];

/** What an item does not have is not said. */
const saidOf = (item: Said): Said => ({
  kind: 'feed',
  ...Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)),
});

/** The first of these that has something in it, exactly as it stands there. */
const textOf = (item: XmlElement, names: readonly string[]): string | undefined =>
  names
    .flatMap((name) => childrenOf(item, name))
    .map(textIn)
    .find((text) => text.trim() !== '');

/** Of a short element, without the white space around it. */
const wordsIn = (element: XmlElement, name: string): string | undefined => {
  const [found] = childrenOf(element, name);
  const words = found === undefined ? '' : textIn(found).trim();
  return words === '' ? undefined : words;
};

const linkOf = (entry: XmlElement): string | undefined =>
  childrenOf(entry, 'link').find(({ attributes: { rel = 'alternate' } }) => rel === 'alternate')?.attributes['href'];

/** A date that cannot be read is not said: it is no reason to lose the item. */
const dayIn = (written: string | undefined): Said | undefined => {
  const time = Date.parse(written ?? '');
  if (Number.isNaN(time)) return undefined;
  const day = new Date(time).toISOString().slice(0, 10);
  return { from: day, to: day, precision: 'day', basis: 'The feed says so, by the day in UTC.' };
};
