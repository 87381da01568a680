import { createDocketClient } from '#client';
import type { Schemas } from '#client';
import { playCase } from '../../apps/docket/src/demo/case.js';
import type { DemoCase } from '../../apps/docket/src/demo/demo-case.js';
import { playFurtherCases } from '../../apps/docket/src/demo/further-cases.js';
import type { Player } from '../../apps/docket/src/demo/player.js';
import { rehearsalOf } from '../support/cast.js';
import { startSystem } from '../support/system.js';
import type { System } from '../support/system.js';
import { CLAIMS, NOT_RATEABLE, OUTCOMES } from './article/claims.js';
import { AS_OF_NOON } from './article/as-of.js';
import { inShortNames, shortNames } from './article/short-names.js';
import { ANALYSERS_NOTES, ANAS_NOTES } from './article/text-notes.js';
import { TIMELINE } from './article/timeline.js';

jest.setTimeout(180_000);

type Item = Schemas['Timeline']['items'][number];

describe('the article, as the specification has it', () => {
  let system: System;
  let player: Player;
  let played: DemoCase;

  beforeAll(async () => {
    system = await startSystem();
    player = await rehearsalOf(system);
    played = await playCase(player);
    await playFurtherCases(player, played);
  });

  afterAll(() => system.stop());

  const claimIds = (): ReadonlyMap<string, string> =>
    new Map([...played.claims].map(([{ name }, claimId]) => [name, claimId]));

  describe('its text', () => {
    const submission = () =>
      player.ana.client.see('/v1/submissions/{submissionId}', { submissionId: played.submissionId });

    it('is kept to the byte, and due for triage in four hours', async () => {
      const page = await submission();
      expect(page.revisions).toMatchObject([
        { textHash: '393d005837503f8e86f72e771d55d98e46a03da04fccfaa0b88c455d8fd4162b', length: 3434 },
      ]);
      expect(Buffer.byteLength(page.text)).toBe(3506);
      expect(page).toMatchObject({
        kind: 'article',
        status: 'triaged',
        receivedAt: '2022-11-09T09:02:00.000Z',
        triage: { dueAt: '2022-11-09T13:02:00.000Z', overdue: false, late: false },
        anchor: { day: '2022-11-08', no: 1 },
      });
      expect(page.revisions[0]?.residue).toEqual([{ start: 3421, end: 3434 }]);
    });

    it('has exactly these notes', async () => {
      const { notes } = await submission();
      const said = (by: (one: string) => boolean) =>
        notes
          .filter((note) => by(note.by))
          .map(({ kind, spans, date }) => ({ kind, spans, ...(date === undefined ? {} : { date }) }));
      const isAnalyser = (by: string): boolean => by === 'service:analyse-submission';
      expect(said(isAnalyser)).toHaveLength(ANALYSERS_NOTES.length);
      expect(said(isAnalyser)).toEqual(expect.arrayContaining([...ANALYSERS_NOTES]));
      expect(said((by) => !isAnalyser(by))).toEqual(ANAS_NOTES);
    });
  });

  describe('its claims', () => {
    it.each(Object.entries(CLAIMS))('%s is as in the table', async (name, row) => {
      const ids = claimIds();
      const nameOf = new Map([...ids].map(([short, id]) => [id, short]));
      const page = await player.dan.client.see('/v1/claims/{claimId}', { claimId: ids.get(name) ?? '' });
      const { precision, ...dates } = page.statedOn;
      const about = page.about !== undefined && 'from' in page.about ? [page.about.from, page.about.to] : undefined;
      const own = page.relations.filter(({ fromClaimId }) => fromClaimId === page.claimId);
      expect({
        spans: page.spans.map(({ start, end }) => [start, end]),
        text: page.text,
        claimant: page.claimant.key,
        conveyors: page.conveyors.map(({ key }) => key),
        stated: 'from' in dates ? [precision, dates.from, dates.to] : [precision],
        about,
        checkability: page.accepted?.checkability,
        fragment: page.accepted?.fragment && [page.accepted.fragment.start, page.accepted.fragment.end],
        links: own.map(({ relation, toClaimId }) => [relation, nameOf.get(toClaimId)]),
      }).toEqual({ about: undefined, fragment: undefined, ...row, voice: undefined });
      expect(page).toMatchObject({ status: 'accepted', ...(row.voice && { voice: row.voice }) });
      expect(page.accepted?.severity).toBe('medium');
      if (NOT_RATEABLE.includes(name)) expect(page).toMatchObject({ finding: 'not_checkable' });
      expect(page.stage).toBe(name in OUTCOMES ? 'published' : undefined);
    });

    it.each(Object.entries(OUTCOMES))('%s is published as in the table', async (name, outcome) => {
      const checkId = claimIds().get(name) ?? '';
      const page = await createDocketClient({ baseUrl: system.url }).see('/v/{checkId}', { checkId });
      expect(page).toMatchObject({ rating: outcome.rating, asOf: '2022-11-10', waivers: outcome.waivers });
    });

    it.each(NOT_RATEABLE)('%s gets no check', async (name) => {
      const checkId = claimIds().get(name) ?? '';
      const attempt = player.ana.client.send('/v1/checks/{checkId}/open-check', { checkId }, {});
      await expect(attempt).rejects.toMatchObject({ code: 'check/claim-not-rateable' });
    });

    it('are compared with their source: the words of C1 were altered', async () => {
      const { quoteChecks } = await player.ana.client.see('/v1/claims/{claimId}', {
        claimId: claimIds().get('C1') ?? '',
      });
      expect(quoteChecks).toMatchObject([{ result: 'altered', translated: true }]);
    });
  });

  describe('the check of C4', () => {
    let items: readonly Item[];

    beforeAll(async () => {
      ({ items } = await player.gus.timeline(played.checkId));
    });

    it('has as many events as in the timeline, and no others', () => {
      expect(items.map(({ no, type }) => [no, type])).toEqual(TIMELINE.map(([no, , type]) => [no, type]));
    });

    it.each(TIMELINE)('#%i at %s: %s by %s as %s', (no, recordedAt, type, actor, capacity, says) => {
      const item = shortNames(items, player, played).find((one) => one.no === no);
      expect(item).toMatchObject({ type, recordedAt, actor, capacity, says });
      if ('marks' in says) expect(item?.says['marks']).toEqual(says['marks']);
      if (type === 'StageEntered') expect('dueAt' in (item?.says ?? {})).toBe('dueAt' in says);
    });

    it('names the event that led to what a job did', () => {
      const caused = items.filter(({ actor }) => actor?.kind === 'service');
      const causes = new Map(caused.map(({ no, cause }) => [no, cause?.split('@')[1]]));
      expect([23, 32, 35].map((no) => causes.get(no))).toEqual(['22', '11', '3']);
    });

    it.each(['gus', 'ana', 'eva'] as const)(
      'stood at noon of the second day as in the specification, asks %s',
      async (one) => {
        const asked = { checkId: played.checkId };
        const query = { asOf: '2022-11-10T12:00:00.000Z' } as const;
        const stood = await player[one].client.see('/v1/checks/{checkId}/as-of', asked, { query });
        expect(inShortNames(stood, items, player, played)).toEqual(AS_OF_NOON);
      },
    );

    it('shows everybody the verdict, with its ClaimReview', async () => {
      const { checkId } = played;
      const page = await createDocketClient({ baseUrl: system.url }).see('/v/{checkId}', { checkId });
      expect(page).toMatchObject({
        versionNo: 1,
        rehearsal: true,
        asOf: '2022-11-10',
        publishedAt: '2022-11-10T10:41:00.000Z',
        rating: { labelText: 'Unproven', finding: 'insufficient_evidence', strength: 'low' },
      });
      expect(page.claimReview).toMatchObject({
        '@type': 'ClaimReview',
        version: '1',
        datePublished: '2022-11-10',
        reviewRating: { alternateName: 'Unproven' },
        itemReviewed: {
          datePublished: '2022-11-02',
          author: { '@type': 'Person', name: 'John Kirby' },
          appearance: [{ archivedAt: expect.stringContaining('https://desk.example/evidence/') as string }],
        },
      });
      expect(page.claimReview.reviewRating).not.toHaveProperty('ratingValue');
      expect(JSON.stringify(page)).not.toContain(player.ana.id);
    });

    it('is on the board and in the list, once they have caught up', async () => {
      const after = `check-${played.checkId}@${TIMELINE.length}`;
      const { items: board } = await player.ana.client.see('/v1/checks', {}, { after });
      expect(board.find((card) => card.checkId === played.checkId)).toMatchObject({ stage: 'published' });
      const { items: claims } = await player.dan.client.see('/v1/claims', {}, { after });
      expect(claims).toHaveLength(Object.keys(CLAIMS).length);
      expect(claims.find((claim) => claim.claimId === played.checkId)).toMatchObject({ stage: 'published' });
    });

    it('is published once, whoever tries again', async () => {
      const version = await player.eva.versionOf(played.checkId);
      const again = player.eva.client.send(
        '/v1/checks/{checkId}/publish-verdict',
        { checkId: played.checkId },
        { versionNo: 1 },
        { version },
      );
      await expect(again).rejects.toMatchObject({ status: 409, code: 'check/wrong-stage' });
    });
  });
});
