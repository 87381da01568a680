import type { Pool, QueryResultRow } from 'pg';
import type { AnyEvent, Envelope, Receipt, Recorded } from '#kernel';
import { CommandIdReused, LogHole } from './errors.js';
import type { EventCatalogue } from './event-catalogue.js';
import { EventStore } from './event-store.js';
import type {
  Addressed,
  Appending,
  Loaded,
  LogPage,
  Request,
  Settled,
  StreamRef,
  Write,
  Writes,
} from './event-store.js';
import { requestsOf } from './new-events.js';
import { isLostRace, outcomesIn, receiptFrom } from './outcomes.js';
import type { Outcome } from './outcomes.js';
import { withPatience } from './patience.js';
import { receiptIn } from './receipts.js';
import type { StreamRow } from './receipts.js';
import { recordedFrom, safeInteger } from './stored-event.js';
import type { StoredEvent } from './stored-event.js';

const RACES = 10;

/** Appends and reads apart, so that neither waits for the other. */
type Pools = { readonly appends: Pool; readonly reads: Pool };

/** The functions of schema `event_store`; each call is one statement. */
export class PostgresEventStore extends EventStore {
  /** `onAppended` is told whose log has something to take in. */
  constructor(
    private readonly pools: Pools,
    private readonly catalogue: EventCatalogue,
    private readonly onAppended: (deskId: number) => void = () => undefined,
  ) {
    super();
  }

  async load(deskId: number, category: string, id: string, request?: Request): Promise<Loaded> {
    const stream = nameOf({ category, id });
    const rows = await this.ask<StreamRow>(this.pools.reads, ...loading(deskId, stream, request));
    return this.loadedFrom(rows, deskId, { category, id }, request);
  }

  async loadMany(deskId: number, streams: readonly StreamRef[]): Promise<readonly Loaded[]> {
    const names = streams.map(nameOf);
    const found = new Map(names.map((name): [string, Recorded<AnyEvent>[]] => [name, []]));
    const rows = await this.ask<StoredEvent>(this.pools.reads, READ_STREAMS, [deskId, [...found.keys()]]);
    for (const row of rows) found.get(row.stream_id)?.push(this.recorded(deskId, row));
    return names.map((name) => {
      const events = found.get(name) ?? [];
      return { version: events.length, events };
    });
  }

  async append(envelope: Envelope, fingerprint: string, writes: Writes): Promise<Receipt> {
    for (let race = 1; ; race += 1) {
      const outcomes = await this.outcomesOf(envelope, fingerprint, writes);
      try {
        return receiptFrom(outcomes, envelope.commandId, writes);
      } catch (error) {
        if (!isLostRace(error) || race === RACES) throw error;
      }
    }
  }

  async erase(envelope: Envelope, fingerprint: string, write: Write, versions: readonly number[]): Promise<Receipt> {
    const { deskId, commandId } = envelope;
    const requests = JSON.stringify(requestsOf(envelope, fingerprint, [write]));
    const values = [deskId, requests, nameOf(write), versions, commandId];
    const [answer] = await this.ask<{ readonly outcomes: readonly Outcome[] }>(this.pools.appends, ERASE, values);
    this.onAppended(deskId);
    return receiptFrom(answer?.outcomes ?? [], commandId, [write]);
  }

  async noteNoop(
    deskId: number,
    { commandId, fingerprint }: Request,
    at: StreamRef & { readonly version: number },
  ): Promise<Receipt> {
    const values = [deskId, commandId, Buffer.from(fingerprint, 'hex'), nameOf(at), at.version];
    const [noted] = await this.ask<Noted>(this.pools.appends, NOTE_NOOP, values);
    return notedAs(noted, at.id, commandId);
  }

