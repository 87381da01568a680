import type { ClaimReview as SchemaOrgClaimReview, WithContext } from 'schema-dts';
import { BUILT_IN_SCALES, FIVE_STEP } from '#features/standards';
import { flawsOf } from '../../testing/schema-org.js';
import { claimReview } from './claim-review.answer.js';
import { claimReviewOf } from './claim-review.js';
import { settingsOf } from './publication-settings.js';
import type { PublishedVersion } from './published-version.fold.js';
import type { Surroundings } from './surroundings.js';

describe('the ClaimReview of a verdict', () => {
  it('is that of the acceptance scenario in its first version', () => {
    const review = claimReviewOf(versionWith({}), around);
    expect(review).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      '@id': 'https://desk.example/v/c4#v1',
      url: 'https://desk.example/v/c4',
      inLanguage: 'en',
      version: '1',
      datePublished: '2022-11-10',
      expires: '2023-05-10',
      claimReviewed: 'North Korea covertly supplies artillery shells to Russia',
      author: {
        '@type': 'Organization',
        name: 'Example Desk',
        url: 'https://desk.example',
        correctionsPolicy: 'https://desk.example/corrections',
        publishingPrinciples: 'https://desk.example/method',
      },
      itemReviewed: {
        '@type': 'Claim',
        datePublished: '2022-11-02',
        author: {
          '@type': 'Person',
          name: 'John Kirby',
          jobTitle: 'NSC Coordinator for Strategic Communications',
        },
        appearance: [
          {
            '@type': 'CreativeWork',
            datePublished: '2022-11-02',
            url: 'https://www.latimes.com/world-nation/story/2022-11-02/white-house-nkorea-covertly-shipping-artillery-to-russia',
            archivedAt: 'https://desk.example/evidence/e2',
          },
        ],
      },
      reviewRating: {
        '@type': 'Rating',
        alternateName: 'Unproven',
        ratingExplanation: 'Rests on one government’s undisclosed intelligence and is denied by North Korea.',
      },
    });
    expect(claimReview.safeParse(review).success).toBe(true);
    expect(review.claimReviewed).toHaveLength(56);
  });

  it('has numbers only for a label with a value, and then all three', () => {
    const draft = { ...version.draft, label: 'mostly-false', labelText: 'Mostly false' };
    expect(claimReviewOf(versionWith({ draft }), around).reviewRating).toMatchObject({
      ratingValue: 2,
      worstRating: 1,
      bestRating: 5,
      alternateName: 'Mostly false',
    });
  });

  it('says of a later version when it came, and of the check when it was first published', () => {
    const draft = { ...version.draft, versionNo: 2 };
    const review = claimReviewOf(versionWith({ draft, publishedAt: '2023-01-23T11:45:00.000Z' }), around);
    expect(review).toMatchObject({ version: '2', datePublished: '2022-11-10', dateModified: '2023-01-23' });
  });

  it('counts days at the desk', () => {
    const late = versionWith({ firstPublishedAt: '2022-11-10T23:30:00.000Z' });
    expect(claimReviewOf(late, { ...around, timeZone: 'Asia/Seoul' }).datePublished).toBe('2022-11-11');
  });

  it.each(['organisation', 'role'] as const)('names a claimant that is a %s as an organisation', (kind) => {
    const claimant = { key: 'org:kcna', name: 'KCNA', kind };
    const { itemReviewed } = claimReviewOf(version, { ...around, claim: { ...around.claim, claimant } });
    expect(itemReviewed.author).toEqual({ '@type': 'Organization', name: 'KCNA' });
  });

  it.each([
    [{ from: '2022-11-07', to: '2022-11-08', precision: 'range', basis: 'KCNA' }, '2022-11-07'],
    [{ from: '2022-09-01', to: '2022-09-30', precision: 'month', basis: 'article' }, undefined],
    [{ precision: 'unresolvable', basis: 'no date line' }, undefined],
  ] as const)('dates a claim that is known to a few days: %o', (statedOn, day) => {
    const { itemReviewed } = claimReviewOf(version, { ...around, claim: { ...around.claim, statedOn } });
    expect(itemReviewed.datePublished).toBe(day);
  });

  it('has paths for addresses while the desk has named no host', () => {
    const settings = settingsOf({ name: 'New Desk', url: null, corrections: null, method: null });
    const review = claimReviewOf(version, { ...around, settings, appearances: [] });
    expect([review['@id'], review.author, review.itemReviewed.appearance]).toEqual([
      '/v/c4#v1',
      { '@type': 'Organization', name: 'New Desk' },
      undefined,
    ]);
  });

  it('keeps its bytes in their order', () => {
    expect(JSON.stringify(claimReviewOf(version, around))).toBe(FIRST_VERSION);
  });
});

/** What search engines ask of a ClaimReview: https://developers.google.com/search/docs/appearance/structured-data/factcheck */
const REQUIRED = ['claimReviewed', 'reviewRating.alternateName', 'url'];
const RECOMMENDED = [
  'author.name',
  'author.url',
  'itemReviewed.author.name',
  'itemReviewed.datePublished',
  'itemReviewed.appearance.0.url',
];
const OF_A_NUMBER = ['ratingValue', 'bestRating', 'worstRating'].map((name) => `reviewRating.${name}`);

