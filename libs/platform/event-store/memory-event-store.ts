import { canonicalJson } from '#kernel';
import type { Envelope, Receipt } from '#kernel';
import { CommandIdReused, StreamClosed, VersionConflict } from './errors.js';
import { EventCatalogue } from './event-catalogue.js';
import { EventStore } from './event-store.js';
import type { Expected, Loaded, LogPage, Request, StreamRef, Write, Writes } from './event-store.js';
import { capacityOf, metaOf } from './new-events.js';
import { recordedFrom, refOf } from './stored-event.js';
import type { StoredEvent } from './stored-event.js';

/**
 * What a command was answered: the version of each stream that it wrote to, or that it left as it was. Once something of
 * it is erased, its fingerprint is gone.
 */
type Answer = { readonly fingerprint?: string; readonly versions: ReadonlyMap<string, number> };

type Desk = {
  readonly log: StoredEvent[];
  readonly streams: Map<string, readonly StoredEvent[]>;
  readonly closed: Set<string>;
  readonly answers: Map<string, Answer>;
};

/** The contract of the real one, for fast tests. What it takes in is in the log at once, and every desk is open. */
export class MemoryEventStore extends EventStore {
  private readonly desks = new Map<number, Desk>();

  constructor(private readonly catalogue: EventCatalogue = new EventCatalogue()) {
    super();
  }

  async load(deskId: number, category: string, id: string, request?: Request): Promise<Loaded> {
    const rows = this.desk(deskId).streams.get(nameOf({ category, id })) ?? [];
    const events = rows.map((row) => recordedFrom(this.catalogue, deskId, row));
    const answer = request === undefined ? undefined : this.answerTo(deskId, request);
    const version = answer?.versions.get(nameOf({ category, id }));
    const receipt = version === undefined ? {} : { receipt: { id, version, replayed: true as const } };
    return { version: events.length, events, ...receipt };
  }

  loadMany(deskId: number, streams: readonly StreamRef[]): Promise<readonly Loaded[]> {
    return Promise.all(streams.map(({ category, id }) => this.load(deskId, category, id)));
  }

  async append(envelope: Envelope, fingerprint: string, writes: Writes): Promise<Receipt> {
    const { deskId, commandId } = envelope;
    const known = this.answerTo(deskId, { commandId, fingerprint });
    if (known !== undefined) return repeated(known, writes[0]);
    for (const write of writes) this.expect(deskId, write);
    const prepared = writes.map((write) => ({ write, rows: this.rowsOf(envelope, write) }));
    for (const { write, rows } of prepared) this.store(deskId, write, rows);
    const versions = new Map(writes.map((write) => [nameOf(write), this.versionOf(deskId, write)] as const));
    this.desk(deskId).answers.set(commandId, { fingerprint, versions });
    return { id: writes[0].id, version: this.versionOf(deskId, writes[0]) };
  }

  async erase(envelope: Envelope, fingerprint: string, write: Write, versions: readonly number[]): Promise<Receipt> {
    const receipt = await this.append(envelope, fingerprint, [write]);
    if (receipt.replayed !== true) this.blank(envelope.deskId, nameOf(write), versions);
    return receipt;
  }

  async noteNoop(deskId: number, request: Request, at: StreamRef & { readonly version: number }): Promise<Receipt> {
    const known = this.answerTo(deskId, request);
    if (known !== undefined) return repeated(known, at);
    const answer = { fingerprint: request.fingerprint, versions: new Map([[nameOf(at), at.version]]) };
    this.desk(deskId).answers.set(request.commandId, answer);
    return { id: at.id, version: at.version };
  }

  async readLog(deskId: number, from: number, limit: number, types?: readonly string[]): Promise<LogPage> {
    const rows = this.desk(deskId).log.slice(from, from + limit);
    const events = rows
      .map((row, place) => recordedFrom(this.catalogue, deskId, { ...row, log_index: String(from + place) }))
      .filter(({ type }) => types === undefined || types.includes(type));
    return { from, next: from + rows.length, events };
  }

  private desk(deskId: number): Desk {
    const known = this.desks.get(deskId);
    if (known !== undefined) return known;
    const opened = { log: [], streams: new Map(), closed: new Set<string>(), answers: new Map() };
    this.desks.set(deskId, opened);
    return opened;
  }

  private answerTo(deskId: number, { commandId, fingerprint }: Request): Answer | undefined {
    const known = this.desk(deskId).answers.get(commandId);
    if ((known?.fingerprint ?? fingerprint) !== fingerprint) throw new CommandIdReused(commandId);
    return known;
  }

  private versionOf(deskId: number, ref: StreamRef): number {
    return this.desk(deskId).streams.get(nameOf(ref))?.length ?? 0;
  }

  private expect(deskId: number, write: Write): void {
    const version = this.versionOf(deskId, write);
    if (this.desk(deskId).closed.has(nameOf(write))) throw new StreamClosed(nameOf(write));
    if (!isMet(write.expected, version)) throw new VersionConflict(nameOf(write), write.expected, version);
  }

  private rowsOf(envelope: Envelope, write: Write): readonly StoredEvent[] {
    const { deskId, actor } = envelope;
    const before = this.desk(deskId).streams.get(nameOf(write))?.at(-1)?.recorded_at.getTime() ?? 0;
    return write.events.map(({ type, schemaVersion, data }, place) => ({
      stream_id: nameOf(write),
      version: this.versionOf(deskId, write) + place + 1,
      type,
      schema_version: schemaVersion,
      command_id: envelope.commandId,
      correlation_id: envelope.correlationId,
      cause: envelope.cause ?? null,
      actor: actor.id,
      capacity: capacityOf(actor),
      occurred_at: new Date(envelope.at),
      recorded_at: new Date(Math.max(before, Date.now())),
      meta: canonicalJson(metaOf(actor)),
      data: canonicalJson(data),
    }));
  }

  private blank(deskId: number, stream: string, versions: readonly number[]): void {
    const { log, streams, answers } = this.desk(deskId);
    const isErased = (row: StoredEvent): boolean => row.stream_id === stream && versions.includes(row.version);
    const commands = log.filter(isErased).map((row) => row.command_id);
    const blanked = (row: StoredEvent): StoredEvent => (isErased(row) ? { ...row, data: null } : row);
    log.splice(0, log.length, ...log.map(blanked));
    streams.set(stream, streams.get(stream)?.map(blanked) ?? []);
    for (const commandId of commands) {
      const versionsOf = answers.get(commandId)?.versions;
      if (versionsOf !== undefined) answers.set(commandId, { versions: versionsOf });
    }
  }

  private store(deskId: number, write: Write, rows: readonly StoredEvent[]): void {
    const { log, streams, closed } = this.desk(deskId);
    log.push(...rows);
    streams.set(nameOf(write), [...(streams.get(nameOf(write)) ?? []), ...rows]);
    if (write.closes === true) closed.add(nameOf(write));
  }
}

const nameOf = ({ category, id }: StreamRef): string => `${category}-${id}`;

/** For the stream that was asked, or for the one that the command was for. */
const repeated = ({ versions }: Answer, asked: StreamRef): Receipt => {
  const version = versions.get(nameOf(asked));
  if (version !== undefined) return { id: asked.id, version, replayed: true };
  const [[stream, first] = [nameOf(asked), 0]] = versions;
  return { id: refOf(stream).id, version: first, replayed: true };
};

const isMet = (expected: Expected, version: number): boolean =>
  expected === 'any' ||
  expected === version ||
  (expected === 'exists' && version > 0) ||
  (expected === 'absent' && version === 0);
