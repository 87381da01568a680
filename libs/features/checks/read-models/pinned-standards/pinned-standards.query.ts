import { Injectable } from '@nestjs/common';
import { ChecksPinned } from '#features/standards';
import type { PinnedVersion } from '#features/standards';
import { ReadModels } from '#platform/database';
import { ReadModelPosition } from '#platform/subscriptions';
import { PinnedStandardRow } from './pinned-standards.table.js';

/** It may lag behind the checks' streams. */
@Injectable()
export class PinnedStandards extends ChecksPinned {
  constructor(
    private readonly readModels: ReadModels,
    private readonly positions: ReadModelPosition,
  ) {
    super();
  }

  to(deskId: number, what: 'scale' | 'policy', ids: readonly string[]): Promise<readonly PinnedVersion[]> {
    return this.readModels.in(deskId, async (rows) => {
      await this.positions.positionOf(rows, 'pinned-standards'); // says so where no build is served yet
      if (ids.length === 0) return [];
      const counted = await rows
        .createQueryBuilder(PinnedStandardRow, 'pin')
        .select(['pin.id AS id', 'pin.version AS version', 'count(*)::int AS checks'])
        .where('pin.deskId = :deskId AND pin.what = :what AND pin.id IN (:...ids)', { deskId, what, ids })
        .groupBy('pin.id, pin.version')
        .getRawMany<PinnedVersion>();
      return counted.map(({ id, version, checks }) => ({ id, version, checks }));
    });
  }
}
