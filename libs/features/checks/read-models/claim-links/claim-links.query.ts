import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReadModels } from '#platform/database';
import { ClaimLinkRow, ClaimMergeRow } from './claim-links.table.js';

/** Which claims are linked to a claim, from either end. It may lag behind the claims' streams. */
@Injectable()
export class ClaimLinks {
  constructor(private readonly readModels: ReadModels) {}

  /**
   * The claims whose live finding a ruling on this one has to answer: its variants, and what it repeats; for one that was
   * merged, the claim that stands for it.
   */
  async precedentsOf(deskId: number, claimId: string): Promise<readonly string[]> {
    const rows = await this.readModels.rowsOf(deskId, PRECEDENTS, [claimId]);
    return rows.map(({ other }) => other).filter((other) => other !== undefined);
  }
}

const PRECEDENTS = `
  WITH RECURSIVE linked(other) AS (
    (SELECT to_claim_id FROM claim_link WHERE claim_id = $1 AND relation IN ('variant_of', 'repeats')
     UNION SELECT claim_id FROM claim_link WHERE to_claim_id = $1 AND relation = 'variant_of')
    UNION SELECT into_claim_id FROM linked JOIN claim_merge ON claim_id = other
  )
  SELECT other FROM linked WHERE other <> $1 AND NOT EXISTS (SELECT FROM claim_merge WHERE claim_id = other)`;

/** Those from it and those to it, in the order of their ids. */
export const linksOf = (
  rows: EntityManager,
  deskId: number,
  claimId: string,
): Promise<readonly Readonly<ClaimLinkRow>[]> =>
  rows.find(ClaimLinkRow, {
    where: [
      { deskId, claimId },
      { deskId, toClaimId: claimId },
    ],
    order: { linkId: 'ASC' },
  });

/** The claims that were merged into this one. */
export const mergedInto = async (rows: EntityManager, deskId: number, claimId: string): Promise<string[]> => {
  const found = await rows.find(ClaimMergeRow, { where: { deskId, intoClaimId: claimId }, order: { claimId: 'ASC' } });
  return found.map((row) => row.claimId);
};

/** The claim that stands for this one at the end of all mergers: itself, if it was not merged. */
export const endOf = async (rows: EntityManager, claimId: string): Promise<string> => {
  const [end] = await rows.query<readonly { readonly claim_id: string }[]>(LAST_OF_THE_WAY, [claimId]);
  return end?.claim_id ?? claimId;
};

/** Two claims that were merged into each other at the same moment lead in a circle: it is left after so many steps. */
const LAST_OF_THE_WAY = `
  WITH RECURSIVE way(claim_id, step) AS (
    SELECT into_claim_id, 1 FROM claim_merge WHERE claim_id = $1
    UNION SELECT into_claim_id, step + 1 FROM way JOIN claim_merge USING (claim_id) WHERE step < 20
  )
  SELECT claim_id FROM way ORDER BY step DESC LIMIT 1`;
