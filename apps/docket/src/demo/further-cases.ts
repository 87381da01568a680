import { v7 } from 'uuid';
import type { Receipt } from '#client';
import { thursday } from './article/dates.js';
import { FURTHER_CASES } from './article/further-cases.js';
import type { FurtherCase } from './article/further-cases.js';
import { acceptOffer, offerTo } from './assign.js';
import type { DemoCase } from './demo-case.js';
import { idOf } from './intake.js';
import { BEN, CLEO, DAN } from './people.js';
import type { Player } from './player.js';
import { capture } from './research.js';

/** The other three claims that the desk rates, all on the second day. */
export const playFurtherCases = async (player: Player, played: DemoCase): Promise<void> => {
  player.teller.chapter('C1, C11 and C12: three cases on which the reviewers agree');
  const evidenceIds = new Map(played.evidenceIds);
  const cases: Ready[] = [];
  await player.at(thursday('11:00'));
  for (const one of FURTHER_CASES) {
    const checkId = idOf(played.claims, one.claim);
    await open(player, { ...one, checkId });
    cases.push({ ...one, checkId, linkIds: await research(player, { ...one, checkId }, evidenceIds) });
  }
  await player.at(thursday('13:00'));
  for (const one of cases) await rule(player, one);
  await player.letJobsRun();
  await player.at(thursday('14:00'));
  for (const one of cases) await draft(player, one);
  await player.at(thursday('15:00'));
  for (const one of cases) await sign(player, one);
};

type Opened = FurtherCase & { readonly checkId: string };
type Ready = Opened & { readonly linkIds: readonly string[] };

const open = async (player: Player, { claim, checkId }: Opened): Promise<void> => {
  await player.ana.does(`opens the check of ${claim.name}`, '/v1/checks/{checkId}/open-check', { checkId }, {});
  await acceptOffer(player, checkId, BEN, await offerTo(player, checkId, BEN, 'researcher'));
};

/** Each source is captured once, and linked wherever it is used. Returns the ids of the links. */
const research = async (
  player: Player,
  { checkId, claim, sources, opinion }: Opened,
  evidenceIds: Map<string, string>,
): Promise<readonly string[]> => {
  const { ben } = player;
  const linkIds = sources.map(() => v7());
  for (const [place, source] of sources.entries()) {
    const evidenceId = evidenceIds.get(source.name) ?? (await capture(player, ben, source));
    evidenceIds.set(source.name, evidenceId);
    const { name, stance, nature, weight } = source;
    await ben.does(
      `links ${name} to ${claim.name}: ${stance}, ${nature}`,
      '/v1/checks/{checkId}/link-evidence',
      { checkId },
      { linkId: linkIds[place] ?? '', evidenceId, stance, nature, weight },
    );
  }
  const { finding, strength, rationale } = opinion;
  await ben.does(
    `submits ${claim.name} for review`,
    '/v1/checks/{checkId}/submit-for-review',
    { checkId },
    { proposal: { finding, strength, rationale } },
  );
  return linkIds;
};

const rule = async (player: Player, { checkId, claim, opinion, linkIds }: Ready): Promise<void> => {
  const { ana, cleo, dan } = player;
  for (const person of [CLEO, DAN])
    await acceptOffer(player, checkId, person, await offerTo(player, checkId, person, 'reviewer'));
  await ana.does(
    `opens a round on ${claim.name}`,
    '/v1/checks/{checkId}/open-round',
    { checkId },
    { purpose: 'full', reviewers: [cleo.id, dan.id] },
    { version: await ana.versionOf(checkId) },
  );
  for (const member of [cleo, dan])
    await member.does(
      `rules “${opinion.label}”, sealed`,
      '/v1/checks/{checkId}/submit-ruling',
      { checkId },
      { rulingId: v7(), round: 1, ...opinion, linkIds: [...linkIds] },
    );
};

/** Ben drafts; where the claimant was not asked yet, the rules say so, and he is. */
const draft = async (player: Player, one: Ready): Promise<void> => {
  const { ben, time } = player;
  const { checkId, claim, title, claimReviewed, summary, opinion, linkIds, reply } = one;
  await player.jobDid('reveal-rulings', `opens the rulings on ${claim.name}`, checkId, 'RoundDecided');
  await ben.does(
    `drafts the verdict on ${claim.name}`,
    '/v1/checks/{checkId}/draft-verdict',
    { checkId },
    {
      title,
      claimReviewed,
      summary,
      body: opinion.rationale,
      language: 'en',
      asOf: time.day('2022-11-10'),
      citedLinkIds: [...linkIds],
    },
  );
  if (reply === undefined) return;
  await player.refused(player.eva, `approves ${claim.name} unheard`, reply.refusal, () => approve(player, one));
  await ben.does(
    `asks ${claim.claimant.name} for a reply`,
    '/v1/checks/{checkId}/request-reply',
    { checkId },
    {
      replyId: v7(),
      party: claim.claimant,
      purpose: 'claimant',
      channel: 'email',
      question: reply.question,
      dueAt: time.instant(thursday('18:00')),
    },
  );
};

const sign = async (player: Player, one: Ready): Promise<void> => {
  const { ben, eva, teller, time } = player;
  const { checkId, claim, reply, waiver } = one;
  for (const { replyId } of (await ben.page(checkId)).replies)
    await ben.does(
      'records the reply',
      '/v1/checks/{checkId}/record-reply',
      { checkId },
      { replyId, receivedOn: time.day('2022-11-10'), text: reply?.text ?? '', publishable: true },
    );
  if (waiver !== undefined)
    await player.refused(eva, `approves ${claim.name} on one source`, waiver.refusal, () => approve(player, one));
  await approve(player, one, waiver === undefined ? [] : [{ rule: 'sources', code: waiver.code, note: waiver.note }]);
  teller.step('Eva', `approves the verdict on ${claim.name}`, waiver === undefined ? '' : `waiver ${waiver.code}`);
  await eva.does(
    `publishes the verdict on ${claim.name}`,
    '/v1/checks/{checkId}/publish-verdict',
    { checkId },
    { versionNo: 1 },
    { version: await eva.versionOf(checkId) },
  );
};

type Waiver = { readonly rule: 'sources'; readonly code: string; readonly note: string };

const approve = async ({ eva }: Player, { checkId }: Ready, waivers: readonly Waiver[] = []): Promise<Receipt> => {
  const { drafts, replies, version } = await eva.page(checkId);
  const last = drafts.at(-1);
  if (last === undefined) throw new Error('The page of the check shows no draft.');
  const { versionNo, draftNo, contentHash } = last;
  const consideredReplyIds = replies.filter(({ status }) => status === 'answered').map(({ replyId }) => replyId);
  return eva.client.send(
    '/v1/checks/{checkId}/approve-verdict',
    { checkId },
    { versionNo, draftNo, contentHash, consideredReplyIds, waivers: [...waivers] },
    { version },
  );
};
