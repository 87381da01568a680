import { feedItems } from './feed-items.js';
import type { ImportRow } from './import-row.js';

async function* whole(content: string | Buffer): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}

const read = async (content: string | Buffer, language?: string) => {
  const rows: ImportRow[] = [];
  for await (const row of feedItems(whole(content), language)) rows.push(row);
  return rows.map((row) => ('said' in row ? row.said : row.flaw));
};

const rss = (...items: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>A feed</title><language>en-GB</language>${items.join('\n')}</channel></rss>`;

describe('RSS', () => {
  it('says what its items say', async () => {
    const item = `<item>
      <title> One &amp; two </title><link>https://desk.example/1?a=1&amp;b=2</link>
      <guid isPermaLink="false">urn:item:1</guid><pubDate>Mon, 07 Nov 2022 23:30:00 -0200</pubDate>
      <description>Short.</description><content:encoded><![CDATA[ <p>It&#8217;s long.</p>\n]]></content:encoded>
    </item>`;
    expect(await read(rss(item))).toEqual([
      {
        kind: 'feed',
        externalKey: 'urn:item:1',
        text: ' <p>It&#8217;s long.</p>\n',
        title: 'One & two',
        sourceUrl: 'https://desk.example/1?a=1&b=2',
        language: 'en-GB',
        publishedOn: {
          from: '2022-11-08',
          to: '2022-11-08',
          precision: 'day',
          basis: 'The feed says so, by the day in UTC.',
        },
      },
    ]);
  });

  it('reads the numbers of characters, and numbers as they are written', async () => {
    const [said] = await read(rss('<item><guid>007</guid><description>It&#8217;s &#x1F680; 1.50</description></item>'));
    expect(said).toMatchObject({ externalKey: '007', text: 'It’s 🚀 1.50' });
  });

  it('goes by the address where there is no guid, and by the title where there is no text', async () => {
    const [said] = await read(rss('<item><title>Only this</title><link>https://desk.example/2</link></item>'));
    expect(said).toMatchObject({ externalKey: 'https://desk.example/2', text: 'Only this' });
  });

  it('leaves out a date that cannot be read', async () => {
    const [said] = await read(rss('<item><guid>1</guid><title>T</title><pubDate>soon</pubDate></item>'));
    expect(said).not.toHaveProperty('publishedOn');
  });
});

const feed = (entry: string) => `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">${entry}</feed>`;

describe('Atom', () => {
  it('says what its entries say', async () => {
    const entry = `<entry xml:lang="fr"><id>tag:desk.example,2022:1</id><title>Un</title>
      <link rel="self" href="https://desk.example/self"/><link href="https://desk.example/1"/>
      <published>2022-11-07T10:00:00Z</published>
      <content type="xhtml"><div>A <b>bold</b> word</div></content></entry>`;
    expect(await read(feed(entry), 'en')).toMatchObject([
      {
        externalKey: 'tag:desk.example,2022:1',
        text: 'A bold word',
        title: 'Un',
        sourceUrl: 'https://desk.example/1',
        language: 'fr',
        publishedOn: { from: '2022-11-07' },
      },
    ]);
  });

  it('has the language of the feed where the entry says none', async () => {
    expect(await read(feed('<entry><id>1</id><title>T</title></entry>'), 'en')).toMatchObject([{ language: 'de' }]);
  });
});

describe('what is no feed', () => {
  it.each([
    ['not XML', 'externalKey,text'],
    ['broken', '<rss><channel></rss>'],
    ['another document', '<html><body/></html>'],
    ['one that declares a type', '<!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel/></rss>'],
    ['empty', ''],
  ])('is refused: %s', async (_, content) => {
    await expect(read(content)).rejects.toMatchObject({ status: 422, code: 'request/invalid' });
  });

  it('is refused in another encoding', async () => {
    const latin = Buffer.from(rss('<item><title>é</title></item>'), 'latin1');
    await expect(read(latin)).rejects.toMatchObject({ status: 400, code: 'request/unreadable' });
  });
});
