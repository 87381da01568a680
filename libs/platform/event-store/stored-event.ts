import type { Actor, AnyEvent, Recorded } from '#kernel';
import type { EventCatalogue } from './event-catalogue.js';

/** An event as the functions of schema `event_store` answer it. */
export type StoredEvent = {
  readonly stream_id: string;
  readonly version: number;
  readonly type: string;
  readonly schema_version: number;
  readonly command_id: string;
  readonly correlation_id: string;
  readonly cause: string | null;
  readonly actor: string;
  readonly capacity: string;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly meta: string;
  readonly data: string | null;
  /** Only in the log. A 64-bit integer comes as text. */
  readonly log_index?: string;
};

/** What stands about an actor beside the columns of his own. */
export type Meta = { readonly roles: readonly string[]; readonly onBehalfOf?: string };

/** The event that a row is, in its newest shape. */
export const recordedFrom = (catalogue: EventCatalogue, deskId: number, row: StoredEvent): Recorded<AnyEvent> => {
  const { category, id } = refOf(row.stream_id);
  const data: unknown = row.data === null ? null : JSON.parse(row.data);
  return {
    deskId,
    stream: row.stream_id,
    id,
    version: row.version,
    ...(row.log_index === undefined ? {} : { logIndex: safeInteger(row.log_index) }),
    type: row.type,
    schemaVersion: row.schema_version,
    data: catalogue.newest(category, row.type, row.schema_version, data),
    actor: actorOf(row),
    at: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    commandId: row.command_id,
    correlationId: row.correlation_id,
    ...(row.cause === null ? {} : { cause: row.cause }),
  };
};

/** A category has no dash, an id may have some. */
export const refOf = (stream: string): { readonly category: string; readonly id: string } => {
  const dash = stream.indexOf('-');
  return { category: stream.slice(0, dash), id: stream.slice(dash + 1) };
};

export const safeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the integers that are exact.`);
  return value;
};

const actorOf = ({ actor: id, capacity, meta }: StoredEvent): Actor => {
  const { roles, onBehalfOf } = JSON.parse(meta) as Meta;
  const kind = id.startsWith('service:') ? 'service' : 'member';
  return { kind, id, capacity, roles, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
};
