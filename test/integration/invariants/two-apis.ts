import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 } from 'uuid';
import type { AnyEvent } from '#kernel';
import { readSettings } from '#platform/config';
import { EventStore } from '#platform/event-store';
import { RuntimeModule } from '#platform/runtime';
import { ApiModule } from '../../../apps/api/src/api.module.js';
import { createHttpApp } from '../../../apps/api/src/create-http-app.js';
import { FEATURE_WORKER_MODULES } from '../../../apps/worker/src/worker.module.js';
import { askingOf, startApi } from '../../support/api.js';
import type { Admin, Answer, Ask, Asking, TestApi } from '../../support/api.js';
import { connected } from '../../support/database.js';
import { until } from '../../support/until.js';
import {
  NAMED,
  archivedEvidence,
  checkBy,
  claimBy,
  memberWith,
  submissionBy,
} from '../documented-examples/histories.js';
import type { People } from '../documented-examples/histories.js';
import { configFor, startProcess } from '../processes.js';

type Stored = {
  readonly version: number;
  readonly type: string;
  readonly actor: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly roles: readonly string[];
};

type Sending = { readonly path: string; readonly body: unknown; readonly ask: Ask };

/** Two APIs on one database, neither knowing of the other, and a worker, as a desk runs them. */
export class TwoApis {
  private constructor(
    readonly one: TestApi,
    readonly other: Asking & { readonly app: NestFastifyApplication },
    readonly desk: Admin,
    readonly people: People & { readonly dan: string; readonly fay: string },
    private readonly setting: { readonly at: string | undefined; readonly ends: readonly (() => Promise<unknown>)[] },
  ) {}

  /** `from`: at a rehearsal desk whose clock stands there, and where no job runs. */
  static async start(from?: string): Promise<TwoApis> {
    const one = await startApi();
    const home = mkdtempSync(path.join(tmpdir(), 'docket-other-'));
    const config = { ...readSettings({ DOCKET_HOME: home }), database: one.database.urls };
    const app = await createHttpApp(RuntimeModule.forRoot(config, { api: [ApiModule], worker: [] }));
    await app.init();
    const desk = await (from === undefined ? one.makeDesk('desk') : one.makeRehearsal('desk', from));
    const people = { ana: v7(), ben: v7(), cleo: NAMED.member, dan: v7(), eva: v7(), fay: v7(), admin: desk.adminId };
    const ends = [() => app.close(), async () => rmSync(home, { recursive: true, force: true }), () => one.stop()];
    const worker = await startProcess(configFor(one.database), { worker: [...FEATURE_WORKER_MODULES] });
    ends.unshift(() => worker.close());
    const both = new TwoApis(one, { ...askingOf(app), app }, desk, people, { at: from, ends });
    await both.happened('member', desk.adminId, [{ type: 'MemberActivated', data: {} }]);
    const roles = {
      ana: 'editor',
      ben: 'reviewer',
      cleo: 'reviewer',
      dan: 'reviewer',
      eva: 'approver',
      fay: 'approver',
    };
    for (const [name, role] of Object.entries(roles))
      await both.happened('member', people[name as keyof typeof roles], memberWith(role));
    await both.happened('submission', NAMED.submission, submissionBy(people.ana));
    await both.happened('evidence', NAMED.evidence, archivedEvidence);
    return both;
  }

  async stop(): Promise<void> {
    for (const end of this.setting.ends) await end();
  }

  /** A claim that was accepted, and what has happened to its check. */
  async caseWith(past: (people: People) => readonly AnyEvent[]): Promise<string> {
    const id = v7();
    await this.happened('claim', id, claimBy(this.people.ana));
    const events = past(this.people);
    if (events.length > 0) await this.happened('check', id, events);
    return id;
  }

  async happened(category: string, id: string, events: readonly AnyEvent[]): Promise<void> {
    const actor = { kind: 'member', id: this.people.ana, roles: [], capacity: 'editor' } as const;
    const at = this.setting.at ?? new Date().toISOString();
    const envelope = { deskId: this.desk.deskId, commandId: v7(), correlationId: v7(), actor, at };
    const stored = events.map((one) => ({ ...one, schemaVersion: 1 }));
    const write = { category, id, expected: 'any', events: stored } as const;
    await this.one.app.get(EventStore).append(envelope, 'ab'.repeat(32), [write]);
  }

  tokenOf(name: keyof TwoApis['people']): Promise<string> {
    return this.one.tokenOf(this.desk.deskId, this.people[name]);
  }

  /** What stands in a stream, of these types or of all. */
  eventsOf(stream: string, ...types: readonly string[]): Promise<readonly Stored[]> {
    return connected(this.one.database.adminUrl, async (admin) => {
      const { rows } = await admin.query<{ version: number; type: string; actor: string; data: string; meta: string }>(
        'SELECT version, type, actor, data, meta FROM event_store.event WHERE stream_id = $1 ORDER BY version',
        [stream],
      );
      return rows
        .filter(({ type }) => types.length === 0 || types.includes(type))
        .map(({ version, type, actor, data, meta }) => {
          const { roles = [] } = JSON.parse(meta ?? '{}') as { readonly roles?: readonly string[] };
          return { version, type, actor, data: JSON.parse(data) as Stored['data'], roles };
        });
    });
  }

  /** Sends each by another API than the one before, all decided before any is stored. */
  atOnce(...sendings: readonly Sending[]): Promise<readonly Answer[]> {
    return this.meeting(
      sendings.map(
        ({ path: url, body, ask }, place) =>
          () =>
            [this.one, this.other][place % 2]!.post(url, body, ask),
      ),
    );
  }

  /**
   * While nobody can store an event, each goes as far as he comes; then all go on at one moment. An API has one command at
   * a time for one stream, so that no more than two come to store theirs.
   */
  async meeting<Result>(acts: readonly (() => Promise<Result>)[]): Promise<readonly Result[]> {
    return connected(this.one.database.adminUrl, async (admin) => {
      await admin.query('BEGIN');
      await admin.query('LOCK TABLE event_store.event IN SHARE MODE');
      let refused = 0;
      const begun = acts.map(async (act) => {
        const result = await act();
        refused += 1;
        return result;
      });
      try {
        const wanted = Math.min(acts.length, 2);
        await until(async () => (await this.waiting()) + refused >= wanted, 'everybody at the table of events');
      } finally {
        await admin.query('ROLLBACK');
      }
      return Promise.all(begun);
    });
  }

  /** By another connection: what a transaction knows of the others stands still in it. */
  private waiting(): Promise<number> {
    return connected(this.one.database.adminUrl, async (admin) => {
      const { rowCount } = await admin.query(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database() AND query LIKE '%event_store.%'`,
      );
      return rowCount ?? 0;
    });
  }
}

/** The statuses of some answers, in order. */
export const statusesOf = (answers: readonly Answer[]): readonly number[] =>
  answers.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other);

export { NAMED, checkBy };