describe('to others a ClaimReview', () => {
  const labels = BUILT_IN_SCALES.flatMap((scale) => scale.labels.map((label) => [scale, label] as const));

  it.each(labels.map(([scale, label]) => [`${scale.id}: ${label.key}`, scale, label] as const))(
    'is one of schema.org, with what search engines ask for (%s)',
    (_, { id, labels: all }, { key, text, value }) => {
      const draft = {
        ...version.draft,
        versionNo: 2,
        label: key,
        labelText: text['en'] ?? '',
        scale: { id, version: 1 },
      };
      const scale = { scaleId: id, version: 1, labels: all };
      const review: WithContext<SchemaOrgClaimReview> = claimReviewOf(versionWith({ draft }), { ...around, scale });
      expect(flawsOf(review, '$', ['ClaimReview'])).toEqual([]);
      const wanted = [...REQUIRED, ...RECOMMENDED, ...(value === undefined ? [] : OF_A_NUMBER)];
      for (const path of wanted) expect(review).toHaveProperty(path);
      expect(claimReview.safeParse(review).error).toBeUndefined();
    },
  );

  it('would not be one with a property or a value that schema.org does not have', () => {
    const review = claimReviewOf(version, around);
    expect(flawsOf({ ...review, verdict: 'x', datePublished: 7, author: { '@type': 'Rating' } })).toEqual([
      '$.datePublished is a number',
      '$.author is a Rating',
      '$.verdict is unknown',
    ]);
    expect(flawsOf({ '@type': 'FactCheck' })).toEqual(['$ is of an unknown class FactCheck']);
  });
});

const FIRST_VERSION =
  '{"@context":"https://schema.org","@type":"ClaimReview","@id":"https://desk.example/v/c4#v1","url":"https://desk.example/v/c4",' +
  '"inLanguage":"en","version":"1","datePublished":"2022-11-10","expires":"2023-05-10",' +
  '"claimReviewed":"North Korea covertly supplies artillery shells to Russia",' +
  '"author":{"@type":"Organization","name":"Example Desk","url":"https://desk.example","correctionsPolicy":"https://desk.example/corrections","publishingPrinciples":"https://desk.example/method"},' +
  '"itemReviewed":{"@type":"Claim","datePublished":"2022-11-02","author":{"@type":"Person","name":"John Kirby","jobTitle":"NSC Coordinator for Strategic Communications"},' +
  '"appearance":[{"@type":"CreativeWork","datePublished":"2022-11-02","url":"https://www.latimes.com/world-nation/story/2022-11-02/white-house-nkorea-covertly-shipping-artillery-to-russia","archivedAt":"https://desk.example/evidence/e2"}]},' +
  '"reviewRating":{"@type":"Rating","alternateName":"Unproven","ratingExplanation":"Rests on one government’s undisclosed intelligence and is denied by North Korea."}}';

const version: PublishedVersion = {
  url: '/v/c4',
  versionUrl: '/v/c4/versions/1',
  draft: {
    versionNo: 1,
    draftNo: 1,
    title: 'Shells for Russia',
    claimReviewed: 'North Korea covertly supplies artillery shells to Russia',
    summary: 'Rests on one government’s undisclosed intelligence and is denied by North Korea.',
    body: 'Long text.',
    language: 'en',
    asOf: '2022-11-10',
    citedLinkIds: ['l1', 'l2'],
    label: 'unproven',
    labelText: 'Unproven',
    finding: 'insufficient_evidence',
    strength: 'low',
    round: 1,
    evidenceSet: 2,
    claimRevision: 1,
    scale: { id: 'five-step', version: 1 },
  },
  basis: 'unanimous',
  waivers: [],
  cited: [],
  replies: [],
  reviewBy: '2023-05-10',
  expiresAt: '2023-05-10T00:00:00.000Z',
  publishedAt: '2022-11-10T10:41:00.000Z',
  firstPublishedAt: '2022-11-10T10:41:00.000Z',
};

const versionWith = (changes: Partial<PublishedVersion>): PublishedVersion => ({ ...version, ...changes });

const around: Surroundings = {
  claim: {
    text: 'North Korea covertly supplies Russia with a significant number of artillery shells',
    language: 'en',
    claimant: {
      key: 'person:john-kirby',
      name: 'John Kirby',
      kind: 'person',
      jobTitle: 'NSC Coordinator for Strategic Communications',
    },
    statedOn: { from: '2022-11-02', to: '2022-11-02', precision: 'day', basis: 'White House briefing' },
  },
  appearances: [
    {
      appearanceId: 'ap1',
      url: 'https://www.latimes.com/world-nation/story/2022-11-02/white-house-nkorea-covertly-shipping-artillery-to-russia',
      appearedOn: { from: '2022-11-02', to: '2022-11-02', precision: 'day', basis: 'date line' },
      archivedUrl: 'https://desk.example/evidence/e2',
    },
  ],
  scale: { scaleId: 'five-step', version: 1, labels: FIVE_STEP.labels },
  evidenceOf: () => [],
  settings: settingsOf({
    name: 'Example Desk',
    url: 'https://desk.example/',
    corrections: 'https://desk.example/corrections',
    method: 'https://desk.example/method',
  }),
  isRehearsal: false,
  timeZone: 'UTC',
};
