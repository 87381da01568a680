import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { DataFeed as SchemaOrgDataFeed, WithContext } from 'schema-dts';
import { dataFeedOf } from '../../read-models/verdict-feed/data-feed.js';
import { dataFeed } from '../../read-models/verdict-feed/verdict-feed.answer.js';
import type { VerdictFeed } from '../../read-models/verdict-feed/verdict-feed.query.js';
import { flawsOf } from '../../testing/schema-org.js';
import { published, reopened, researched, reviewed, secondVersion } from '../../testing/story.js';
import { checksIn, exampleDesk, shownIn, worldWith } from '../../testing/world.js';
import type { World } from '../../testing/world.js';
import { atomOf } from './atom.js';

const HOSTILE = '</title></summary>]]><script>alert(1)</script> & \u202E \uFFFE "\'';
const ATOM = 'https://desk.example/feeds/example/verdicts.atom';
const DATA = 'https://desk.example/feeds/example/verdicts.json';
const addresses = { feed: ATOM, self: `${ATOM}?language=en&limit=1`, next: `${ATOM}?language=en&limit=1&cursor=x` };

const feedOf = async (world: World): Promise<VerdictFeed> => {
  const found = await checksIn(world).readMany(world.desk, ['c4']);
  return {
    desk: world.desk,
    items: found.flatMap(([{ checkId, live }, shown]) => {
      const around = shown(live);
      return around === undefined ? [] : [{ checkId, version: live, around }];
    }),
    nextCursor: undefined,
    modifiedAt: '2022-11-10T10:13:00.000Z',
  };
};

const twice = worldWith({
  check: [...researched(), ...reviewed(), ...published(), ...reopened, ...published(secondVersion)],
});
const hostile = worldWith({
  check: [
    ...researched(),
    ...reviewed(),
    ...published({ claimReviewed: HOSTILE, summary: HOSTILE, labelText: HOSTILE, title: HOSTILE }),
  ],
  desk: { ...exampleDesk, settings: { ...exampleDesk.settings, name: HOSTILE } },
});
const empty = worldWith({ check: researched() });

const read = (xml: string): Readonly<Record<string, never>> =>
  new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' || name === 'link' }).parse(xml);

describe('the data feed', () => {
  it('holds what stands on the page, with the days of the check', async () => {
    const feed = dataFeedOf(await feedOf(twice), DATA);
    const { answer } = await shownIn(twice);
    expect(feed.dataFeedElement).toEqual([
      {
        '@type': 'DataFeedItem',
        dateCreated: '2022-11-10',
        dateModified: '2022-11-10',
        item: answer.claimReview,
      },
    ]);
    expect(JSON.stringify(feed.dataFeedElement[0]?.item)).toBe(JSON.stringify(answer.claimReview));
  });

  it.each([
    ['one verdict', worldWith()],
    ['none', empty],
    ['hostile texts', hostile],
  ])('with %s is one of schema.org, and as described', async (_, world) => {
    const feed: WithContext<SchemaOrgDataFeed> = dataFeedOf(await feedOf(world), DATA);
    expect(flawsOf(feed, '$', ['DataFeed'])).toEqual([]);
    expect(dataFeed.safeParse(feed).error).toBeUndefined();
  });

  it('says that it is of a rehearsal', async () => {
    const feed = await feedOf(worldWith({ desk: { ...exampleDesk, isRehearsal: true } }));
    expect(dataFeedOf(feed, DATA).name).toBe('Rehearsal: Example Desk: verdicts');
    expect(atomOf(feed, addresses)).toContain('<title>Rehearsal: Example Desk: verdicts</title>');
  });
});

describe('the Atom feed', () => {
  it('has the ids, times and links that Atom asks for', async () => {
    const xml = atomOf(await feedOf(twice), addresses);
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(read(xml)).toMatchObject({
      feed: {
        '@_xmlns': 'http://www.w3.org/2005/Atom',
        id: ATOM,
        title: 'Example Desk: verdicts',
        updated: '2022-11-10T10:13:00.000Z',
        author: { name: 'Example Desk', uri: 'https://desk.example' },
        link: [
          { '@_rel': 'self', '@_href': addresses.self },
          { '@_rel': 'next', '@_href': addresses.next },
          { '@_rel': 'alternate', '@_href': 'https://desk.example' },
        ],
        entry: [
          {
            '@_xml:lang': 'en',
            id: 'urn:uuid:c4',
            title: 'Unproven: North Korea covertly supplies artillery shells to Russia',
            published: '2022-11-10T10:13:00.000Z',
            updated: '2022-11-10T10:26:00.000Z',
            link: [{ '@_rel': 'alternate', '@_href': 'https://desk.example/v/c4' }],
            category: { '@_term': 'unproven', '@_label': 'Unproven' },
            summary: 'Rests on one source and on images.',
          },
        ],
      },
    });
  });

  it('keeps texts as texts', async () => {
    const xml = atomOf(await feedOf(hostile), addresses);
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).not.toContain('<script>');
    expect(read(xml)).toMatchObject({
      feed: { entry: [{ summary: '</title></summary>]]><script>alert(1)</script> & [U+202E] [U+FFFE] "\'' }] },
    });
  });

  it('is one without any entry, and without a host', async () => {
    const { settings: _, ...desk } = exampleDesk;
    const feed = await feedOf({ ...empty, desk: { ...desk, settings: { name: 'New Desk' } } });
    const xml = atomOf(feed, { feed: '/feeds/new/verdicts.atom', self: '/feeds/new/verdicts.atom', next: undefined });
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).toMatch(/<id>urn:uuid:[0-9a-f-]{36}<\/id>/);
  });
});
