import { StartRefused, urlsOf } from '#platform/config';
import { checkDatabase, migrate } from '#platform/database';
import { connected, emptyDatabase, freshDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

jest.setTimeout(60_000);

describe('a look at the database before Docket starts', () => {
  let database: TestDatabase;

  afterEach(() => database.drop());

  const asAdmin = (sql: string) => connected(database.adminUrl, (admin) => admin.query(sql));

  describe('that was migrated', () => {
    beforeEach(async () => {
      database = await freshDatabase();
    });

    it('finds nothing wrong', async () => {
      const { owner, api, worker } = database.urls;
      expect(await refusalOf(checkDatabase(owner, 'owner'))).toBeUndefined();
      expect(await refusalOf(checkDatabase(api, 'api'))).toBeUndefined();
      expect(await refusalOf(checkDatabase(worker, 'worker'))).toBeUndefined();
    });

    it('finds nothing wrong with one login that acts as each kind of process', async () => {
      const { api, worker } = urlsOf(database.adminUrl);
      expect(await refusalOf(checkDatabase(api, 'api'))).toBeUndefined();
      expect(await refusalOf(checkDatabase(worker, 'worker'))).toBeUndefined();
    });

    it('refuses a superuser, the owner and a stranger as the API or the worker', async () => {
      const { owner, api, worker } = database.urls;
      expect(await refusalOf(checkDatabase(database.adminUrl, 'api'))).toMatch(/docket_admin, a superuser/);
      expect(await refusalOf(checkDatabase(owner, 'worker'))).toMatch(/docket_migrator, a member of docket_owner/);
      expect(await refusalOf(checkDatabase(api, 'worker'))).toMatch(
        /not a member of docket_worker.*DATABASE_URL_WORKER/,
      );
      expect(await refusalOf(checkDatabase(worker, 'api'))).toMatch(/not a member of docket_api.*DATABASE_URL_API/);
    });

    it('refuses a login that passes row security', async () => {
      const role = `passes_${process.pid}`;
      await asAdmin(`CREATE ROLE ${role} LOGIN BYPASSRLS PASSWORD 'p'; GRANT docket_api TO ${role}`);
      const url = new URL(database.adminUrl);
      [url.username, url.password] = [role, 'p'];
      expect(await refusalOf(checkDatabase(url.href, 'api'))).toMatch(/BYPASSRLS/);
      await asAdmin(`DROP ROLE ${role}`);
    });

    it.each([
      ['event.no_delete', 'ALTER TABLE event_store.event DISABLE TRIGGER no_delete'],
      ['event.only_erasure', 'DROP TRIGGER only_erasure ON event_store.event'],
      ['log_entry.no_change', 'ALTER TABLE event_store.log_entry DISABLE TRIGGER no_change'],
      ['log_entry_00000.no_truncate', 'DROP TRIGGER no_truncate ON event_store.log_entry_00000'],
      ['anchor.no_truncate', 'ALTER TABLE event_store.anchor ENABLE REPLICA TRIGGER no_truncate'],
    ])('misses %s', async (name, tampering) => {
      await asAdmin(tampering);
      expect(await refusalOf(checkDatabase(database.urls.api, 'api'))).toContain(name);
    });

    it('refuses positions that are handed out in advance', async () => {
      await asAdmin('ALTER SEQUENCE event_store.append_position CACHE 20');
      expect(await refusalOf(checkDatabase(database.urls.worker, 'worker'))).toMatch(/append_position has a cache/);
    });

    it('refuses a server that would lose what was acknowledged', async () => {
      delete process.env['DOCKET_TEST_DURABILITY'];
      try {
        const refusal = await refusalOf(checkDatabase(database.urls.owner, 'owner'));
        expect(refusal).toMatch(/fsync, full_page_writes, synchronous_commit off/);
      } finally {
        process.env['DOCKET_TEST_DURABILITY'] = 'off';
      }
    });

    it('refuses what a newer release migrated', async () => {
      await asAdmin(`INSERT INTO operational.migration (name) VALUES ('9999-tomorrow')`);
      expect(await refusalOf(checkDatabase(database.urls.api, 'api'))).toMatch(/newer release .*9999-tomorrow/);
      expect(await refusalOf(migrate(database.urls.owner))).toMatch(/newer release/);
    });

    it('says which server, database or name is wrong, and never the password', async () => {
      const wrong = (change: (url: URL) => void): string => {
        const url = new URL(database.urls.api);
        url.password = 'secret';
        change(url);
        return url.href;
      };
      const { port } = new URL(database.urls.api);
      const absent = new URL(database.urls.api);
      absent.pathname = 'nowhere';
      const refusals = [
        await refusalOf(
          checkDatabase(
            wrong((url) => (url.port = '1')),
            'api',
          ),
        ),
        await refusalOf(
          checkDatabase(
            wrong(() => undefined),
            'api',
          ),
        ),
        await refusalOf(checkDatabase(absent.href, 'api')),
      ];
      expect(refusals).toEqual([
        expect.stringMatching(/PostgreSQL at 127\.0\.0\.1:1 cannot be reached \(.*ECONNREFUSED/),
        expect.stringMatching(/does not let docket_api_login in/),
        expect.stringMatching(new RegExp(`no database nowhere on 127\\.0\\.0\\.1:${port}`)),
      ]);
      expect(refusals.join('')).not.toContain('secret');
    });
  });

  describe('that is empty', () => {
    it('refuses the API and the worker until it is migrated, by a superuser too', async () => {
      database = await emptyDatabase();
      expect(await refusalOf(checkDatabase(database.urls.owner, 'owner'))).toBeUndefined();
      expect(await refusalOf(checkDatabase(database.urls.api, 'api'))).toMatch(/is not migrated \(0001-event-store/);
      await Promise.all([migrate(database.adminUrl), migrate(database.adminUrl), migrate(database.urls.owner)]);
      expect(await refusalOf(checkDatabase(database.urls.api, 'api'))).toBeUndefined();
      await migrate(database.urls.owner);
    });

    it('refuses an encoding that cannot hold every text', async () => {
      database = await emptyDatabase(`TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C' LOCALE_PROVIDER libc`);
      expect(await refusalOf(checkDatabase(database.urls.owner, 'owner'))).toMatch(/encoded as SQL_ASCII/);
    });
  });
});

/** Whatever is refused is one line. */
const refusalOf = async (looked: Promise<void>): Promise<string | undefined> => {
  try {
    await looked;
    return undefined;
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    expect(error.message).not.toContain('\n');
    return error.message;
  }
};
