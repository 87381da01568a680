import { v7 } from 'uuid';
import { C4 } from './article/claims.js';
import { thursday, wednesday } from './article/dates.js';
import { acceptOffer, offerTo } from './assign.js';
import type { DemoCase } from './demo-case.js';
import { idOf, takeIn, takeInTheRest } from './intake.js';
import { BEN, CLEO, DAN } from './people.js';
import type { Player } from './player.js';
import { publish } from './publication.js';
import { hearReplies } from './replies.js';
import { captureReport, research, submit } from './research.js';
import { openRound, reconcile, ruleApart } from './review.js';

/**
 * Plays one case, from the article to the published verdict, through the HTTP API alone. Throws as soon as anything comes
 * out otherwise than it must.
 */
export const playCase = async (player: Player): Promise<DemoCase> => {
  const played = await prepareCase(player);
  await ruleApart(player, played);
  await reconcile(player, played);
  await hearReplies(player, played);
  await publish(player, played);
  return played;
};

/** Up to the round in which Cleo and Dan are to rule. */
export const prepareCase = async (player: Player): Promise<DemoCase> => {
  const { teller } = player;
  const intake = await takeIn(player);
  const reportId = await captureReport(player, intake.claims);
  const checkId = idOf(intake.claims, C4);
  await open(player, checkId);
  const claims = await takeInTheRest(player, intake);

  teller.chapter('Ben researches C4');
  const findings = await research(player, claims, reportId);

  teller.chapter('Cleo and Dan are to rule, neither seeing the other');
  await findReviewers(player, checkId);
  await submit(player, checkId);
  await openRound(player, { checkId });
  return { ...findings, submissionId: intake.submissionId, claims, checkId };
};

const open = async (player: Player, checkId: string): Promise<void> => {
  const { ana, teller, time } = player;
  teller.chapter('C4 becomes a check');
  await player.at(wednesday('09:10'));
  await ana.does(
    'opens the check of C4',
    '/v1/checks/{checkId}/open-check',
    { checkId },
    { dueAt: time.instant(thursday('12:30')) },
  );
  await player.at(wednesday('09:11'));
  const offer = await offerTo(player, checkId, BEN, 'researcher');
  await player.at(wednesday('09:14'));
  await acceptOffer(player, checkId, BEN, offer);
};

const findReviewers = async (player: Player, checkId: string): Promise<void> => {
  await refuseAna(player, checkId);
  await player.at(wednesday('13:50'));
  const toCleo = await offerTo(player, checkId, CLEO, 'reviewer');
  await player.at(wednesday('13:51'));
  const toDan = await offerTo(player, checkId, DAN, 'reviewer');
  await player.at(wednesday('13:55'));
  await acceptOffer(player, checkId, CLEO, toCleo);
  await player.at(wednesday('14:05'));
  await acceptOffer(player, checkId, DAN, toDan);
};

/** Who proposed and accepted the claim does not review it, whatever her role. */
const refuseAna = async (player: Player, checkId: string): Promise<void> => {
  const { ana, hal } = player;
  await player.at(wednesday('13:40'));
  await hal.does(
    'grants Ana the role reviewer',
    '/v1/members/{memberId}/grant-role',
    { memberId: ana.id },
    { role: 'reviewer' },
  );
  const offer = { assignmentId: v7(), memberId: ana.id, capacity: 'reviewer' } as const;
  await player.refused(ana, 'offers herself to be reviewer', 'check/reviewer-not-independent', () =>
    ana.client.send('/v1/checks/{checkId}/offer-assignment', { checkId }, offer),
  );
  await hal.does(
    'takes the role back',
    '/v1/members/{memberId}/revoke-role',
    { memberId: ana.id },
    { role: 'reviewer', reason: 'It was only to show that a role does not help.' },
  );
};