  override async loadEach(commands: readonly Addressed[]): Promise<readonly Settled<Loaded>[]> {
    const [first] = commands;
    if (first === undefined) return [];
    const rows = await this.ask<StreamRow & { readonly place: string }>(this.pools.reads, LOAD_STREAMS, [
      first.deskId,
      commands.map(({ at }) => nameOf(at)),
      commands.map(({ request }) => request.commandId),
      commands.map(({ request }) => Buffer.from(request.fingerprint, 'hex')),
    ]);
    const found = commands.map((): StreamRow[] => []);
    for (const row of rows) found[Number(row.place) - 1]?.push(row);
    return Promise.allSettled(
      commands.map(async ({ deskId, at, request }, place) => this.loadedFrom(found[place] ?? [], deskId, at, request)),
    );
  }

  /** Where one of them cannot be stored at all, each goes by itself, so that only that one fails. */
  override async appendEach(appends: readonly Appending[]): Promise<readonly Settled<Receipt>[]> {
    const [first] = appends;
    if (first === undefined) return [];
    const { deskId } = first.envelope;
    const inOrder = appends
      .flatMap(({ envelope, fingerprint, write }, place) =>
        requestsOf(envelope, fingerprint, [write]).map((request) => ({ place, request })),
      )
      .toSorted((a, b) => (a.request.stream < b.request.stream ? -1 : 1));
    const requests = inOrder.map(({ request }) => request);
    const answers = await this.ask<Answer>(this.pools.appends, APPEND, [deskId, JSON.stringify(requests), false]).catch(
      () => undefined,
    );
    if (answers === undefined) return super.appendEach(appends);
    this.onAppended(deskId);
    const outcomes = new Map(inOrder.map(({ place }, turn) => [place, answers[0]?.outcomes[turn]] as const));
    return Promise.allSettled(
      appends.map(async ({ envelope: { commandId }, write }, place) => {
        const outcome = outcomes.get(place);
        return receiptFrom(outcome === undefined ? [] : [outcome], commandId, [write]);
      }),
    );
  }

  override async noteEach(
    idle: readonly (Addressed & { readonly version: number })[],
  ): Promise<readonly Settled<Receipt>[]> {
    const [first] = idle;
    if (first === undefined) return [];
    const rows = await this.ask<Noted>(this.pools.appends, NOTE_NOOPS, [
      first.deskId,
      idle.map(({ request }) => request.commandId),
      idle.map(({ request }) => Buffer.from(request.fingerprint, 'hex')),
      idle.map(({ at }) => nameOf(at)),
      idle.map(({ version }) => version),
    ]);
    return Promise.allSettled(
      idle.map(async ({ at, request }, place) => notedAs(rows[place], at.id, request.commandId)),
    );
  }

  async readLog(deskId: number, from: number, limit: number, types?: readonly string[]): Promise<LogPage> {
    const rows = await this.ask<LogRow>(this.pools.reads, READ_LOG, [deskId, from, limit, types ?? null]);
    for (const [place, row] of rows.entries())
      if (safeInteger(row.log_index) !== from + place || (types === undefined && !isWanted(row)))
        throw new LogHole(`The log of desk ${deskId} has no entry ${from + place}, or not its event.`);
    const events = rows.filter(isWanted).map((row) => this.recorded(deskId, row));
    return { from, next: from + rows.length, events };
  }

  private loadedFrom(rows: readonly StreamRow[], deskId: number, ref: StreamRef, request?: Request): Loaded {
    const events = rows.filter(isEvent).map((row) => this.recorded(deskId, { ...row, stream_id: nameOf(ref) }));
    const receipt = request === undefined ? undefined : receiptIn(rows, ref.id, request);
    return { version: events.length, events, ...(receipt === undefined ? {} : { receipt }) };
  }

  private async outcomesOf(envelope: Envelope, fingerprint: string, writes: Writes): Promise<readonly Outcome[]> {
    const { deskId } = envelope;
    const values = [deskId, JSON.stringify(requestsOf(envelope, fingerprint, writes)), writes.length > 1];
    try {
      const [answer] = await this.ask<{ readonly outcomes: readonly Outcome[] }>(this.pools.appends, APPEND, values);
      this.onAppended(deskId);
      return answer?.outcomes ?? [];
    } catch (error) {
      const outcomes = outcomesIn(error);
      if (outcomes === undefined) throw error;
      return outcomes;
    }
  }

