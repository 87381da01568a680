import type { DataSource } from 'typeorm';
import type { EventStore } from '#platform/event-store';
import { Leases } from './leases.js';
import { ProjectionBuilds } from './projection-builds.js';
import { schemaOf } from './projection.js';
import type { AnyProjection } from './projection.js';
import { projecting } from './subscriber.js';
import { Subscription } from './subscription.js';

const LEASE_MS = 15_000;

/**
 * Makes the next build of a projection beside the served one, from the log of this desk alone, and leaves it unserved.
 * Answers the schema of its tables.
 */
export const rebuildAside = async (
  database: DataSource,
  store: EventStore,
  projection: AnyProjection,
  deskId: number,
): Promise<string> => {
  const next = { ...projection, build: projection.build + 1 };
  const subscriber = projecting(next);
  await new ProjectionBuilds(database).prepare(next);
  const leases = new Leases(database, LEASE_MS);
  await leases.begin([subscriber.name]);
  const subscription = new Subscription(deskId, subscriber, { store, database, leases });
  while ((await subscription.advance()) > 0);
  await leases.release();
  return schemaOf(next);
};
