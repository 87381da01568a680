import { XMLValidator } from 'fast-xml-parser';
import { v7 } from 'uuid';
import type { EvidenceEvent } from '#features/evidence';
import {
  accepted,
  approved,
  decided,
  drafted,
  evidenceLinked,
  fiveStep,
  opened,
  proposed,
  published,
  roundOpened,
  ruled,
  stage,
} from './case-events.js';
import { eventually } from './processes.js';
import { ReadingDesk } from './reading-desk.js';

jest.setTimeout(60_000);

const [ana, cleo, dan, eva] = [v7(), v7(), v7(), v7()];
const [shown, other, atWork] = [v7(), v7(), v7()];
const evidenceId = v7();
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('what the public reads', () => {
  let desk: ReadingDesk;

  const get = async (url: string, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await desk.app.inject({ method: 'GET', url, headers: { ...headers } });
    return { status: answer.statusCode, headers: answer.headers, text: answer.payload };
  };

  const publish = async (checkId: string): Promise<void> => {
    await desk.append('claim', checkId, [proposed(), accepted('medium')], { by: ana });
    await desk.append('check', checkId, [opened('medium'), stage('open', 1), evidenceLinked('l1', evidenceId)]);
    await desk.append('check', checkId, [roundOpened(cleo, dan), ruled(cleo), ruled(dan), decided, drafted(1)]);
    await desk.append('check', checkId, [approved(eva), published(1), stage('published', 2)], { by: eva });
  };

  beforeAll(async () => {
    desk = await ReadingDesk.start();
    await desk.append('scale', 'five-step', fiveStep);
    await desk.append('evidence', evidenceId, captured);
    await publish(shown);
    await publish(other);
    await desk.append('claim', atWork, [proposed('A claim at work'), accepted('medium')], { by: ana });
    await desk.append('check', atWork, [opened('medium'), stage('open', 1), decided, drafted(1), approved(eva)]);
    await eventually(
      async () => JSON.parse((await get('/feeds/one/verdicts.json')).text) as { dataFeedElement?: readonly unknown[] },
      ({ dataFeedElement }) => dataFeedElement?.length === 2,
    );
  });

  afterAll(() => desk.stop());

  it.each([
    [undefined, 'application/json'],
    ['application/json', 'application/json'],
    ['application/ld+json', 'application/ld+json'],
    [BROWSER, 'text/html'],
  ])('is for who accepts %s of type %s, under one address', async (accept, mediaType) => {
    const { status, headers } = await get(`/v/${shown}`, accept === undefined ? {} : { accept });
    expect([status, headers['content-type'], headers.vary]).toEqual([200, `${mediaType}; charset=utf-8`, 'accept']);
  });

  it('is nothing for who accepts none of it', async () => {
    const { status, text, headers } = await get(`/v/${shown}`, { accept: 'image/png' });
    expect([status, JSON.parse(text).code, headers.vary]).toEqual([406, 'request/not-acceptable', 'accept']);
  });

  it('is a page that runs nothing, wherever it stands', async () => {
    for (const url of [`/v/${shown}`, `/v/${shown}/versions`, `/v/${shown}/versions/1`, scaleUrl]) {
      const { status, headers, text } = await get(url, { accept: BROWSER });
      expect([url, status]).toEqual([url, 200]);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(text).toMatch(/^<!DOCTYPE html>/);
      for (const member of [ana, cleo, dan, eva]) expect(text).not.toContain(member);
    }
  });

  it.each([
    ['at work', `/v/${atWork}`],
    ['unknown', `/v/${v7()}`],
    ['of a version that is not there', `/v/${shown}/versions/2`],
    ['of a scale that is not there', '/scales/one/six-step/versions/1'],
    ['of a version of a scale that is not there', '/scales/one/five-step/versions/9'],
    ['of a desk that is not there', '/scales/none/five-step/versions/1'],
    ['of the feed of a desk that is not there', '/feeds/none/verdicts.atom'],
  ])('is not there for what is %s: as a page, and as a problem', async (_, url) => {
    const page = await get(url, { accept: BROWSER });
    expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.headers).toMatchObject({ vary: 'accept', 'cache-control': 'no-store' });
    expect(page.text).toContain('There is nothing here');
    const problem = await get(url);
    expect([problem.status, problem.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });

  it('answers what is no address in the reader’s form', async () => {
    expect(await get('/v/none', { accept: BROWSER })).toMatchObject({
      status: 400,
      text: expect.stringMatching('<h1>'),
    });
  });

  it.each([BROWSER, 'application/json', 'application/ld+json'])(
    'is not sent again to who has it (%s)',
    async (accept) => {
      const first = await get(`/v/${shown}`, { accept });
      const { etag = '', 'last-modified': modified = '' } = first.headers;
      for (const [name, value] of [
        ['if-none-match', etag],
        ['if-modified-since', modified],
      ] as const) {
        const again = await get(`/v/${shown}`, { accept, [name]: value });
        expect([again.status, again.text, again.headers.etag, again.headers.vary]).toEqual([304, '', etag, 'accept']);
      }
      expect((await get(`/v/${shown}`, { accept, 'if-none-match': '"other"' })).text).toBe(first.text);
    },
  );

  it('stays to the byte while nothing is published', async () => {
    const urls = [`/v/${shown}`, `/v/${shown}/versions`, `/v/${shown}/versions/1`, '/feeds/one/verdicts.json'];
    const all = () => Promise.all(urls.flatMap((url) => [get(url, { accept: BROWSER }), get(url)]));
    const before = await all();
    await desk.append('check', atWork, [ruled(cleo), ruled(dan)]);
    await desk.append('claim', v7(), [proposed('Something else')]);
    const after = await all();
    expect(after.map(({ text, headers }) => [text, headers.etag])).toEqual(
      before.map(({ text, headers }) => [text, headers.etag]),
    );
  });

  describe('in feeds', () => {
    type Feed = { readonly dataFeedElement: readonly { readonly item: { readonly url: string } }[] };
    const urlsIn = (text: string): readonly string[] =>
      (JSON.parse(text) as Feed).dataFeedElement.map(({ item }) => item.url);

    it('is what stands on the pages, the newest first', async () => {
      const { text, headers } = await get('/feeds/one/verdicts.json');
      expect(headers['content-type']).toBe('application/ld+json; charset=utf-8');
      const [first] = (JSON.parse(text) as Feed).dataFeedElement;
      const page = await get(`/v/${other}`, { accept: 'application/ld+json' });
      expect(first?.item).toEqual(JSON.parse(page.text));
      for (const member of [ana, cleo, dan, eva]) expect(text).not.toContain(member);
      expect(text).not.toContain('A claim at work');
    });

    it('is paged', async () => {
      const first = await get('/feeds/one/verdicts.json?limit=1');
      const next = /^<(.+)>; rel="next"$/.exec(String(first.headers.link))?.[1] ?? '';
      const second = await get(next);
      expect(second.headers.link).toBeUndefined();
      const all = await get('/feeds/one/verdicts.json');
      expect([...urlsIn(first.text), ...urlsIn(second.text)]).toEqual(urlsIn(all.text));
    });

    it.each([
      ['language=en', 2],
      ['language=de', 0],
      ['label=unproven', 2],
      ['label=true', 0],
      ['claimant=person:john-kirby', 2],
      ['claimant=person:nobody', 0],
      ['from=2020-01-01T00:00:00.000Z', 2],
      ['from=2999-01-01T00:00:00.000Z', 0],
      ['to=2020-01-01T00:00:00.000Z', 0],
    ])('is narrowed by %s to %i', async (filter, count) => {
      expect(urlsIn((await get(`/feeds/one/verdicts.json?${filter}`)).text)).toHaveLength(count);
      const { text } = await get(`/feeds/one/verdicts.atom?${filter}`);
      expect(text.match(/<entry /g) ?? []).toHaveLength(count);
    });

    it('is valid as Atom', async () => {
      const { status, headers, text } = await get('/feeds/one/verdicts.atom?limit=1');
      expect([status, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
      expect(XMLValidator.validate(text)).toBe(true);
      expect(text).toContain('rel="next"');
      expect(text).toContain(`<id>urn:uuid:${other}</id>`);
    });

    it('is that of its desk alone', async () => {
      expect(urlsIn((await get('/feeds/two/verdicts.json')).text)).toEqual([]);
    });

    it.each(['limit=0', 'limit=101', 'position=1', 'from=yesterday', 'cursor=x'])('is not for %s', async (query) => {
      expect((await get(`/feeds/one/verdicts.json?${query}`)).status).toBe(400);
    });
  });
});

const scaleUrl = '/scales/one/five-step/versions/1';

const captured: readonly EvidenceEvent[] = [
  {
    type: 'EvidenceCaptured',
    data: {
      kind: 'web_page',
      title: 'Report on a White House briefing',
      url: 'https://latimes.test/',
      originGroup: 'us-government',
      archiveRun: 1,
    },
  },
];
