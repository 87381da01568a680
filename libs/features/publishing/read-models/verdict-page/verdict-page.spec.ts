import { stateOf } from '#kernel';
import type { DataOf, Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import { checkStream } from '#features/checks';
import type { CheckEvent, RulingSubmitted, VerdictDrafted } from '#features/checks';
import type { EvidenceEvent } from '#features/evidence';
import { DEFAULT_RULES, FIVE_STEP } from '#features/standards';
import type { PinnedScale } from '#features/standards';
import { publishedVersionIn } from './published-version.fold.js';
import { verdictPage } from './verdict-page.answer.js';
import { verdictPageOf } from './verdict-page.js';

describe('the public page of a verdict', () => {
  it('is not there before the verdict is published', () => {
    expect(pageAfter(past.slice(0, -2))).toBeUndefined();
  });

  it('shows the version that stands, with its rating on its scale', () => {
    expect(pageAfter(past)).toMatchObject({
      checkId: 'c4',
      url: 'https://desk.example/v/c4',
      versionNo: 1,
      title: 'Shells for Russia',
      rating: { label: 'unproven', labelText: 'Unproven', finding: 'insufficient_evidence', strength: 'low' },
      disagreementNote: 'The reviewers differed at first reading.',
      basis: 'unanimous',
      reviewBy: '2023-05-10',
      versions: [{ versionNo: 1, publishedAt: '2026-11-22T10:00:01.000Z' }],
      claimReview: { '@type': 'ClaimReview', '@id': 'https://desk.example/v/c4#v1' },
    });
    expect(pageAfter(past)?.scale.labels[0]).toEqual({ key: 'false', text: 'False', value: 1 });
  });

  it('shows what it cites, with the desk’s own copy', () => {
    expect(pageAfter(past)?.sources).toEqual([
      {
        evidenceId: 'e2',
        title: 'Report on a White House briefing',
        url: 'https://latimes.test/',
        stance: 'supports',
        nature: 'assertion',
        originGroup: 'us-government',
        quote: 'a significant number of artillery shells',
        archive: {
          sha256: 'ab'.repeat(32),
          mediaType: 'text/plain',
          archivedAt: '2026-11-22T10:00:01.000Z',
        },
      },
    ]);
  });

  it('shows waivers by their codes', () => {
    expect(pageAfter(past)?.waivers).toEqual([{ rule: 'sources', code: 'primary_record' }]);
  });

  it('tells nothing of members, of rulings, of notes and of what is not cited', () => {
    const text = JSON.stringify(pageAfter(past));
    for (const hidden of ['ana', 'ben', 'cleo', 'dan', 'eva', 'for the desk only', 'a ruling’s reasons', 'l1'])
      expect(text).not.toMatch(new RegExp(`\\b${hidden}\\b`));
  });

  it('is as described', () => {
    expect(verdictPage.safeParse(JSON.parse(JSON.stringify(pageAfter(past)))).error).toBeUndefined();
  });
});

const pageAfter = (events: readonly CheckEvent[]) => {
  const version = publishedVersionIn(streamOf(events), stateOf(checkStream.decider, events));
  return version === undefined
    ? undefined
    : verdictPageOf('c4', version, {
        claim,
        scale,
        appearances: [],
        evidenceOf: () => evidence,
        settings: { name: 'Example Desk', url: 'https://desk.example' },
        timeZone: 'UTC',
      });
};

const streamOf = (events: readonly CheckEvent[]): readonly Recorded<CheckEvent>[] =>
  events.map((event, place) => ({ ...recorded(event, 'c4', ana), version: place + 1 }));

const ana = { kind: 'member', id: 'ana', roles: ['editor'] } as const;

const scale: PinnedScale = { scaleId: 'five-step', version: 1, labels: FIVE_STEP.labels };

const claim = {
  claimId: 'c4',
  revision: 1,
  status: 'accepted',
  text: 'North Korea covertly supplies shells',
  language: 'en',
  checkability: 'factual',
  severity: 'medium',
  topics: [],
  claimant: { key: 'person:john-kirby', name: 'John Kirby', kind: 'person' },
  partyKeys: ['person:john-kirby'],
  statedOn: { precision: 'unresolved' },
  registeredBy: 'ana',
  proposedBy: 'ana',
  acceptedBy: 'ana',
} as const;

const evidence: readonly Recorded<EvidenceEvent>[] = [
  recorded<EvidenceEvent>(
    {
      type: 'EvidenceCaptured',
      data: {
        kind: 'web_page',
        title: 'Report on a White House briefing',
        url: 'https://latimes.test/',
        originGroup: 'us-government',
        note: 'for the desk only',
        archiveRun: 1,
      },
    },
    'e2',
    ana,
  ),
  recorded<EvidenceEvent>(
    {
      type: 'EvidenceArchived',
      data: {
        archiveRun: 1,
        sha256: 'ab'.repeat(32),
        bytes: 7,
        mediaType: 'text/plain',
        storageKey: 'key',
        tool: 'fetch',
      },
    },
    'e2',
    ana,
  ),
];

const policy = { id: 'default', version: 1 };
const pins = { evidenceSet: 2, claimRevision: 1, scale: { id: 'five-step', version: 1 }, policy };
const rating = { label: 'unproven', finding: 'insufficient_evidence', strength: 'low' } as const;

const linked = (linkId: string, evidenceId: string, evidenceSet: number): CheckEvent => ({
  type: 'EvidenceLinked',
  data: {
    linkId,
    evidenceId,
    stance: 'supports',
    nature: 'assertion',
    weight: 'low',
    originGroup: 'us-government',
    quote: 'a significant number of artillery shells',
    note: 'for the desk only',
    evidenceSet,
    by: 'ben',
  },
});

const ruled = (reviewerId: string): CheckEvent => {
  const data: DataOf<RulingSubmitted> = {
    rulingId: `ru-${reviewerId}`,
    round: 1,
    entry: 1,
    ...rating,
    rationale: 'a ruling’s reasons',
    linkIds: ['l2'],
    reviewerId,
    revealAt: '2022-11-09T17:45:00.000Z',
    ...pins,
  };
  return { type: 'RulingSubmitted', data };
};

const draft: DataOf<VerdictDrafted> = {
  versionNo: 1,
  draftNo: 1,
  title: 'Shells for Russia',
  claimReviewed: 'North Korea covertly supplies artillery shells to Russia',
  summary: 'Rests on one source.',
  body: 'Long text.',
  language: 'en',
  asOf: '2022-11-10',
  citedLinkIds: ['l2'],
  disagreementNote: 'The reviewers differed at first reading.',
  reviewBy: '2023-05-10',
  labelText: 'Unproven',
  round: 1,
  contentHash: 'hash',
  by: 'ben',
  ...rating,
  ...pins,
};

const stage = (name: 'open' | 'in_review' | 'decided' | 'published', no: number): CheckEvent => ({
  type: 'StageEntered',
  data: { no, run: 1, stage: name, marks: [] },
});

const past: readonly CheckEvent[] = [
  {
    type: 'CheckOpened',
    data: { claim, policy: { policyId: 'default', version: 1, rules: DEFAULT_RULES }, severity: 'medium', cycle: 1 },
  },
  stage('open', 1),
  linked('l1', 'e1', 1),
  linked('l2', 'e2', 2),
  {
    type: 'ReviewRoundOpened',
    data: {
      round: 1,
      purpose: 'full',
      reviewers: ['cleo', 'dan'],
      quorum: 2,
      agreement: 'unanimous',
      blind: true,
      ...pins,
      scale,
    },
  },
  stage('in_review', 2),
  ruled('cleo'),
  ruled('dan'),
  { type: 'RulingsRevealed', data: { round: 1, rulings: [] } },
  {
    type: 'RoundDecided',
    data: { round: 1, basis: 'unanimous', ...rating, agreeing: ['cleo', 'dan'], dissenting: [] },
  },
  stage('decided', 3),
  { type: 'VerdictDrafted', data: draft },
  {
    type: 'VerdictApproved',
    data: {
      versionNo: 1,
      draftNo: 1,
      contentHash: 'hash',
      consideredReplyIds: [],
      waivers: [{ rule: 'sources', code: 'primary_record', note: 'for the desk only' }],
      approverId: 'eva',
      originGroups: ['us-government'],
      independentGroups: [],
      claimRevision: 1,
    },
  },
  {
    type: 'VerdictPublished',
    data: {
      versionNo: 1,
      draftNo: 1,
      contentHash: 'hash',
      url: '/v/c4',
      versionUrl: '/v/c4/versions/1',
      reviewBy: '2023-05-10',
      expiresAt: '2023-05-10T00:00:00.000Z',
    },
  },
  stage('published', 4),
];
