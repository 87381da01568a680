import { v7 } from 'uuid';
import type { Player } from './player.js';
import { AMEND_REASON, CLEO_RULES, DAN_AMENDS, DAN_RULES } from './texts.js';

const ROUND = 1;

/** A case that is ready to be ruled on. */
export type Case = { readonly checkId: string; readonly linkIds: readonly string[] };

export const openRound = async ({ ana, cleo, dan }: Player, { checkId }: Case): Promise<void> => {
  await ana.does(
    'opens round 1 with Cleo and Dan',
    '/v1/checks/{checkId}/open-round',
    { checkId },
    { purpose: 'full', reviewers: [cleo.id, dan.id] },
    { version: await ana.versionOf(checkId) },
  );
};

/** Two readings that differ, neither seeing the other. */
export const ruleApart = async (player: Player, { checkId, linkIds }: Case): Promise<void> => {
  const { ben, cleo, dan } = player;
  const cited = [...linkIds];
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
    { rulingId: v7(), round: ROUND, ...CLEO_RULES, linkIds: cited },
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
    { rulingId: v7(), round: ROUND, ...DAN_RULES, linkIds: cited.slice(-1) },
  );
};

/** The reveal by its job, and the agreement that follows. */
export const reconcile = async (player: Player, { checkId, linkIds }: Case): Promise<void> => {
  const { ana, dan } = player;
  await player.jobDid('reveal-rulings', 'opens both rulings at once', checkId, 'DisagreementFound');
  const revealed = (await dan.page(checkId)).rounds.at(-1)?.rulings.find(({ reviewerId }) => reviewerId === dan.id);
  if (revealed?.rulingId === undefined) throw new Error('Dan does not find his ruling on the page.');
  await dan.does(
    `amends to “${DAN_AMENDS.label}”: one origin group`,
    '/v1/checks/{checkId}/amend-ruling',
    { checkId },
    { rulingId: revealed.rulingId, ...DAN_AMENDS, linkIds: [...linkIds], reason: AMEND_REASON },
  );
  const { rounds } = await ana.page(checkId);
  const basis = rounds.at(-1)?.decision?.basis;
  if (basis !== 'unanimous') throw new Error(`The round came out ${basis ?? 'undecided'}, not unanimous.`);
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
