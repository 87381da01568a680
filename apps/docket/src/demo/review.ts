import { v7 } from 'uuid';
import type { Player } from './player.js';
import { AMEND_REASON, CLEO_RULES, DAN_AMENDS, DAN_RULES } from './texts.js';

const ROUND = 1;

/** One blind round: two readings that differ, the reveal by its job, and the agreement that follows. */
export const review = async (player: Player, checkId: string, linkIds: readonly string[]): Promise<void> => {
  const { ana, ben, cleo, dan, teller } = player;
  const [ofCleo, ofDan] = [v7(), v7()];
  const cited = [...linkIds];
  await ana.does(
    'opens round 1 with Cleo and Dan',
    '/v1/checks/{checkId}/open-round',
    { checkId },
    { purpose: 'full', reviewers: [cleo.id, dan.id] },
    { version: await ana.versionOf(checkId) },
  );
  await player.refused(ben, 'links more evidence while the reviewers read', 'check/evidence-frozen', () =>
    ben.client.send(
      '/v1/checks/{checkId}/link-evidence',
      { checkId },
      { linkId: v7(), evidenceId: v7(), stance: 'context', nature: 'record', weight: 'low' },
    ),
  );
  await cleo.does(
    `rules “${CLEO_RULES.label}”, sealed`,
    '/v1/checks/{checkId}/submit-ruling',
    { checkId },
    { rulingId: ofCleo, round: ROUND, ...CLEO_RULES, linkIds: cited },
  );
  await player.refused(cleo, 'rules a second time', 'check/already-ruled', () =>
    cleo.client.send(
      '/v1/checks/{checkId}/submit-ruling',
      { checkId },
      { rulingId: v7(), round: ROUND, ...DAN_RULES, linkIds: cited },
    ),
  );
  await showSealed(player, checkId);
  await dan.does(
    `rules “${DAN_RULES.label}”, sealed`,
    '/v1/checks/{checkId}/submit-ruling',
    { checkId },
    { rulingId: ofDan, round: ROUND, ...DAN_RULES, linkIds: cited.slice(-1) },
  );
  await player.jobDid('reveal-rulings', 'opens both rulings at once', checkId, 'DisagreementFound');
  await dan.does(
    `amends to “${DAN_AMENDS.label}”: one origin group`,
    '/v1/checks/{checkId}/amend-ruling',
    { checkId },
    { rulingId: ofDan, ...DAN_AMENDS, linkIds: cited, reason: AMEND_REASON },
  );
  const { rounds } = await ana.page(checkId);
  const basis = rounds.at(-1)?.decision?.basis;
  if (basis !== 'unanimous') throw new Error(`The round came out ${basis ?? 'undecided'}, not unanimous.`);
  teller.text();
};

/** What Dan's timeline tells him of the ruling that Cleo has entered. */
const showSealed = async ({ dan, teller }: Player, checkId: string): Promise<void> => {
  const { items } = await dan.timeline(checkId);
  const sealed = items.filter(({ type }) => type === 'RulingSubmitted');
  const betrays = JSON.stringify(sealed).includes(CLEO_RULES.label) || sealed.some(({ actor }) => actor !== undefined);
  if (sealed.length !== 1 || betrays) throw new Error('Dan can see more of a sealed ruling than that it was entered.');
  teller.step(
    dan.person.name,
    'reads the timeline: one ruling is in, not whose nor which',
    `shows ${sealed[0]?.shows}`,
  );
};
