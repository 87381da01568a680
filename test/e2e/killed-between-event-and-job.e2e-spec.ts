import { Client } from 'pg';
import { prepareCase } from '../../apps/docket/src/demo/case.js';
import { publish } from '../../apps/docket/src/demo/publication.js';
import { hearReplies } from '../../apps/docket/src/demo/replies.js';
import { reconcile, ruleApart } from '../../apps/docket/src/demo/review.js';
import type { Player } from '../../apps/docket/src/demo/player.js';
import { castOf } from '../support/cast.js';
import { connected } from '../support/database.js';
import { startSystem } from '../support/system.js';
import type { System } from '../support/system.js';
import { until } from '../support/until.js';

jest.setTimeout(120_000);

const REACTION = 'reveal-rulings-when-submitted';

describe('a worker that is killed between an event and its job', () => {
  let system: System;
  let player: Player;
  let admin: Client;

  beforeAll(async () => {
    system = await startSystem();
    player = await castOf(system);
    admin = new Client(system.database.adminUrl);
    await admin.connect();
  });

  afterAll(async () => {
    await admin.end();
    await system.stop();
  });

  const count = async (sql: string): Promise<number> => Number((await admin.query<{ n: string }>(sql)).rows[0]?.n);

  /** While this row is locked, the reaction can stage a job but not move its position: neither is committed. */
  const holdReaction = async (): Promise<void> => {
    await admin.query('BEGIN');
    await admin.query('SELECT FROM event_store.subscription WHERE name = $1 FOR UPDATE', [REACTION]);
  };

  /** By another connection: what a transaction knows of the others stands still in it. */
  const isHeld = async (): Promise<boolean> => {
    const { rowCount } = await connected(system.database.adminUrl, (client) =>
      client.query(
        `SELECT FROM pg_stat_activity
          WHERE wait_event_type = 'Lock' AND query LIKE '%event_store.advance%' AND datname = current_database()`,
      ),
    );
    return (rowCount ?? 0) > 0;
  };

  it('loses nothing and does nothing twice', async () => {
    const prepared = await prepareCase(player);
    await holdReaction();
    await ruleApart(player, prepared);
    await until(isHeld, 'the reaction at the locked row');
    await system.worker().kill('SIGKILL');
    await admin.query('ROLLBACK');
    expect(await count(`SELECT count(*) AS n FROM bullmq.job WHERE id LIKE 'reveal-rulings.%'`)).toBe(0);

    system.startWorker();
    await reconcile(player, prepared);
    await hearReplies(player, prepared);
    await publish(player, prepared);

    const { items } = await player.gus.timeline(prepared.checkId);
    const timesOf = (type: string): number => items.filter((item) => item.type === type).length;
    expect({ revealed: timesOf('RulingsRevealed'), published: timesOf('VerdictPublished') }).toEqual({
      revealed: 1,
      published: 1,
    });
  });
});
