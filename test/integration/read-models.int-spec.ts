import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { Config } from '#platform/config';
import { DatabaseModule, ReadModels, WORKER_DATABASE, storeConnections } from '#platform/database';
import type { Part } from '#platform/database';
import { EventStore, EventStoreModule } from '#platform/event-store';
import { connected, freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';
import { openDesk } from '../support/event-store.js';

jest.setTimeout(60_000);

describe('reading in a unit of work', () => {
  let database: TestDatabase;
  let deskId: number;
  let otherDeskId: number;
  let app: TestingModule;

  beforeEach(async () => {
    database = await freshDatabase();
    deskId = await openDesk(database);
    otherDeskId = await openDesk(database, 'other');
  });

  afterEach(async () => {
    await app.close();
    await database.drop();
  });

  const start = async (parts: readonly Part[]): Promise<ReadModels> => {
    const config = { database: database.urls } as Config;
    const imports = [DatabaseModule.forRoot(config, parts), EventStoreModule.forRoot(storeConnections(config, parts))];
    app = await Test.createTestingModule({ imports }).compile();
    await app.init();
    return app.get(ReadModels);
  };

  const keys = 'SELECT key FROM operational.desk ORDER BY key';

  it('sees one desk, and none before or after it', async () => {
    const readModels = await start(['api']);
    const source = app.get(DataSource);
    expect(await source.query(keys)).toEqual([]);
    expect(await readModels.in(deskId, (rows) => rows.query(keys))).toEqual([{ key: 'test' }]);
    expect(await readModels.in(otherDeskId, (rows) => rows.query(keys))).toEqual([{ key: 'other' }]);
    expect(await source.query(keys)).toEqual([]);
  });

  it('keeps nothing of work that fails', async () => {
    const readModels = await start(['api']);
    const insert = `INSERT INTO operational.file (desk_id, sha256, bytes, media_type, uploaded_by)
                    VALUES (${deskId}, repeat('0', 64), 1, 'text/plain', gen_random_uuid())`;
    const failing = readModels.in(deskId, async (rows) => {
      await rows.query(insert);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const files = 'SELECT * FROM operational.file';
    expect(await readModels.in(deskId, (rows) => rows.query(files))).toEqual([]);
    await readModels.in(deskId, (rows) => rows.query(insert));
    expect(await readModels.in(deskId, (rows) => rows.query(files))).toHaveLength(1);
  });

  it('reads again when the server cut its connections', async () => {
    const readModels = await start(['api']);
    await readModels.in(deskId, (rows) => rows.query(keys));
    await connected(database.adminUrl, (admin) =>
      admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'docket_api_login'`,
      ),
    );
    expect(await readModels.in(deskId, (rows) => rows.query(keys))).toEqual([{ key: 'test' }]);
  });

  it.each([
    [['api'], 'docket_api', false],
    [['worker'], 'docket_worker', true],
    [['api', 'worker'], 'docket_api', true],
  ] as const)('of %j connects as who it is', async (parts, reader, works) => {
    const readModels = await start(parts);
    const who = `SELECT current_user::text AS who, current_setting('search_path') AS path, current_setting('lock_timeout') AS patience`;
    expect(await readModels.in(deskId, (rows) => rows.query(who))).toEqual([
      { who: reader, path: 'read', patience: '2s' },
    ]);
    const worker = works ? app.get<DataSource>(getDataSourceToken(WORKER_DATABASE)) : undefined;
    expect(await worker?.query(`SELECT current_user::text AS who`)).toEqual(
      works ? [{ who: 'docket_worker' }] : undefined,
    );
    expect(await app.get(EventStore).load(deskId, 'check', 'c4')).toEqual({ version: 0, events: [] });
  });
});
