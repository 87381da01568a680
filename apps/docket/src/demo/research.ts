import { v7 } from 'uuid';
import { C1, C4 } from './article/claims.js';
import { thursday, wednesday } from './article/dates.js';
import { PUBLISHER, SECURITY_COUNCIL } from './article/parties.js';
import { E1, E2 } from './article/sources.js';
import type { DemoSource } from './article/sources.js';
import type { Findings } from './demo-case.js';
import { idOf } from './intake.js';
import type { ClaimIds } from './intake.js';
import { readMaterial } from './material.js';
import type { MemberAtWork } from './member-at-work.js';
import type { Player } from './player.js';
import { PROPOSAL } from './texts.js';

/** Ana captures the report on the briefing, where the claim also appears. */
export const captureReport = async (player: Player, claims: ClaimIds): Promise<string> => {
  const { ana } = player;
  await player.at(wednesday('09:07:30'));
  const evidenceId = await capture(player, ana, E2);
  await player.at(wednesday('09:08'));
  const { url, publisher, publishedOn } = E2;
  const archivedUrl = `https://desk.example/evidence/${evidenceId}`;
  await ana.does(
    'adds that report as an appearance of C4',
    '/v1/claims/{claimId}/add-appearance',
    { claimId: idOf(claims, C4) },
    { appearanceId: v7(), url, publisher, appearedOn: publishedOn, archivedUrl },
  );
  return evidenceId;
};

/** Ben links two sources, answers his own question, and asks those concerned. */
export const research = async (player: Player, claims: ClaimIds, reportId: string): Promise<Findings> => {
  const { ben } = player;
  const checkId = idOf(claims, C4);
  await player.at(wednesday('11:30'));
  const statementId = await capture(player, ben, E1);
  await checkQuote(player, claims, statementId);
  const linkIds = [v7(), v7()] as const;
  await player.at(wednesday('11:40'));
  await link(player, checkId, { linkId: linkIds[0], evidenceId: statementId, source: E1 });
  await player.at(wednesday('11:52'));
  await link(player, checkId, { linkId: linkIds[1], evidenceId: reportId, source: E2 });
  await player.at(wednesday('11:58'));
  const questionId = v7();
  await ben.does(
    'asks: which material was published?',
    '/v1/checks/{checkId}/ask-question',
    { checkId },
    { questionId, text: 'Which material did either side publish that others could examine?' },
  );
  await player.at(wednesday('12:02'));
  await ben.does(
    'answers: none was found',
    '/v1/checks/{checkId}/answer-question',
    { checkId },
    { questionId, answer: 'None was found: no image, document, place or shipment.', linkIds: [linkIds[1]] },
  );
  const evidenceIds = new Map([
    [E1.name, statementId],
    [E2.name, reportId],
  ]);
  return { evidenceIds, linkIds, ...(await askForReplies(player, checkId)) };
};

export const submit = async (player: Player, checkId: string): Promise<void> => {
  await player.at(wednesday('14:30'));
  await player.ben.does(
    `submits for review, proposing ${PROPOSAL.finding.replaceAll('_', ' ')}`,
    '/v1/checks/{checkId}/submit-for-review',
    { checkId },
    { proposal: PROPOSAL },
  );
};

const checkQuote = async (player: Player, claims: ClaimIds, evidenceId: string): Promise<void> => {
  const claimId = idOf(claims, C1);
  await player.at(wednesday('11:35'));
  await player.ben.does(
    'compares the quotation of C1 with KCNA’s own words',
    '/v1/claims/{claimId}/record-quote-check',
    { claimId },
    { evidenceId, primaryText: "we have never had 'arms dealings' with Russia", translated: true },
  );
};

type DemoLink = { readonly linkId: string; readonly evidenceId: string; readonly source: DemoSource };

const link = async ({ ben }: Player, checkId: string, { linkId, evidenceId, source }: DemoLink): Promise<void> => {
  const { name, stance, nature, weight } = source;
  await ben.does(
    `links ${name}: ${stance}, ${nature}, weight ${weight}`,
    '/v1/checks/{checkId}/link-evidence',
    { checkId },
    { linkId, evidenceId, stance, nature, weight },
  );
};

const askForReplies = async (
  player: Player,
  checkId: string,
): Promise<Pick<Findings, 'councilReplyId' | 'publisherReplyId'>> => {
  const { ben, time } = player;
  const councilReplyId = v7();
  const publisherReplyId = v7();
  await player.at(wednesday('12:05'));
  await ben.does(
    'asks the National Security Council for a reply',
    '/v1/checks/{checkId}/request-reply',
    { checkId },
    {
      replyId: councilReplyId,
      party: SECURITY_COUNCIL,
      purpose: 'claimant',
      channel: 'email',
      question: 'On which material does the statement of 2 November rest, and may others examine it?',
      dueAt: time.instant(thursday('10:00')),
    },
  );
  await player.at(wednesday('12:06'));
  await ben.does(
    'asks the publisher for a reply',
    '/v1/checks/{checkId}/request-reply',
    { checkId },
    {
      replyId: publisherReplyId,
      party: PUBLISHER,
      purpose: 'publisher',
      channel: 'email',
      question: 'Will the headline say whose claim it is?',
      dueAt: time.instant(thursday('10:00')),
    },
  );
  return { councilReplyId, publisherReplyId };
};

export const capture = async (player: Player, member: MemberAtWork, source: DemoSource): Promise<string> => {
  const { name, file, title, url, publisher, publishedOn, originGroup } = source;
  const evidenceId = v7();
  const stored = await member.client.upload(Buffer.from(readMaterial(file)), { mediaType: 'text/plain' });
  await member.does(
    `captures ${name}, ${title}`,
    '/v1/evidence/{evidenceId}/capture-evidence',
    { evidenceId },
    {
      kind: 'document',
      title,
      ...(url !== undefined && { url }),
      publisher,
      publishedOn,
      originGroup,
      language: 'en',
      file: { ...stored, name: file },
    },
  );
  await player.letJobsRun();
  const page = await member.until(
    `${name} is archived`,
    () => member.client.see('/v1/evidence/{evidenceId}', { evidenceId }),
    ({ status }) => status !== 'capturing',
  );
  if (page.status !== 'archived') throw new Error(`${name} was not archived: it is ${page.status}.`);
  player.teller.job('archive-evidence', `keeps ${name} under its hash`, `evidence@${page.version} archived`);
  return evidenceId;
};
