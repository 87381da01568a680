import { XMLValidator } from 'fast-xml-parser';
import {
  claimEvents,
  expired,
  past,
  published,
  reopened,
  researched,
  reviewed,
  secondVersion,
} from '../../testing/story.js';
import { attribute, readHtml, textIn } from '../../testing/html.js';
import { EARLY, archived, captured, checksIn, exampleDesk, from, shownIn, worldWith } from '../../testing/world.js';
import type { World } from '../../testing/world.js';
import { publicScaleOf } from '../../read-models/public-scale/public-scale.query.js';
import { versionListOf } from '../../read-models/verdict-page/versions.query.js';
import { problemHtml } from './problem.page.js';
import { scaleHtml } from './scale.page.js';
import { PAGE_POLICY, STYLE } from './style.js';
import { verdictHtml } from './verdict.page.js';
import { versionsHtml } from './versions.page.js';

const LONG = 'x'.repeat(10_000);
const HOSTILE = [
  ['a script', '</script><script>alert(1)</script><!--'],
  ['an attribute', '" onload="alert(1)" x=\''],
  ['a style', '</style></title></textarea><img src=x onerror=alert(1)>'],
  ['entities', '&lt;b&gt; &amp; &#x3c;'],
  ['the other direction', '\u202Eevil \u2066 שלום עולם مرحبا'],
  ['line separators', 'one\u2028two\u2029three'],
  ['a long word', LONG],
  ['emoji', '👩‍👩‍👧‍👦🏳️‍🌈 \u{1F1E9}\u{1F1EA}'],
  ['an address', 'javascript:alert(1)'],
] as const;

/** This text wherever somebody outside or inside the desk can write one. */
const worldOf = (text: string): World =>
  worldWith({
    check: [
      ...researched(text),
      {
        type: 'ReplyRequested',
        data: {
          replyId: 'rp1',
          party: { key: 'org:a', name: text, kind: 'organisation', jobTitle: text, url: text },
          purpose: 'claimant',
          channel: 'email',
          question: text,
          dueAt: '2022-11-10T10:00:00.000Z',
          cycle: 1,
        },
      },
      {
        type: 'ReplyReceived',
        data: { replyId: 'rp1', receivedOn: '2022-11-10', text, publishable: true, late: false, by: 'ben' },
      },
      ...reviewed(),
      ...published({
        title: text,
        claimReviewed: text,
        summary: text,
        body: text,
        disagreementNote: text,
        labelText: text,
      }),
    ],
    claim: [
      ...claimEvents({ text, claimant: { key: 'person:a', name: text, kind: 'person', jobTitle: text, url: text } }),
      {
        type: 'ClaimAppearanceAdded',
        data: {
          appearanceId: 'ap1',
          url: text,
          archivedUrl: text,
          publisher: { key: 'org:b', name: text, kind: 'organisation' },
          appearedOn: { precision: 'unresolved' },
        },
      },
    ],
    evidence: [captured(text, text), archived(1, 'ab')],
    desk: { ...exampleDesk, settings: { name: text, url: text, correctionsPolicy: text, publishingPrinciples: text } },
  });

const htmlOf = async (world: World, versionNo?: number): Promise<string> =>
  verdictHtml((await shownIn(world, versionNo)).answer, world.desk.key);

const versionsOf = async (world: World): Promise<string> => {
  const [found] = await checksIn(world).readMany(world.desk, ['c4']);
  return found === undefined ? '' : versionsHtml(versionListOf(world.desk, found[0]));
};

const articleOf = (html: string): string => html.slice(html.indexOf('<article>'), html.indexOf('</article>'));

const twice = worldWith({
  check: [...researched(), ...reviewed(), ...published(), ...reopened, ...published(secondVersion)],
});

