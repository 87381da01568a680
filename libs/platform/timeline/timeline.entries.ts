import type { AnyEvent, Envelope, Instant, Recorded } from '#kernel';
import type { TimelineEntry } from './timeline.answer.js';

type Pins = NonNullable<TimelineEntry['pins']>;

/** An event as somebody may see it: of a part, who did it and when may be hidden too. */
export type Seen = {
  readonly shows: 'all' | 'part';
  readonly event: Pick<Recorded<AnyEvent>, 'version' | 'type' | 'data'> &
    Partial<Pick<Envelope, 'actor' | 'at' | 'commandId' | 'cause'> & { readonly recordedAt: Instant }>;
};

export const entriesOf = (seen: readonly Seen[]): readonly TimelineEntry[] => seen.map(entryOf);

export type EntryFilters = {
  readonly type?: string;
  /** A member’s id, or `service:<job>`. */
  readonly actor?: string;
  /** Recorded then or later. */
  readonly from?: Instant;
  /** Recorded before. */
  readonly to?: Instant;
};

/** Asked of what is seen: what is hidden in an event neither finds it nor hides it. */
export const entriesMatching = (
  entries: readonly TimelineEntry[],
  { type, actor, from, to }: EntryFilters,
): readonly TimelineEntry[] =>
  entries.filter(
    (entry) =>
      (type === undefined || entry.type === type) &&
      (actor === undefined || entry.actor?.id === actor) &&
      (from === undefined || (entry.recordedAt !== undefined && entry.recordedAt >= from)) &&
      (to === undefined || (entry.recordedAt !== undefined && entry.recordedAt < to)),
  );

const entryOf = ({ shows, event }: Seen): TimelineEntry => {
  const { version, type, recordedAt, at, actor, commandId, cause, data } = event;
  const fields = new Map<string, unknown>(Object.entries(data ?? {}));
  const [reason, pins] = [fields.get('reason'), pinsIn(fields)];
  return {
    no: version,
    type,
    shows: data === null ? 'part' : shows,
    recordedAt,
    ...(at !== recordedAt && { at }),
    ...(actor && { actor: { kind: actor.kind, id: actor.id }, capacity: actor.capacity }),
    essentials: Object.fromEntries([...fields].filter(([name]) => name !== 'reason' && !(name in pins))),
    ...(typeof reason === 'string' && { reason }),
    ...(Object.keys(pins).length > 0 && { pins }),
    commandId,
    cause,
  };
};

/** By name and number alone: what is pinned travels in full in some events. */
const pinsIn = (fields: ReadonlyMap<string, unknown>): Pins => {
  const [evidenceSet, claimRevision] = [fields.get('evidenceSet'), fields.get('claimRevision')];
  const [scale, policy] = [pinIn(fields.get('scale')), pinIn(fields.get('policy'))];
  return {
    ...(typeof evidenceSet === 'number' && { evidenceSet }),
    ...(typeof claimRevision === 'number' && { claimRevision }),
    ...(scale && { scale }),
    ...(policy && { policy }),
  };
};

const pinIn = (value: unknown): Pins['scale'] => {
  if (typeof value !== 'object' || value === null || !('version' in value)) return undefined;
  const id = 'id' in value ? value.id : idOfPinned(value);
  return typeof id === 'string' && typeof value.version === 'number' ? { id, version: value.version } : undefined;
};

const idOfPinned = (value: object): unknown => {
  if ('scaleId' in value) return value.scaleId;
  return 'policyId' in value ? value.policyId : undefined;
};
