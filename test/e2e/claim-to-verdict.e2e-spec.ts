import { createDocketClient } from '#client';
import { playCase } from '../../apps/docket/src/demo/case.js';
import type { Player } from '../../apps/docket/src/demo/player.js';
import { castOf } from '../support/cast.js';
import { startSystem } from '../support/system.js';
import type { System } from '../support/system.js';

jest.setTimeout(120_000);

/** The course of C4, as far as it does not need replies, questions and notes. */
const COURSE = [
  ['CheckOpened', 'Ana', 'editor'],
  ['StageEntered', 'Ana', 'editor'],
  ['AssignmentOffered', 'Ana', 'editor'],
  ['AssignmentAccepted', 'Ben', 'reviewer'],
  ['StageEntered', 'Ben', 'reviewer'],
  ['EvidenceLinked', 'Ben', 'researcher'],
  ['EvidenceLinked', 'Ben', 'researcher'],
  ['CheckSubmittedForReview', 'Ben', 'researcher'],
  ['StageEntered', 'Ben', 'researcher'],
  ['AssignmentOffered', 'Ana', 'editor'],
  ['AssignmentAccepted', 'Cleo', 'reviewer'],
  ['AssignmentOffered', 'Ana', 'editor'],
  ['AssignmentAccepted', 'Dan', 'reviewer'],
  ['ReviewRoundOpened', 'Ana', 'editor'],
  ['StageEntered', 'Ana', 'editor'],
  ['RulingSubmitted', 'Cleo', 'reviewer'],
  ['RulingSubmitted', 'Dan', 'reviewer'],
  ['RulingsRevealed', 'service:reveal-rulings', 'service'],
  ['DisagreementFound', 'service:reveal-rulings', 'service'],
  ['StageEntered', 'service:reveal-rulings', 'service'],
  ['RulingAmended', 'Dan', 'reviewer'],
  ['RoundDecided', 'Dan', 'reviewer'],
  ['StageEntered', 'Dan', 'reviewer'],
  ['VerdictDrafted', 'Ben', 'researcher'],
  ['VerdictApproved', 'Eva', 'approver'],
  ['StageEntered', 'Eva', 'approver'],
  ['VerdictPublished', 'Eva', 'approver'],
  ['StageEntered', 'Eva', 'approver'],
];

describe('a claim, from the article to its published verdict', () => {
  let system: System;
  let player: Player;
  let checkId: string;

  beforeAll(async () => {
    system = await startSystem();
    player = await castOf(system);
    ({ checkId } = await playCase(player));
  });

  afterAll(() => system.stop());

  it('leaves these events, by these people, in these capacities', async () => {
    const { items } = await player.gus.timeline(checkId);
    expect(items.map(({ type, actor, capacity }) => [type, player.nameOf(actor?.id ?? ''), capacity])).toEqual(COURSE);
    expect(items.map(({ no }) => no)).toEqual(COURSE.map((_, place) => place + 1));
  });

  it('names the event that led to what a job did', async () => {
    const { items } = await player.gus.timeline(checkId);
    const rulings = items.filter(({ type }) => type === 'RulingSubmitted').map(({ no }) => `check-${checkId}@${no}`);
    // The job of the second ruling, or that of the first where it came by only then.
    expect(rulings).toContain(items.find(({ type }) => type === 'RulingsRevealed')?.cause);
  });

  it('shows everybody the verdict, with its ClaimReview', async () => {
    const page = await createDocketClient({ baseUrl: system.url }).see('/v/{checkId}', { checkId });
    expect(page).toMatchObject({ versionNo: 1, rating: { labelText: 'Unproven', finding: 'insufficient_evidence' } });
    expect(page.claimReview).toMatchObject({
      '@type': 'ClaimReview',
      version: '1',
      reviewRating: { alternateName: 'Unproven' },
      itemReviewed: { datePublished: '2022-11-02', author: { '@type': 'Person', name: 'John Kirby' } },
    });
    expect(page.claimReview.reviewRating).not.toHaveProperty('ratingValue');
    expect(JSON.stringify(page)).not.toContain(player.ana.id);
  });

  it('puts the check on the board and the claim in the list, once they have caught up', async () => {
    const after = `check-${checkId}@${COURSE.length}`;
    const { items: board } = await player.ana.client.see('/v1/checks', {}, { after });
    expect(board.find((card) => card.checkId === checkId)).toMatchObject({ stage: 'published' });
    const { items: claims } = await player.dan.client.see('/v1/claims', {}, { after });
    expect(claims).toHaveLength(4);
    expect(claims.find((claim) => claim.claimId === checkId)).toMatchObject({ stage: 'published' });
  });

  it('has each approval and publication once, whoever tries again', async () => {
    const version = await player.eva.versionOf(checkId);
    const again = player.eva.client.send(
      '/v1/checks/{checkId}/publish-verdict',
      { checkId },
      { versionNo: 1 },
      { version },
    );
    await expect(again).rejects.toMatchObject({ status: 409, code: 'check/wrong-stage' });
  });
});
