import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stateOf } from '#kernel';
import { checkStream } from '#features/checks';
import { readSettings } from '#platform/config';
import type { Config } from '#platform/config';
import { makeDesk } from '../../apps/docket/src/desk/make-desk.js';
import { asOperator } from '../../apps/docket/src/desk/operator.js';
import { readStandards } from '../../apps/docket/src/desk/policy-file.js';
import { seedDesk } from '../../apps/docket/src/seed/seed-desk.js';
import { madeUp } from '../../apps/docket/src/seed/texts.js';
import { connected, freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

jest.setTimeout(120_000);

type Stored = { readonly stream_id: string; readonly type: string; readonly data: string };

describe('a seeded desk', () => {
  let database: TestDatabase;
  let config: Config;
  let home: string;

  beforeAll(async () => {
    database = await freshDatabase();
    home = mkdtempSync(path.join(tmpdir(), 'docket-seed-'));
    config = { ...readSettings({ DOCKET_HOME: home }), database: database.urls };
    for (const key of ['one', 'two'])
      await asOperator(config, (operator) =>
        makeDesk(operator, { key, name: key, adminEmail: 'admin@desk.example', standards: readStandards() }),
      );
    await seed('one');
  });
  afterAll(async () => {
    await database?.drop();
    rmSync(home, { recursive: true, force: true });
  });

  const seed = (desk: string, more = false) =>
    seedDesk(config, { desk, checks: 60, seed: '7', statements: madeUp, more }, () => undefined);
  const rows = async <Row extends object>(sql: string): Promise<readonly Row[]> =>
    connected(database.adminUrl, async (client) => (await client.query<Row>(sql)).rows);

  it('has as many checks as were asked for, in many stages, some of them published', async () => {
    const stages = await rows<{ stage: string; count: number }>(
      'SELECT stage, count(*)::int AS count FROM rm_claims_3.claim_list WHERE stage IS NOT NULL GROUP BY stage',
    );
    expect(stages.reduce((sum, { count }) => sum + count, 0)).toBe(60);
    expect(stages.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['open', 'researching', 'published']));
  });

  it('has streams that fold to the stages that its read models show', async () => {
    const events = await rows<Stored>(
      `SELECT stream_id, type, data FROM event_store.event WHERE stream_id LIKE 'check-%' ORDER BY stream_id, version`,
    );
    const shown = await rows<{ claim_id: string; stage: string }>(
      'SELECT claim_id, stage FROM rm_claims_3.claim_list WHERE stage IS NOT NULL',
    );
    for (const { claim_id: id, stage } of shown) {
      const own = events.filter((event) => event.stream_id === `check-${id}`);
      const past = own.map(({ type, data }) => ({ type, data: JSON.parse(data) as unknown }));
      expect(stateOf(checkStream.decider, past as never).stage?.name).toBe(stage);
    }
  });

  it('is at the end of its log with everything that listens, so that nothing follows', async () => {
    const behind = await rows(
      `SELECT s.name FROM event_store.subscription s JOIN event_store.log_head h USING (desk_id)
        WHERE h.desk_id = (SELECT desk_id FROM operational.desk WHERE key = 'one') AND s.position <> h.size`,
    );
    expect(behind).toEqual([]);
    const waiting = await rows(
      `SELECT FROM event_store.pending WHERE desk_id = (SELECT desk_id FROM operational.desk WHERE key = 'one')`,
    );
    expect(waiting).toEqual([]);
  });

  it('is not seeded again unless that is said', async () => {
    await expect(seed('one')).rejects.toThrow(/has checks already/);
    await expect(seed('nowhere')).rejects.toThrow(/no desk/);
  });

  it('has the same history as another of the same seed, but for ids and times', async () => {
    await seed('two');
    const [one, two] = await Promise.all(
      ['one', 'two'].map((key) =>
        rows<{ type: string; count: number }>(
          `SELECT type, count(*)::int AS count FROM event_store.event
            WHERE desk_id = (SELECT desk_id FROM operational.desk WHERE key = '${key}') GROUP BY type ORDER BY type`,
        ),
      ),
    );
    expect(two).toEqual(one);
  });
});
