import { v7 } from 'uuid';
import { connected, freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

/** Ids are the clients', so two desks may come to use the same. */
const PUBLISHED = `
  INSERT INTO event_store.event (desk_id, stream_id, version, type, schema_version, command_id, part, correlation_id, actor, capacity,
                                 occurred_at, recorded_at, closes, meta, commitment)
  VALUES ($1, 'check-' || $2, 1, 'VerdictPublished', 1, $3, 0, $3, 'eva', 'approver', $4, $4, false, '{}', decode(repeat('00', 32), 'hex'))`;

describe('the public address of a check', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await freshDatabase();
  }, 60_000);

  afterAll(() => database.drop());

  const deskOf = async (checkId: string): Promise<unknown> => {
    const { rows } = await connected(database.urls.api, (client) =>
      client.query<{ readonly desk: number | null }>('SELECT operational.desk_of_public_check($1) AS desk', [checkId]),
    );
    return rows[0]?.desk;
  };

  it('belongs to the desk that published there first', async () => {
    const checkId = v7();
    await connected(database.adminUrl, async (client) => {
      await client.query('SELECT event_store.open_desk(1), event_store.open_desk(2)');
      await client.query(PUBLISHED, [2, checkId, v7(), '2026-01-01T00:00:00Z']);
      await client.query(PUBLISHED, [1, checkId, v7(), '2026-01-02T00:00:00Z']);
    });
    expect(await deskOf(checkId)).toBe(2);
  });

  it('belongs to nobody while nothing is published there', async () => {
    expect(await deskOf(v7())).toBeNull();
  });
});
