import { v7 } from 'uuid';
import { CLAIMS, C1, C11, C12, C4, PUBLISHER } from './claims.js';
import type { DemoClaim } from './claims.js';
import { readMaterial } from './material.js';
import type { Player } from './player.js';

/** The ids of the claims, by the names that the demo gives them. */
export type ClaimIds = ReadonlyMap<DemoClaim, string>;

export const idOf = (ids: ClaimIds, claim: DemoClaim): string => {
  const id = ids.get(claim);
  if (id === undefined) throw new Error(`${claim.name} was not proposed.`);
  return id;
};

/** Ana takes in the article, and proposes and accepts four of its claims, each at its exact span. */
export const takeIn = async ({ teller, ana }: Player): Promise<ClaimIds> => {
  teller.chapter('The article comes in');
  const text = readMaterial('north-korea-ammunition.txt');
  const submissionId = v7();
  await ana.does(
    'registers the article',
    '/v1/submissions/{submissionId}/register-submission',
    { submissionId },
    { kind: 'article', text, language: 'en', publisher: PUBLISHER },
  );
  const ids = new Map<DemoClaim, string>();
  for (const claim of CLAIMS) {
    const claimId = v7();
    ids.set(claim, claimId);
    await ana.does(
      `proposes ${claim.name} “${shortened(claim.text)}”`,
      '/v1/claims/{claimId}/propose-claim',
      { claimId },
      proposal(claim, submissionId, text),
    );
    await ana.does(
      `accepts ${claim.name}, medium severity`,
      '/v1/claims/{claimId}/accept-claim',
      { claimId },
      { severity: 'medium', checkability: 'factual' },
    );
  }
  await relate({ ana }, ids);
  return ids;
};

const proposal = (claim: DemoClaim, submissionId: string, article: string) => {
  const { span, text, claimant, conveyors, voice, statedOn } = claim;
  const quote = Array.from(article).slice(span.start, span.end).join('');
  const found = { submissionId, revision: 1, spans: [span], quote };
  return { ...found, text, language: 'en', claimant, conveyors: [...conveyors], voice, statedOn };
};

const relate = async ({ ana }: Pick<Player, 'ana'>, ids: ClaimIds): Promise<void> => {
  const links = [
    [C4, 'contradicts', C1],
    [C11, 'qualifies', C1],
    [C12, 'same_claim_other_claimant', C4],
  ] as const;
  for (const [from, relation, to] of links)
    await ana.does(
      `links ${from.name}: ${relation.replaceAll('_', ' ')} ${to.name}`,
      '/v1/claims/{claimId}/link-claim',
      { claimId: idOf(ids, from) },
      { linkId: v7(), toClaimId: idOf(ids, to), relation },
    );
};

const LONGEST = 34;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
