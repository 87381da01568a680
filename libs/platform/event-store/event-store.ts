import type { AnyEvent, AnyStream, Envelope, Receipt, Recorded } from '#kernel';

/** One stream, by its category and the id it has there. */
export type StreamRef = { readonly category: string; readonly id: string };

/** What the caller believes about the stream: nothing, that it is there, that it is not, or its version. */
export type Expected = 'any' | 'exists' | 'absent' | number;

/** Events for one stream. A stream that closes takes no event after the last of these. */
export type Write = StreamRef & {
  readonly expected: Expected;
  readonly events: readonly (AnyEvent & { readonly schemaVersion: number })[];
  readonly closes?: boolean;
};

/** The writes of one command: at least one. */
export type Writes = readonly [Write, ...Write[]];

export type Loaded = {
  readonly version: number;
  /** From the first one on, in the newest shape. */
  readonly events: readonly Recorded<AnyEvent>[];
  /** The first answer, if this command ran before. */
  readonly receipt?: Receipt;
};

/** A command's id and what was asked under it, as hexadecimal digits: the id again with something else is refused. */
export type Request = { readonly commandId: string; readonly fingerprint: string };

/** A command that is to be decided: where it goes, and what its retry is known by. */
export type Addressed = { readonly deskId: number; readonly at: StreamRef; readonly request: Request };

/** What one command of many wrote to its one stream. */
export type Appending = { readonly envelope: Envelope; readonly fingerprint: string; readonly write: Write };

/** Of many things that are done together, what became of one. */
export type Settled<Value> = PromiseSettledResult<Value>;

/** A part of a desk's log: `from`, `from + 1`, … up to `next`, which is where to go on. */
export type LogPage = {
  readonly from: number;
  readonly next: number;
  /** All of them, or those of the types that were asked for. */
  readonly events: readonly Recorded<AnyEvent>[];
};

/**
 * Every event ever recorded. A call that met a passing trouble is made again inside; in the end it throws `StoreBusy` or
 * `StoreUnavailable`, and then the outcome is found by sending the same command again.
 */
export abstract class EventStore {
  /** A stream and, for a request, its receipt, in one round trip. Throws `CommandIdReused`. */
  abstract load(deskId: number, category: string, id: string, request?: Request): Promise<Loaded>;

  /** Streams in the order asked, as they stand at one moment, in one round trip. One that is absent is at version 0. */
  abstract loadMany(deskId: number, streams: readonly StreamRef[]): Promise<readonly Loaded[]>;

  /**
   * Appends what one command wrote, mostly to one stream: all or nothing, in one round trip, or throws `VersionConflict`
   * or `StreamClosed`. Answers for the first write. The same command id again is answered as the first time; with
   * another fingerprint it throws `CommandIdReused`.
   */
  abstract append(envelope: Envelope, fingerprint: string, writes: Writes): Promise<Receipt>;

  /**
   * Appends to one stream the event that says so (its type ends in `Erased`) and, in the same transaction, blanks the
   * payloads of these versions of it: order, commitments and the rest stand. From then on the commands that wrote them
   * are known by their id alone. A version that is blank already stays so.
   */
  abstract erase(envelope: Envelope, fingerprint: string, write: Write, versions: readonly number[]): Promise<Receipt>;

  /** The receipt of a command that had nothing to do at this version: its retry is not decided again. */
  abstract noteNoop(deskId: number, request: Request, at: StreamRef & { readonly version: number }): Promise<Receipt>;

  /** As `load` for each by itself, in one round trip where the store can do that. All are of one desk. */
  loadEach(commands: readonly Addressed[]): Promise<readonly Settled<Loaded>[]> {
    return Promise.allSettled(
      commands.map(({ deskId, at: { category, id }, request }) => this.load(deskId, category, id, request)),
    );
  }

  /**
   * As `append` for each by itself, in one round trip where the store can do that: what is refused stops no other. All
   * are of one desk, and no two of them for one stream.
   */
  appendEach(appends: readonly Appending[]): Promise<readonly Settled<Receipt>[]> {
    return Promise.allSettled(
      appends.map(({ envelope, fingerprint, write }) => this.append(envelope, fingerprint, [write])),
    );
  }

  /** As `noteNoop` for each by itself, in one round trip where the store can do that. All are of one desk. */
  noteEach(idle: readonly (Addressed & { readonly version: number })[]): Promise<readonly Settled<Receipt>[]> {
    return Promise.allSettled(
      idle.map(({ deskId, at, request, version }) => this.noteNoop(deskId, request, { ...at, version })),
    );
  }

  /**
   * The log of a desk from an index on, at most `limit` entries, with the content of all events or of some types. Throws
   * `LogHole` if one is missing.
   */
  abstract readLog(deskId: number, from: number, limit: number, types?: readonly string[]): Promise<LogPage>;
}

export const refTo = ({ decider: { category } }: AnyStream, id: string): StreamRef => ({ category, id });
