import { v7 } from 'uuid';
import { FURTHER_CLAIMS, C1, C4, RELATIONS, isRateable } from './article/claims.js';
import type { DemoClaim } from './article/claims.js';
import { wednesday } from './article/dates.js';
import { ANAS_NOTES, RESIDUE } from './article/notes.js';
import { PUBLISHER } from './article/parties.js';
import { readMaterial } from './material.js';
import type { Player } from './player.js';

/** The ids of the claims, by the names that the article's table gives them. */
export type ClaimIds = ReadonlyMap<DemoClaim, string>;

export type Intake = { readonly submissionId: string; readonly article: string; readonly claims: ClaimIds };

export const idOf = (ids: ClaimIds, claim: DemoClaim): string => {
  const id = ids.get(claim);
  if (id === undefined) throw new Error(`${claim.name} was not proposed.`);
  return id;
};

/** Ana takes in the article, notes what is odd in it, and accepts the claim that is to be checked. */
export const takeIn = async (player: Player): Promise<Intake> => {
  const { teller, ana } = player;
  teller.chapter('The article comes in');
  const article = readMaterial('north-korea-ammunition.txt');
  const submissionId = v7();
  await player.at(wednesday('09:02'));
  await ana.does(
    'registers the article',
    '/v1/submissions/{submissionId}/register-submission',
    { submissionId },
    { kind: 'article', text: article, language: 'en', publisher: PUBLISHER },
  );
  await annotate(player, submissionId);

  const claims = new Map<DemoClaim, string>();
  await player.at(wednesday('09:04'));
  await propose(player, { submissionId, article, claims }, C1);
  await accept(player, claims, C1);
  await player.at(wednesday('09:05'));
  await propose(player, { submissionId, article, claims }, C4);
  await player.at(wednesday('09:06'));
  await accept(player, claims, C4);
  await player.at(wednesday('09:07'));
  await relate(player, claims, [C4, 'contradicts', C1]);
  return { submissionId, article, claims };
};

/** All other claims of the article. Those that are not rateable get no check. */
export const takeInTheRest = async (player: Player, { submissionId, article, claims }: Intake): Promise<ClaimIds> => {
  const { ana, teller } = player;
  teller.chapter('The other claims of the article');
  const ids = new Map(claims);
  await player.at(wednesday('09:15'));
  for (const claim of FURTHER_CLAIMS) {
    await propose(player, { submissionId, article, claims: ids }, claim);
    await accept(player, ids, claim);
  }
  await player.at(wednesday('09:16'));
  for (const relation of RELATIONS) await relate(player, ids, relation);
  for (const claim of FURTHER_CLAIMS.filter((one) => !isRateable(one))) {
    const checkId = idOf(ids, claim);
    const what = `opens a check of ${claim.name}, ${claim.checkability}`;
    await player.refused(ana, what, 'check/claim-not-rateable', () =>
      ana.client.send('/v1/checks/{checkId}/open-check', { checkId }, {}),
    );
  }
  await player.at(wednesday('09:20'));
  await ana.does('completes the triage', '/v1/submissions/{submissionId}/complete-triage', { submissionId }, {});
  return ids;
};

/** The analyser's notes come by a job; Ana adds what only a reader sees, and says what day it is in the article. */
const annotate = async (player: Player, submissionId: string): Promise<void> => {
  const { ana, teller } = player;
  await player.at(wednesday('09:02:01'));
  const { notes } = await ana.until(
    'the text is analysed',
    () => ana.client.see('/v1/submissions/{submissionId}', { submissionId }),
    (page) => page.notes.length > 0,
  );
  teller.job('analyse-submission', `notes ${notes.length} places in the text`, 'TextNotesRecorded');
  await player.at(wednesday('09:03'));
  await ana.does(
    'anchors its dates to 8 November',
    '/v1/submissions/{submissionId}/anchor-dates',
    { submissionId },
    { day: '2022-11-08', basis: 'KCNA carried the statement on Tuesday, 8 November 2022.' },
  );
  await ana.does(
    'adds three notes of her own',
    '/v1/submissions/{submissionId}/record-text-notes',
    { submissionId },
    {
      revision: 1,
      by: 'member',
      notes: ANAS_NOTES.map(({ kind, spans, message }) => ({ noteId: v7(), kind, spans: [...spans], message })),
    },
  );
  await ana.does(
    'marks “Related Posts” as residue',
    '/v1/submissions/{submissionId}/mark-residue',
    { submissionId },
    { spans: [RESIDUE] },
  );
};

type Growing = Omit<Intake, 'claims'> & { readonly claims: Map<DemoClaim, string> };

const propose = async ({ ana }: Player, intake: Growing, claim: DemoClaim): Promise<void> => {
  const claimId = v7();
  intake.claims.set(claim, claimId);
  await ana.does(
    `proposes ${claim.name} “${shortened(claim.text)}”`,
    '/v1/claims/{claimId}/propose-claim',
    { claimId },
    proposal(claim, intake),
  );
};

const proposal = (claim: DemoClaim, { submissionId, article }: Omit<Intake, 'claims'>) => {
  const { spans, text, claimant, conveyors, voice, statedOn, about } = claim;
  const characters = Array.from(article);
  const quote = spans.map(({ start, end }) => characters.slice(start, end).join('')).join(' … ');
  const found = { submissionId, revision: 1, spans: [...spans], quote };
  const attribution = { claimant, conveyors: [...conveyors], voice, statedOn, ...(about && { about }) };
  return { ...found, text, language: 'en', ...attribution };
};

const accept = async ({ ana }: Player, claims: ClaimIds, claim: DemoClaim): Promise<void> => {
  const { name, checkability, fragment } = claim;
  await ana.does(
    `accepts ${name}: ${checkability}, medium severity`,
    '/v1/claims/{claimId}/accept-claim',
    { claimId: idOf(claims, claim) },
    { severity: 'medium', checkability, ...(fragment && { fragment }) },
  );
};

const relate = async (
  { ana }: Player,
  claims: ClaimIds,
  [from, relation, to]: (typeof RELATIONS)[number],
): Promise<void> => {
  await ana.does(
    `links ${from.name}: ${relation.replaceAll('_', ' ')} ${to.name}`,
    '/v1/claims/{claimId}/link-claim',
    { claimId: idOf(claims, from) },
    { linkId: v7(), toClaimId: idOf(claims, to), relation },
  );
};

const LONGEST = 34;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