describe('a page for readers', () => {
  it.each([
    ['of a verdict', () => htmlOf(worldWith())],
    ['of an old version', () => htmlOf(twice, 1)],
    ['of all versions', () => versionsOf(twice)],
    ['of a problem', async () => problemHtml({ status: 404, title: 'Not Found', detail: '<nothing> here' })],
  ])('%s is well-formed and has what assistive technology needs', async (_, made) => {
    const html = await made();
    const { errors, called } = readHtml(html);
    expect(errors).toEqual([]);
    expect(XMLValidator.validate(html.replace('<!DOCTYPE html>', ''))).toBe(true);
    expect(called('html').map((one) => attribute(one, 'lang'))).toEqual(['en']);
    expect([called('main').length, called('h1').length, called('title').length]).toEqual([1, 1, 1]);
    expect(called('meta').map((one) => attribute(one, 'name'))).toContain('viewport');
    expect(called('a').map((one) => attribute(one, 'href'))[0]).toBe('#main');
  });

  it('has headings that leave out no level', async () => {
    const levels = readHtml(await htmlOf(worldWith()))
      .elements.map(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1])
      .filter((level) => level !== undefined)
      .map(Number);
    expect(levels[0]).toBe(1);
    for (const [place, level] of levels.slice(1).entries()) expect(level - (levels[place] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('runs nothing and loads nothing', async () => {
    const { called, elements } = readHtml(await htmlOf(worldWith()));
    expect(called('script').map((one) => attribute(one, 'type'))).toEqual(['application/ld+json']);
    for (const name of ['img', 'iframe', 'object', 'form', 'base']) expect(called(name)).toEqual([]);
    expect(elements.flatMap(({ attrs }) => attrs).filter(({ name }) => /^on|^style$/.test(name))).toEqual([]);
    expect(called('style').map(textIn)).toEqual([STYLE.text]);
    expect(PAGE_POLICY).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; /);
  });

  it('holds the ClaimReview that is served', async () => {
    const { answer } = await shownIn(worldWith());
    const [script] = readHtml(verdictHtml(answer, 'example')).called('script');
    expect(script && JSON.parse(textIn(script))).toEqual(JSON.parse(JSON.stringify(answer.claimReview)));
  });

  it('says what stands and what does not', async () => {
    const [first, second] = [await htmlOf(twice, 1), await htmlOf(twice)];
    expect(first).toContain('This is version 1, which no longer stands.');
    expect(first).toContain('<meta name="robots" content="noindex"/>');
    expect(second).not.toMatch(/no longer stands|noindex/);
    expect(await htmlOf(worldWith({ check: [...past, ...reopened] }))).toContain('Under review.');
    expect(await htmlOf(worldWith({ check: [...past, expired] }))).toContain('May be out of date.');
    expect(await htmlOf(worldWith({ desk: { ...exampleDesk, isRehearsal: true } }))).toContain(
      'Nothing on this page is real.',
    );
  });

  it('of an old version keeps its article to the byte', async () => {
    expect(articleOf(await htmlOf(twice, 1))).toBe(articleOf(await htmlOf(worldWith())));
  });

  it('tells of the scale every number with its text', () => {
    const scale = publicScaleOf(exampleDesk, from(EARLY, twice.scale, 'five-step'), {
      scaleId: 'five-step',
      version: 1,
    });
    const html = scale === undefined ? '' : scaleHtml(scale);
    const { errors, called } = readHtml(html);
    expect(errors).toEqual([]);
    const rows = called('tr').map((row) => textIn(row).replace(/\s+/g, ' ').trim());
    expect(rows[1]).toMatch(/^1 False The evidence shows/);
    expect(rows[5]).toMatch(/^5 True /);
    expect(rows.at(-1)).toMatch(/^– Satire /);
  });
});

describe.each(HOSTILE)('a text with %s', (_, text) => {
  it('makes a page like any other', async () => {
    const html = await htmlOf(worldOf(text));
    const plain = await htmlOf(worldOf('plain'));
    const { errors, elements, called } = readHtml(html);
    expect(errors).toEqual([]);
    expect(XMLValidator.validate(html.replace('<!DOCTYPE html>', ''))).toBe(true);
    const names = (all: typeof elements): readonly string[] => all.map(({ tagName }) => tagName);
    expect(names(elements)).toEqual(names(readHtml(plain).elements));
    for (const link of called('a'))
      expect(attribute(link, 'href')).toMatch(/^(https?:\/\/|\/|#main$|.*\/(v|scales|feeds)\/)/);
    expect(called('a').filter((link) => /^javascript/i.test(attribute(link, 'href') ?? ''))).toEqual([]);
  });

  it('makes data like any other', async () => {
    const { answer } = await shownIn(worldOf(text));
    const [script] = readHtml(verdictHtml(answer, 'example')).called('script');
    expect(script && JSON.parse(textIn(script))).toMatchObject({ claimReviewed: text });
  });

  it('makes a list of versions like any other', async () => {
    const { errors, called } = readHtml(await versionsOf(worldOf(text)));
    expect([errors, called('script')]).toEqual([[], []]);
  });
});
