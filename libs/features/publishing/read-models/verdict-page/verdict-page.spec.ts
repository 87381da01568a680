import type { CheckEvent } from '#features/checks';
import type { ClaimEvent } from '#features/claims';
import { expired, past, published, reopened, researched, reviewed, secondVersion, stage } from '../../testing/story.js';
import { archived, exampleDesk, pageIn, shownIn, worldWith } from '../../testing/world.js';
import { verdictPage } from './verdict-page.answer.js';

describe('the public page of a verdict', () => {
  it.each([
    ['the verdict is published', past.slice(0, -2)],
    ['the check is opened', []],
  ])('is not there before %s', async (_, check) => {
    expect(await pageIn(worldWith({ check }))).toBeUndefined();
  });

  it('shows the version that stands, with its rating on its scale', async () => {
    const { answer } = await shownIn(worldWith());
    expect(answer).toMatchObject({
      checkId: 'c4',
      url: 'https://desk.example/v/c4',
      versionUrl: 'https://desk.example/v/c4/versions/1',
      versionNo: 1,
      title: 'Shells for Russia',
      claim: { text: 'North Korea covertly supplies Russia with shells', claimant: { name: 'John Kirby' } },
      rating: { label: 'unproven', labelText: 'Unproven', finding: 'insufficient_evidence', strength: 'low' },
      disagreementNote: 'The reviewers differed at first reading.',
      basis: 'unanimous',
      reviewBy: '2023-05-10',
      publishedAt: '2022-11-10T10:13:00.000Z',
      standing: { status: 'live', liveVersionNo: 1, isUnderReview: false, isExpired: false },
      versions: [
        {
          versionNo: 1,
          url: 'https://desk.example/v/c4/versions/1',
          publishedAt: '2022-11-10T10:13:00.000Z',
        },
      ],
      scale: { scaleId: 'five-step', version: 1, url: 'https://desk.example/scales/example/five-step/versions/1' },
      claimReview: { '@type': 'ClaimReview', '@id': 'https://desk.example/v/c4#v1' },
    });
    expect(answer.scale.labels[0]).toEqual({
      key: 'false',
      text: 'False',
      definition: 'The evidence shows that the claim is not correct.',
      value: 1,
    });
  });

  it('shows what it cites, with the desk’s own copy', async () => {
    const { answer } = await shownIn(worldWith());
    expect(answer.sources).toEqual([
      {
        evidenceId: 'e2',
        isRestricted: false,
        title: 'Report on a White House briefing',
        url: 'https://latimes.test/',
        stance: 'supports',
        nature: 'assertion',
        originGroup: 'us-government',
        quote: 'a significant number of artillery shells',
        archive: { sha256: 'ab'.repeat(32), mediaType: 'text/plain', archivedAt: '2022-11-01T00:01:00.000Z' },
      },
    ]);
  });

  it('shows waivers by their codes', async () => {
    expect((await shownIn(worldWith())).answer.waivers).toEqual([{ rule: 'sources', code: 'primary_record' }]);
  });

  it('tells nothing of members, of rulings, of notes and of what is not cited', async () => {
    const text = JSON.stringify(await shownIn(worldWith()));
    for (const hidden of ['ana', 'ben', 'cleo', 'dan', 'eva', 'for the desk only', 'a ruling’s reasons', 'l1', 'e1'])
      expect(text).not.toMatch(new RegExp(`\\b${hidden}\\b`));
  });

  it('weighs what it cites as it was weighed for this version, and keeps it when it is taken away later', async () => {
    const [before, after] = [past.slice(0, 4), past.slice(4)];
    const later: readonly CheckEvent[] = [
      reweighed(3, 'witness'),
      { type: 'EvidenceUnlinked', data: { linkId: 'l2', reason: 'for the desk only', evidenceSet: 4, by: 'ben' } },
    ];
    const { answer: page } = await shownIn(
      worldWith({ check: [...before, reweighed(2, 'record'), ...after, ...later] }),
    );
    expect(page.sources).toMatchObject([{ stance: 'context', nature: 'record', originGroup: 'org:la-times' }]);
    expect(JSON.stringify(page)).not.toContain('for the desk only');
  });

  it('says whom the desk asked and what came of it, and no word that is not for publication', async () => {
    const check = [...past.slice(0, 4), ...asked, ...past.slice(4), request('rp9', 'org:asked-later')];
    const { answer: page } = await shownIn(worldWith({ check }));
    expect(page.replies).toEqual([
      { party: organisation('org:us-nsc'), purpose: 'claimant', state: 'no_answer' },
      {
        party: organisation('org:publisher'),
        purpose: 'claimant',
        state: 'answered',
        text: 'We will say whose claim it is.',
      },
      { party: organisation('org:kcna'), purpose: 'claimant', state: 'answered', text: 'They stand by it.' },
      { party: organisation('org:private'), purpose: 'claimant', state: 'answered' },
      { party: organisation('org:silent'), purpose: 'claimant', state: 'declined' },
    ]);
    expect(JSON.stringify(page)).not.toMatch(/In confidence|What do you say|\bben\b/);
    expect(verdictPage.safeParse(JSON.parse(JSON.stringify(page))).error).toBeUndefined();
  });

  it('is as described', async () => {
    for (const page of [await shownIn(worldWith()), await shownIn(twice, 1), await shownIn(twice)])
      expect(verdictPage.safeParse(JSON.parse(JSON.stringify(page.answer))).error).toBeUndefined();
  });

  it('says that it is of a rehearsal', async () => {
    const { answer } = await shownIn(worldWith({ desk: { ...exampleDesk, isRehearsal: true } }));
    expect(answer.rehearsal).toBe(true);
  });

  it('says when it was to be looked at again, and that the desk is at work on it', async () => {
    const late = await shownIn(worldWith({ check: [...past, expired] }));
    expect([late.answer.standing.isExpired, late.modifiedAt]).toEqual([true, '2022-11-10T10:15:00.000Z']);
    expect(
      (await shownIn(worldWith({ check: [...past, expired, ...reopened, ...published(secondVersion)] }))).answer
        .standing.isExpired,
    ).toBe(false);
    const again = await shownIn(worldWith({ check: [...past, ...reopened] }));
    expect([again.answer.standing.isUnderReview, again.modifiedAt]).toEqual([true, '2022-11-10T10:15:00.000Z']);
  });
});

