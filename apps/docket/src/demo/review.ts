import { v7 } from 'uuid';
import { wednesday } from './article/dates.js';
import type { DemoCase } from './demo-case.js';
import type { Player } from './player.js';
import { AMEND_REASON, CLEO_NOTES, CLEO_RULES, DAN_AMENDS, DAN_RULES } from './texts.js';

const ROUND = 1;

type Ready = Pick<DemoCase, 'checkId' | 'linkIds'>;

export const openRound = async (player: Player, { checkId }: Pick<DemoCase, 'checkId'>): Promise<void> => {
  const { ana, cleo, dan } = player;
  await player.at(wednesday('14:32'));
  await ana.does(
    'opens round 1 with Cleo and Dan',
    '/v1/checks/{checkId}/open-round',
    { checkId },
    { purpose: 'full', reviewers: [cleo.id, dan.id] },
    { version: await ana.versionOf(checkId) },
  );
};

/** Two readings that differ, neither seeing the other. */
export const ruleApart = async (player: Player, { checkId, linkIds }: Ready): Promise<void> => {
  const { ben, cleo, dan } = player;
  const cited = [...linkIds];
  await player.refused(ben, 'links more evidence while the reviewers read', 'check/evidence-frozen', () =>
    ben.client.send(
      '/v1/checks/{checkId}/link-evidence',
      { checkId },
      { linkId: v7(), evidenceId: v7(), stance: 'context', nature: 'record', weight: 'low' },
    ),
  );
  await player.at(wednesday('16:01'));
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
  await player.at(wednesday('17:45'));
  await dan.does(
    `rules “${DAN_RULES.label}”, sealed`,
    '/v1/checks/{checkId}/submit-ruling',
    { checkId },
    { rulingId: v7(), round: ROUND, ...DAN_RULES, linkIds: cited.slice(-1) },
  );
};

/** The reveal by its job, and the agreement that follows. */
export const reconcile = async (player: Player, { checkId, linkIds }: Ready): Promise<void> => {
  const { ana, cleo, dan } = player;
  await player.at(wednesday('17:45:01'));
  await player.jobDid('reveal-rulings', 'opens both rulings at once', checkId, 'DisagreementFound');
  await player.at(wednesday('18:05'));
  await cleo.does(
    'notes for the round: one origin group',
    '/v1/checks/{checkId}/add-note',
    { checkId },
    { noteId: v7(), text: CLEO_NOTES, audience: 'round' },
  );
  await player.at(wednesday('18:20'));
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
