import type { INestApplicationContext } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import * as fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { WORKER_DATABASE } from '#platform/database';
import { EventStore } from '#platform/event-store';
import { rebuildAside } from '#platform/subscriptions';
import { ChecksWorkerModule } from '#worker/checks';
import { freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { openDesk } from '../support/event-store.js';
import { histories } from './desk-history.js';
import type { Step } from './desk-history.js';
import { configFor, eventually, rowsOf, startProcess } from './processes.js';

jest.setTimeout(120_000);

type Projection = Parameters<typeof rebuildAside>[2];

describe('the projections of checks', () => {
  let database: TestDatabase;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    database = await freshDatabase();
    worker = await startProcess(configFor(database), { worker: [ChecksWorkerModule] });
  });

  afterAll(async () => {
    await worker?.close();
    await database.drop();
  });

  it('have the same rows live and rebuilt, whatever happened and wherever pages were cut', async () => {
    let made = 0;
    const ids = Array.from({ length: 10 }, () => v7());
    const anyHistory = histories((claim) => ids[claim % ids.length] ?? '');
    const sameRows = fc.asyncProperty(anyHistory, async (steps) => {
      made += 1;
      const deskId = await openDesk(database, `desk-${made}`);
      await append(deskId, steps);
      await untilRead(deskId);
      for (const projection of projections()) {
        const schema = await rebuildAside(databaseOfWorker(), worker.get(EventStore), projection, deskId);
        expect(await rowsIn(schema, deskId)).toEqual(await rowsIn(schemaOf(projection), deskId));
      }
    });
    await fc.assert(sameRows, { numRuns: 3, endOnFailure: true });
    const live = await Promise.all(projections().map(async (one) => ({ ...one, rows: await rowsIn(schemaOf(one)) })));
    const filled = live.filter(({ rows }) => rows.length > 0).map(({ name }) => name);
    expect(filled).toEqual(expect.arrayContaining(['claim-links', 'claims', 'desk-board', 'workload']));
  });

  const databaseOfWorker = (): DataSource => worker.get<DataSource>(getDataSourceToken(WORKER_DATABASE));

  /** Those that the worker runs. */
  const projections = (): readonly Projection[] => {
    const registered: unknown = worker.get('subscriptions-of-feature', { strict: false, each: true });
    return (registered as readonly (readonly Projection[])[]).flat().filter((one) => 'tables' in one);
  };

  const append = async (deskId: number, steps: readonly Step[]): Promise<void> => {
    const actor = { kind: 'member', id: 'ana', roles: ['editor'], capacity: 'editor' } as const;
    for (const { category, id, events } of steps) {
      const envelope = { deskId, commandId: v7(), correlationId: v7(), actor, at: new Date().toISOString() };
      const write = {
        category,
        id,
        expected: 'any',
        events: events.map((one) => ({ ...one, schemaVersion: 1 })),
      } as const;
      await worker.get(EventStore).append(envelope, 'ab'.repeat(32), [write]);
    }
  };

  const untilRead = (deskId: number) =>
    eventually(
      () => rowsOf<{ readonly left: string }>(database, LEFT, [deskId, projections().length]),
      (rows) => rows[0]?.left === '0',
    );

  /** All tables of a build, as text: what a desk has in them, or what every desk has. */
  const rowsIn = async (schema: string, deskId?: number): Promise<readonly string[]> => {
    const tables = await rowsOf<{ readonly name: string }>(
      database,
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = $1 ORDER BY 1',
      [schema],
    );
    const rows = await Promise.all(
      tables.map(({ name }) =>
        rowsOf<{ readonly row: string }>(
          database,
          `SELECT '${name} ' || to_jsonb(t)::text AS row FROM ${schema}.${name} t
            WHERE $1::int IS NULL OR desk_id = $1 ORDER BY 1`,
          [deskId ?? null],
        ),
      ),
    );
    return rows.flat().map(({ row }) => row);
  };
});

const schemaOf = ({ name, build }: Projection): string => `rm_${name.replaceAll('-', '_')}_${build}`;

/** What of a desk is not in every live read model yet: commands that wait for the log, and entries that nobody has read. */
const LEFT = `
  SELECT (SELECT count(*) FROM event_store.pending WHERE desk_id = $1)
       + (SELECT CASE WHEN count(*) < $2 THEN 1 ELSE sum(h.size - s.position) END
            FROM event_store.subscription s JOIN event_store.log_head h USING (desk_id)
           WHERE s.desk_id = $1 AND s.name LIKE '%@%') AS left`;
