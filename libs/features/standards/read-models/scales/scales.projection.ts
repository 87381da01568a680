import type { Projection } from '#platform/subscriptions';
import type { ScaleEvent } from '../../domain/scale.events.js';
import { ScaleRow } from './scales.table.js';

/** Which scales there are, and which versions of them. A mapping changes no version. */
export const scalesProjection: Projection<ScaleEvent> = {
  name: 'scales',
  build: 1,
  tables: [ScaleRow],
  on: {
    ScaleDefined: ({ deskId, id, data: { name, kind, publisherHost } }, rows) =>
      rows.insert(ScaleRow, { deskId, scaleId: id, name, kind, publisherHost }),
    ScaleVersionDrafted: ({ deskId, id, data: { version } }, rows) =>
      rows.update(ScaleRow, { deskId, scaleId: id }, { draft: version }),
    ScaleVersionPublished: ({ deskId, id, data: { version } }, rows) =>
      rows.update(ScaleRow, { deskId, scaleId: id }, { published: version, draft: null }),
  },
};