  private async ask<Row extends QueryResultRow>(
    pool: Pool,
    statement: Statement,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const { rows } = await withPatience(() => pool.query<Row>({ ...statement, values: [...values] }));
    return rows;
  }

  private recorded(deskId: number, row: StoredEvent): Recorded<AnyEvent> {
    return recordedFrom(this.catalogue, deskId, row);
  }
}

type Answer = { readonly outcomes: readonly Outcome[] };

type Noted = { readonly outcome: 'noted' | 'duplicate' | 'reused'; readonly version: number };

const notedAs = (noted: Noted | undefined, id: string, commandId: string): Receipt => {
  if (noted === undefined || noted.outcome === 'reused') throw new CommandIdReused(commandId);
  return { id, version: noted.version, ...(noted.outcome === 'duplicate' ? { replayed: true } : {}) };
};

type LogRow = { readonly log_index: string } & (StoredEvent | { readonly stream_id: null });

const isEvent = (row: StreamRow): row is StreamRow & { readonly type: string } => row.type !== null;

/** Events of types that nobody asked for come without content, so that density can be seen. */
const isWanted = (row: LogRow): row is StoredEvent & { readonly log_index: string } => row.stream_id !== null;

const nameOf = ({ category, id }: StreamRef): string => `${category}-${id}`;

const loading = (deskId: number, stream: string, request?: Request): [Statement, readonly unknown[]] => {
  if (request === undefined) return [READ_STREAM, [deskId, stream]];
  return [LOAD_STREAM, [deskId, stream, request.commandId, Buffer.from(request.fingerprint, 'hex')]];
};

/** Prepared once in each connection, under its name. */
type Statement = { readonly name: string; readonly text: string };

const READ_STREAM: Statement = { name: 'read_stream', text: 'SELECT * FROM event_store.read_stream($1, $2)' };
const LOAD_STREAM: Statement = {
  name: 'load_stream',
  text: 'SELECT * FROM event_store.load_stream($1, $2, $3, $4)',
};
const LOAD_STREAMS: Statement = {
  name: 'load_streams',
  text: `SELECT asked.place, found.*
           FROM unnest($2::text[], $3::uuid[], $4::bytea[]) WITH ORDINALITY AS asked(stream, command, fingerprint, place)
          CROSS JOIN LATERAL event_store.load_stream($1, asked.stream, asked.command, asked.fingerprint) AS found`,
};
const READ_STREAMS: Statement = { name: 'read_streams', text: 'SELECT * FROM event_store.read_streams($1, $2)' };
const APPEND: Statement = { name: 'append', text: 'SELECT event_store.append($1, $2, $3) AS outcomes' };
/** The second call hangs on the answer of the first, and sees what it stored. What was refused erases nothing. */
const ERASE: Statement = {
  name: 'erase',
  text: `WITH stored AS MATERIALIZED (SELECT event_store.append($1, $2, false) AS outcomes)
    SELECT outcomes,
           CASE WHEN outcomes -> 0 ->> 'outcome' = 'appended' THEN event_store.erase($1, $3, $4, $5) END AS erased
      FROM stored`,
};
const NOTE_NOOP: Statement = {
  name: 'note_noop',
  text: 'SELECT outcome, version FROM event_store.note_noop($1, $2, $3, $4, $5)',
};
const NOTE_NOOPS: Statement = {
  name: 'note_noops',
  text: `SELECT noted.outcome, noted.version
           FROM unnest($2::uuid[], $3::bytea[], $4::text[], $5::int[])
                WITH ORDINALITY AS idle(command, fingerprint, stream, version, place)
          CROSS JOIN LATERAL event_store.note_noop($1, idle.command, idle.fingerprint, idle.stream, idle.version) AS noted
          ORDER BY idle.place`,
};
const READ_LOG: Statement = { name: 'read_log', text: 'SELECT * FROM event_store.read_log($1, $2, $3, $4)' };
