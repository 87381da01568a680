import { v7 } from 'uuid';
import { idOf, takeIn } from './intake.js';
import { C4 } from './claims.js';
import { BEN, CLEO, DAN } from './people.js';
import type { Player } from './player.js';
import { publish } from './publication.js';
import { research } from './research.js';
import { openRound, reconcile, ruleApart } from './review.js';
import type { Case } from './review.js';

/**
 * Plays one case, from the article to the published verdict, through the HTTP API alone. Throws as soon as anything comes
 * out otherwise than it must.
 */
export const playCase = async (player: Player): Promise<Case> => {
  const played = await prepareCase(player);
  await ruleApart(player, played);
  await reconcile(player, played);
  player.teller.chapter('Two people sign the verdict');
  await publish(player, played);
  return played;
};

/** Up to the round in which Cleo and Dan are to rule. */
export const prepareCase = async (player: Player): Promise<Case> => {
  const { ana, teller } = player;
  const claims = await takeIn(player);
  const checkId = idOf(claims, C4);

  teller.chapter('C4 becomes a check, and Ben researches it');
  await ana.does('opens the check of C4', '/v1/checks/{checkId}/open-check', { checkId }, {});
  await assign(player, checkId, [BEN], 'researcher');
  const linkIds = await research(player, checkId);

  teller.chapter('Cleo and Dan rule, neither seeing the other');
  await assign(player, checkId, [CLEO, DAN], 'reviewer');
  await openRound(player, { checkId, linkIds });
  return { checkId, linkIds };
};

/** Ana offers, and each of them accepts. */
const assign = async (
  player: Player,
  checkId: string,
  people: readonly (typeof BEN)[],
  capacity: 'researcher' | 'reviewer',
): Promise<void> => {
  const { ana } = player;
  for (const person of people) {
    const member = player.memberOf(person);
    const assignmentId = v7();
    await ana.does(
      `offers ${person.name} to be ${capacity}`,
      '/v1/checks/{checkId}/offer-assignment',
      { checkId },
      { assignmentId, memberId: member.id, capacity },
    );
    await member.does('accepts', '/v1/checks/{checkId}/accept-assignment', { checkId }, { assignmentId });
  }
};
