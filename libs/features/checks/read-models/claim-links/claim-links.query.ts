import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReadModels } from '#platform/database';
import { ClaimLinkRow } from './claim-links.table.js';

/** Which claims are linked to a claim, from either end. It may lag behind the claims' streams. */
@Injectable()
export class ClaimLinks {
  constructor(private readonly readModels: ReadModels) {}

  /** The claims whose live finding a ruling on this one has to answer: its variants, and what it repeats. */
  async precedentsOf(deskId: number, claimId: string): Promise<readonly string[]> {
    const rows = await this.readModels.rowsOf(deskId, PRECEDENTS, [claimId]);
    return rows.map(({ other }) => other).filter((other) => other !== undefined);
  }
}

const PRECEDENTS = `
  SELECT to_claim_id AS other FROM claim_link WHERE claim_id = $1 AND relation IN ('variant_of', 'repeats')
  UNION SELECT claim_id FROM claim_link WHERE to_claim_id = $1 AND relation = 'variant_of'`;

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
