import type { Instant } from './values.js';

export type Actor = {
  readonly kind: 'member' | 'service';
  readonly id: string;
  readonly roles: readonly string[];
  /** As what he acts: known when the stream is folded, so `Streams` adds it. */
  readonly capacity?: string;
  readonly onBehalfOf?: string;
};

/** Around a command, and then around its events: who, when, at which desk, because of what. */
export type Envelope = {
  readonly deskId: number;
  /** Repeating it repeats the answer, not the work. */
  readonly commandId: string;
  /** One per request from outside; jobs hand it on. */
  readonly correlationId: string;
  /** `stream@version` of the event whose reaction sent this command, if no person did. */
  readonly cause?: string;
  readonly actor: Actor;
  /** When it was asked. When it was recorded, the database says. */
  readonly at: Instant;
};

/** Facts are what the handler reads elsewhere and adds; they never come from a caller. */
export type DomainCommand<Type extends string, Data, Facts = undefined> = Envelope & {
  readonly type: Type;
  /** Of the stream that it is for. */
  readonly id: string;
  readonly data: Data;
} & (Facts extends undefined ? unknown : { readonly facts: Facts });

export type DomainEvent<Type extends string, Data> = { readonly type: Type; readonly data: Data };

export type AnyCommand = DomainCommand<string, unknown>;
export type AnyEvent = DomainEvent<string, unknown>;

export type DataOf<Message extends { readonly data: unknown }> = Message['data'];

/** One member of a union of messages, by its type. */
export type OfType<Message extends { readonly type: string }, Type extends Message['type']> = Extract<
  Message,
  { readonly type: Type }
>;

/** An event as it is stored. The stream is `<category>-<id>`, and the id is the stream's own: of the check, the claim, the member. */
export type Recorded<Event extends AnyEvent> = Envelope &
  Event & {
    readonly stream: string;
    readonly id: string;
    readonly version: number;
    /** Its place in the desk's log, dense from 0; absent until the sequencer has come by. */
    readonly logIndex?: number;
    readonly schemaVersion: number;
    readonly recordedAt: Instant;
  };

/** The answer to every command. */
export type Receipt = {
  readonly id: string;
  readonly version: number;
  /** This command was answered before, and this is that answer. */
  readonly replayed?: true;
};
