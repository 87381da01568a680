import { Table } from 'typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { schemaOf, subscriptionOf } from './projection.js';
import type { AnyProjection } from './projection.js';

export type BuildState = 'building' | 'served' | 'retired';

type BuildRow = { readonly build: number; readonly schema_name: string; readonly state: BuildState };

/** Builds of projections: each has its tables in a schema of its own, and one is served, through the views of schema `read`. */
export class ProjectionBuilds {
  constructor(private readonly database: DataSource) {}

  /** Makes the tables, unless they are there. The first build of a projection is served at once. */
  prepare(projection: AnyProjection): Promise<BuildState> {
    return this.alone(async (transaction) => {
      const builds = await buildsOf(transaction, projection);
      const known = builds.find(({ build }) => build === projection.build);
      if (known !== undefined) return known.state;
      await this.makeTables(transaction, projection);
      await insertBuild(transaction, projection);
      if (builds.length > 0) return 'building';
      await serve(transaction, projection);
      return 'served';
    });
  }

  /** Serves this build instead of the older one as soon as it has come as far at every desk; whether it is served now. */
  switchIfCaughtUp(projection: AnyProjection): Promise<boolean> {
    return this.alone(async (transaction) => {
      const builds = await buildsOf(transaction, projection);
      const served = builds.find(({ state }) => state === 'served');
      if (served?.build === projection.build) return true;
      if (served !== undefined) {
        const older = { name: projection.name, build: served.build };
        if (!(await hasComeAsFar(transaction, subscriptionOf(projection), subscriptionOf(older)))) return false;
        await dropViews(transaction, served.schema_name);
        await setState(transaction, older, 'retired');
      }
      await serve(transaction, projection);
      return true;
    });
  }

  /** Processes that start at once make a build once, and wait longer for that than for other locks. */
  private alone<Result>(work: (transaction: EntityManager) => Promise<Result>): Promise<Result> {
    return this.database.transaction(async (transaction) => {
      await transaction.query(`SET LOCAL lock_timeout TO '30s'`);
      await transaction.query(`SELECT pg_advisory_xact_lock(hashtext('event_store.projection_build'))`);
      await transaction.query('SET LOCAL ROLE docket_worker'); // the same owner, whichever login a worker has
      return work(transaction);
    });
  }

  private async makeTables(transaction: EntityManager, projection: AnyProjection): Promise<void> {
    const schema = schemaOf(projection);
    await transaction.query(`CREATE SCHEMA ${schema}`);
    await transaction.query(`SET LOCAL search_path TO ${schema}`);
    for (const entity of projection.tables) {
      const table = Table.create(this.database.getMetadata(entity), this.database.driver);
      await transaction.queryRunner?.createTable(table);
    }
    for (const definition of projection.definitions ?? []) await transaction.query(definition);
  }
}

const buildsOf = (transaction: EntityManager, { name }: AnyProjection): Promise<readonly BuildRow[]> =>
  transaction.query('SELECT build, schema_name, state FROM event_store.projection_build WHERE name = $1', [name]);

const insertBuild = (transaction: EntityManager, projection: AnyProjection): Promise<unknown> =>
  transaction.query(
    `INSERT INTO event_store.projection_build (name, build, schema_name, state) VALUES ($1, $2, $3, 'building')`,
    [projection.name, projection.build, schemaOf(projection)],
  );

const setState = (
  transaction: EntityManager,
  { name, build }: Pick<AnyProjection, 'name' | 'build'>,
  state: BuildState,
): Promise<unknown> =>
  transaction.query('UPDATE event_store.projection_build SET state = $3 WHERE name = $1 AND build = $2', [
    name,
    build,
    state,
  ]);

/** A view has the condition itself: row security would be asked of its owner, who sees all desks. */
const serve = async (transaction: EntityManager, projection: AnyProjection): Promise<void> => {
  const schema = schemaOf(projection);
  for (const table of await tablesIn(transaction, schema))
    await transaction.query(
      `CREATE VIEW read."${table}" AS SELECT * FROM ${schema}."${table}"
       WHERE desk_id = nullif(current_setting('docket.desk', true), '')::int`,
    );
  await setState(transaction, projection, 'served');
};

const dropViews = async (transaction: EntityManager, schema: string): Promise<void> => {
  for (const table of await tablesIn(transaction, schema)) await transaction.query(`DROP VIEW read."${table}"`);
};

const tablesIn = async (transaction: EntityManager, schema: string): Promise<readonly string[]> => {
  const tables = await transaction.query<readonly { readonly name: string }[]>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'r'`,
    [schema],
  );
  return tables.map(({ name }) => name);
};

type Position = { readonly desk_id: number; readonly name: string; readonly position: string };

/** Locks the rows of both, so that neither moves before the switch is made. */
const hasComeAsFar = async (transaction: EntityManager, newer: string, older: string): Promise<boolean> => {
  const positions = await transaction.query<readonly Position[]>(
    `SELECT desk_id, name, position FROM event_store.subscription WHERE name IN ($1, $2) ORDER BY desk_id, name FOR UPDATE`,
    [newer, older],
  );
  const reached = new Map(
    positions.filter(({ name }) => name === newer).map((row) => [row.desk_id, Number(row.position)]),
  );
  return positions
    .filter(({ name }) => name === older)
    .every((row) => (reached.get(row.desk_id) ?? -1) >= Number(row.position));
};
