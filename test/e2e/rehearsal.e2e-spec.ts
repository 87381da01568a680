import { Client } from 'pg';
import { v7 } from 'uuid';
import { createDocketClient } from '#client';
import { connected } from '../support/database.js';
import { makeRehearsal } from '../support/rehearsal.js';
import type { RehearsalDesk } from '../support/rehearsal.js';
import { startSystem } from '../support/system.js';
import type { System } from '../support/system.js';
import { until } from '../support/until.js';

jest.setTimeout(120_000);

type Stored = { readonly type: string; readonly at: string; readonly data: Readonly<Record<string, unknown>> };

describe('a worker that is killed while it moves a clock', () => {
  let system: System;
  let desk: RehearsalDesk;
  let admin: Client;

  beforeAll(async () => {
    system = await startSystem();
    desk = await makeRehearsal(system, { from: '2022-11-09T09:00:00.000Z' });
    admin = new Client(system.database.adminUrl);
    await admin.connect();
  });

  afterAll(async () => {
    await admin.end();
    await system.stop();
  });

  const eventsOf = async (submissionId: string): Promise<readonly Stored[]> => {
    const { rows } = await admin.query<{ type: string; at: Date; data: string }>(
      'SELECT type, recorded_at AS at, data FROM event_store.event WHERE stream_id = $1 ORDER BY version',
      [`submission-${submissionId}`],
    );
    return rows.map(({ type, at, data }) => ({ type, at: at.toISOString(), data: JSON.parse(data) as Stored['data'] }));
  };

  /** Nobody can append, so that the job which the clock has come to stands in the middle. */
  const holdEvents = async (): Promise<void> => {
    await admin.query('BEGIN');
    await admin.query('LOCK TABLE event_store.event IN SHARE MODE');
  };

  /** By another connection: what a transaction knows of the others stands still in it. */
  const isJobHeld = async (): Promise<boolean> => {
    const { rowCount } = await connected(system.database.adminUrl, (client) =>
      client.query(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%event_store.append%'
          AND application_name LIKE 'docket-appends-%' AND datname = current_database()`,
      ),
    );
    return (rowCount ?? 0) > 0;
  };

  it('is followed by one that goes on from where the clock stands: nothing is lost, nothing done twice', async () => {
    const hal = createDocketClient({ baseUrl: system.url, token: desk.token });
    await hal.send('/v1/members/{memberId}/activate-member', { memberId: desk.adminId }, {});
    const editorId = v7();
    await hal.send(
      '/v1/members/{memberId}/invite-member',
      { memberId: editorId },
      { name: 'Ana', email: 'a@desk.example' },
    );
    await hal.send('/v1/members/{memberId}/grant-role', { memberId: editorId }, { role: 'editor' });
    const ana = createDocketClient({ baseUrl: system.url, token: await desk.issueToken(editorId) });
    await ana.send('/v1/members/{memberId}/activate-member', { memberId: editorId }, {});
    const submissionId = v7();
    const article = { kind: 'article', text: 'He claimed that it rains in “Seoul.', language: 'en' } as const;
    await ana.send('/v1/submissions/{submissionId}/register-submission', { submissionId }, article);

    await holdEvents();
    const moving = desk.rehearsal.moveTo('2022-11-14T09:00:00.000Z');
    await until(isJobHeld, 'the job at the locked table');
    await system.worker().kill('SIGKILL');
    await admin.query('ROLLBACK');
    system.startWorker();
    await moving;

    const events = await eventsOf(submissionId);
    expect(events.map(({ type }) => type)).toEqual(['SubmissionRegistered', 'TextNotesRecorded', 'TriageOverdue']);
    expect(events[1]?.at).toBe('2022-11-09T09:00:01.000Z');
    expect(events[2]?.at).toBe(events[0]?.data['triageDueAt']);
  });
});
