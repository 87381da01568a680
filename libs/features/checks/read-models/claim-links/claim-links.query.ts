import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReadModels } from '#platform/database';
import { ClaimLinkRow } from './claim-links.table.js';

/** Which claims are linked to a claim, from either end. It may lag behind the claims' streams. */
@Injectable()
export class ClaimLinks {
  constructor(private readonly readModels: ReadModels) {}

  /** The claims whose live finding a ruling on this one has to answer: its variants, and what it repeats. */
  precedentsOf(deskId: number, claimId: string): Promise<readonly string[]> {
    return this.readModels.in(deskId, async (rows) => {
      const links = await linksOf(rows, deskId, claimId);
      const precedents = links.filter((link) => isPrecedent(link, claimId));
      return [...new Set(precedents.map((link) => otherOf(link, claimId)))];
    });
  }
}

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

const otherOf = ({ claimId, toClaimId }: Readonly<ClaimLinkRow>, oneId: string): string =>
  claimId === oneId ? toClaimId : claimId;

const isPrecedent = ({ claimId, relation }: Readonly<ClaimLinkRow>, oneId: string): boolean =>
  relation === 'variant_of' || (relation === 'repeats' && claimId === oneId);