describe('a version of a verdict', () => {
  it('stays as it was published, whatever comes after it', async () => {
    const first = await shownIn(worldWith());
    const later = await shownIn(twice, 1);
    expect(lasting(later)).toBe(lasting(first));
    expect(later.answer.standing).toMatchObject({ status: 'superseded', liveVersionNo: 2 });
    expect(later.answer.versions.map(({ versionNo }) => versionNo)).toEqual([2, 1]);
  });

  it.each([1, 2])('%i is one of those that were published', async (versionNo) => {
    expect((await shownIn(twice, versionNo)).answer.versionNo).toBe(versionNo);
  });

  it('that was not published is not there', async () => {
    expect(await pageIn(worldWith(), 2)).toBeUndefined();
  });

  it('hides what the desk must no longer show, also of an old version', async () => {
    const restricted = { type: 'EvidenceAccessRestricted', data: { memberIds: ['ben'], reason: 'a threat' } } as const;
    const { answer, modifiedAt } = await shownIn(worldWith({ later: { evidence: [restricted] } }), 1);
    expect(answer.sources).toEqual([{ evidenceId: 'e2', isRestricted: true, stance: 'supports', nature: 'assertion' }]);
    expect(modifiedAt).toBe('2022-11-20T00:00:00.000Z');
  });
});

/** Another text of all that the public must not know. */
const otherwise = (text: string): string =>
  text.replace(/for the desk only|a ruling’s reasons|a later report|cleo|dan|ben|eva|unproven|Unproven/g, 'otherwise');

describe('what is not published of a check', () => {
  it('changes no byte of what is', async () => {
    const drafts = published(secondVersion).slice(0, 1);
    const unpublished: readonly CheckEvent[] = [...past, ...reopened, ...drafts];
    const others: readonly CheckEvent[] = JSON.parse(otherwise(JSON.stringify([...reopened, ...drafts])));
    const [one, other] = [
      await shownIn(worldWith({ check: unpublished })),
      await shownIn(worldWith({ check: [...past, ...others] })),
    ];
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
    expect(JSON.stringify(one)).not.toMatch(/otherwise|seen again|a later report/);
  });

  it('does not tell how long the desk has been at work on it', async () => {
    const [short, long] = [
      await shownIn(worldWith({ check: [...past, stage('researching', 5)] })),
      await shownIn(worldWith({ check: [...past, ...reopened, ...reviewed(3)] })),
    ];
    expect(JSON.stringify(long)).toBe(JSON.stringify(short));
  });
});

const reweighed = (evidenceSet: number, nature: 'record' | 'witness'): CheckEvent => ({
  type: 'EvidenceReassessed',
  data: {
    linkId: 'l2',
    stance: 'context',
    nature,
    weight: 'high',
    reason: 'for the desk only',
    originGroup: 'org:la-times',
    evidenceSet,
    by: 'ben',
  },
});

const renamed: readonly ClaimEvent[] = [
  { type: 'ClaimNormalised', data: { text: 'Another wording', reason: 'It was not clear.' } },
  {
    type: 'ClaimAppearanceAdded',
    data: { appearanceId: 'ap9', url: 'https://late.test/', appearedOn: { precision: 'unresolved' } },
  },
];

/** Published twice, with a claim and evidence that have changed since. */
const twice = worldWith({
  check: [...researched(), ...reviewed(), ...published(), ...reopened, ...published(secondVersion)],
  later: { claim: renamed, evidence: [archived(2, 'cd')] },
});

/** All but what is said to change. */
const lasting = ({ answer }: Awaited<ReturnType<typeof shownIn>>): string => {
  const { standing: _, versions: __, ...rest } = answer;
  return JSON.stringify(rest);
};

const organisation = (key: string) => ({ key, name: key, kind: 'organisation' }) as const;

const request = (replyId: string, key: string): CheckEvent => ({
  type: 'ReplyRequested',
  data: {
    replyId,
    party: organisation(key),
    purpose: 'claimant',
    channel: 'email',
    question: 'What do you say to it?',
    dueAt: '2022-11-10T10:00:00.000Z',
    cycle: 1,
  },
});

const reply = (replyId: string, text: string, publishable: boolean, statement?: string): CheckEvent => ({
  type: 'ReplyReceived',
  data: {
    replyId,
    receivedOn: '2022-11-10',
    text,
    publishable,
    ...(statement !== undefined && { statement }),
    late: false,
    by: 'ben',
  },
});

const asked: readonly CheckEvent[] = [
  request('rp1', 'org:us-nsc'),
  request('rp2', 'org:publisher'),
  request('rp3', 'org:kcna'),
  request('rp4', 'org:private'),
  request('rp5', 'org:silent'),
  reply('rp2', 'We will say whose claim it is.', true),
  reply('rp3', 'In confidence: they are not sure.', true, 'They stand by it.'),
  reply('rp4', 'In confidence: it is true.', false, 'In confidence too.'),
  { type: 'ReplyWindowClosed', data: { replyId: 'rp1', outcome: 'no_answer' } },
  { type: 'ReplyWindowClosed', data: { replyId: 'rp5', outcome: 'declined' } },
];
