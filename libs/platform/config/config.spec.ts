import { readSettings } from './config.js';
import { urlsOf, withSetting } from './database-urls.js';
import { StartRefused } from './start-refused.js';

const OWNER = 'postgres://docket:s%2Becret@db.example:5433/docket';
const ana = { isRoot: false, homeDirectory: '/home/ana' };

describe('settings', () => {
  it('need nothing from the environment', () => {
    expect(readSettings({}, ana)).toEqual({
      database: undefined,
      port: 3000,
      host: '127.0.0.1',
      home: '/home/ana/.local/share/docket',
      filesDirectory: '/home/ana/.local/share/docket/files',
      maxUploadBytes: 52_428_800,
      captureAllow: [],
      captureMaxBytes: 10_485_760,
      captureTimeoutMs: 10_000,
      leaseMs: 15_000,
      jobLockMs: 30_000,
      stalledIntervalMs: 15_000,
    });
  });

  it('are what the environment says', () => {
    const settings = readSettings(
      { PORT: '0', HOST: '0.0.0.0', DOCKET_HOME: '/srv/desk', DOCKET_FILES: '/srv/files', LEASE_MS: '500' },
      ana,
    );
    expect(settings).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      home: '/srv/desk',
      filesDirectory: '/srv/files',
      leaseMs: 500,
    });
  });

  it('take a variable without text for one that is not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ' }, ana)).toMatchObject({ port: 3000, database: undefined });
  });

  it('tell every mistake at once', () => {
    const message = refusalOf({ PORT: '70000', LEASE_MS: '1.5', CAPTURE_ALLOW: 'a b' });
    expect(message).toMatch(/PORT .*"70000".*; CAPTURE_ALLOW .*; LEASE_MS .*"1.5"/);
  });

  it('never repeat what was given for a URL', () => {
    const message = refusalOf({ DATABASE_URL: 'mysql://docket:secret@db.example/docket' });
    expect(message).toMatch(/DATABASE_URL must be a URL/);
    expect(message).not.toMatch(/mysql|secret/);
  });

  it('refuse the URL of one kind of process alone', () => {
    expect(() => readSettings({ DATABASE_URL_API: OWNER }, ana)).toThrow(/DATABASE_URL_API is set without/);
  });

  it('know the hosts that a capture may reach', () => {
    const { captureAllow } = readSettings({ CAPTURE_ALLOW: 'Localhost:8080, [::1]:80,archive.example' }, ana);
    expect(captureAllow).toEqual(['localhost:8080', '[::1]:80', 'archive.example']);
  });
});

describe('the home', () => {
  it('of root is a directory of the system', () => {
    expect(readSettings({}, { isRoot: true, homeDirectory: '/root' }).home).toBe('/var/lib/docket');
  });

  it('is where the user keeps data', () => {
    expect(readSettings({ XDG_DATA_HOME: '/data/ana' }, ana).home).toBe('/data/ana/docket');
  });
});

describe('the URLs of a server of one’s own', () => {
  it('are derived where they are missing', () => {
    const { database } = readSettings({ DATABASE_URL: OWNER, DATABASE_URL_WORKER: 'postgres://w@db.example/d' }, ana);
    expect(database).toEqual({
      owner: OWNER,
      api: `${OWNER}?options=-c%20role%3Ddocket_api`,
      worker: 'postgres://w@db.example/d',
    });
  });

  it('keep the options they have', () => {
    const { api } = urlsOf('postgres://db.example/docket?options=-c%20jit%3Doff');
    expect(new URL(withSetting(api, 'search_path', 'read, public')).searchParams.get('options')).toBe(
      '-c jit=off -c role=docket_api -c search_path=read,\\ public',
    );
  });
});

const refusalOf = (env: Readonly<Record<string, string>>): string => {
  try {
    readSettings(env, ana);
  } catch (error) {
    if (error instanceof StartRefused) return error.message;
    throw error;
  }
  throw new Error('Nothing was refused.');
};
