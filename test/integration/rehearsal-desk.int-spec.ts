import type { Type } from '@nestjs/common';
import { v7 } from 'uuid';
import { StartRefused } from '#platform/config';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import type { NewDesk } from '../../apps/docket/src/desk/make-desk.js';
import { startApi } from '../support/api.js';
import type { Admin, TestApi } from '../support/api.js';
import { join, memberOf } from '../support/members.js';
import { rowsOf } from './processes.js';

jest.setTimeout(120_000);

const MORNING = '2022-11-09T09:00:00.000Z';
const LATER = '2022-11-09T09:30:00.000Z';
const ADVANCE = '/v1/rehearsal/advance-clock';
const CLOCK = '/v1/rehearsal/clock';

describe('a rehearsal desk', () => {
  let api: TestApi;
  let desk: Required<NewDesk>;
  let editor: string;

  const start = async (worker: readonly Type[]): Promise<void> => {
    api = await startApi({}, worker);
    desk = await api.makeRehearsal('desk', MORNING);
    await api.post(`/v1/members/${desk.adminId}/activate-member`, {}, { token: desk.token });
    editor = await memberOf(api, desk, 'editor');
  };

  const advance = (body: unknown, token = desk.operatorToken) => api.post(ADVANCE, body, { token, key: '' });

  describe('with a worker', () => {
    let ordinary: Admin;

    beforeAll(async () => {
      await start([WorkerModule]);
      ordinary = await api.makeDesk('ordinary');
      await api.post(`/v1/members/${ordinary.adminId}/activate-member`, {}, { token: ordinary.token });
    });

    afterAll(() => api.stop());

    it('is made at the time at which its clock stands', async () => {
      const times = await rowsOf<{ readonly at: Date }>(
        api.database,
        'SELECT DISTINCT recorded_at AS at FROM event_store.event WHERE desk_id = $1',
        [desk.deskId],
      );
      expect(times.map(({ at }) => at.toISOString())).toEqual([MORNING]);
    });

    it('tells its members how its clock stands', async () => {
      const answer = await api.get(CLOCK, { token: editor });
      expect(answer.json()).toEqual({ now: MORNING, target: MORNING });
    });

    it('says in every answer that it is one, also in refusals', async () => {
      const page = await api.get('/v1/members/me', { token: editor });
      const refusal = await api.post(
        `/v1/members/${v7()}/invite-member`,
        { name: 'X', email: 'x@y.zz' },
        { token: editor },
      );
      const elsewhere = await api.get('/v1/members/me', { token: ordinary.token });
      expect(
        [page, refusal, elsewhere].map(({ statusCode, headers }) => [statusCode, headers['docket-rehearsal']]),
      ).toEqual([
        [200, 'true'],
        [403, 'true'],
        [200, undefined],
      ]);
    });

    it('lets nobody but its operator move the clock', async () => {
      for (const token of [editor, desk.token]) {
        const answer = await advance({ to: LATER }, token);
        expect([answer.statusCode, answer.json().code]).toEqual([403, 'desk/role-missing']);
      }
      expect((await api.post(ADVANCE, { to: LATER }, { key: '' })).statusCode).toBe(401);
    });

    it('takes no command and tells nothing of its cases to its operator', async () => {
      const token = desk.operatorToken;
      const submission = { kind: 'tip', text: 'Something was said.', language: 'en' };
      const sent = await api.post(`/v1/submissions/${v7()}/register-submission`, submission, { token });
      const read = await api.get('/v1/checks', { token });
      expect([sent, read].map((answer) => [answer.statusCode, answer.json().code])).toEqual([
        [403, 'desk/service-forbidden'],
        [403, 'desk/service-forbidden'],
      ]);
    });

    it('is the only kind that has these routes', async () => {
      for (const answer of [
        await api.post(ADVANCE, {}, { token: ordinary.token }),
        await api.get(CLOCK, { token: ordinary.token }),
      ])
        expect([answer.statusCode, answer.json().code]).toEqual([404, 'request/route-unknown']);
    });

    it('moves, stamps commands by its clock, and never goes back', async () => {
      const moved = await advance({ to: LATER });
      expect([moved.statusCode, moved.json()]).toEqual([200, { now: LATER }]);
      const { memberId } = await join(api, desk, 'reviewer');
      const [invited] = await rowsOf<{ readonly at: Date }>(
        api.database,
        `SELECT recorded_at AS at FROM event_store.event WHERE stream_id = $1 AND version = 1`,
        [`member-${memberId}`],
      );
      expect(invited?.at.toISOString()).toBe(LATER);
      const back = await advance({ to: MORNING });
      expect([back.statusCode, back.json()]).toMatchObject([422, { code: 'rehearsal/clock-backwards', now: LATER }]);
    });

    it('wants an instant, and nothing else that it does not know', async () => {
      expect((await advance({ to: 'tomorrow' })).json().code).toBe('request/invalid');
      expect((await advance({ to: LATER, at: LATER })).json().code).toBe('desk/unknown-field');
    });

    it('has a key that says so, and no other desk has one', async () => {
      await expect(api.makeDesk('rehearsal-of-nothing')).rejects.toThrow(StartRefused);
      const rows = await rowsOf(api.database, `SELECT key FROM operational.desk WHERE rehearsal ORDER BY key`);
      expect(rows).toEqual([{ key: 'rehearsal-desk' }]);
      await expect(
        rowsOf(api.database, `INSERT INTO operational.desk (key, name, rehearsal) VALUES ('quiet', 'q', true)`),
      ).rejects.toThrow(/desk_rehearsal_key/);
      await expect(rowsOf(api.database, `UPDATE operational.desk SET rehearsal = NOT rehearsal`)).rejects.toThrow(
        /append-only/,
      );
    });
  });

  describe('without a worker', () => {
    beforeAll(() => start([]));
    afterAll(() => api.stop());

    it('says that nobody moves its clock', async () => {
      const answer = await advance({ to: LATER, withinSeconds: 1 });
      expect([answer.statusCode, answer.json().code]).toEqual([503, 'rehearsal/clock-behind']);
      expect(answer.json().detail).toMatch(/stands at 2022-11-09T09:00:00.000Z.*Start a worker/);
      expect((await api.get(CLOCK, { token: editor })).json()).toEqual({ now: MORNING, target: LATER });
    });
  });
});
