import type { Recorded } from '#kernel';
import type { CheckEvent } from '../../domain/check.events.js';
import type { CheckState } from '../../domain/check.state.js';
import { visible } from '../../domain/visible.js';
import type { Viewer, Visible } from '../../domain/visible.js';
import type { TimelineEntry } from './timeline.answer.js';

type Pins = NonNullable<TimelineEntry['pins']>;
type Shown = Exclude<Visible, { readonly shows: 'nothing' }>;

/** The events of a check as this viewer may see them. */
export const entriesFor = (
  viewer: Viewer,
  events: readonly Recorded<CheckEvent>[],
  state: CheckState,
): readonly TimelineEntry[] =>
  events.flatMap((event) => {
    const seen = visible(viewer, event, state);
    return seen.shows === 'nothing' ? [] : [entryOf(seen)];
  });

/** Asked of what is seen: what is hidden in an event neither finds it nor hides it. */
export const entriesMatching = (
  entries: readonly TimelineEntry[],
  { type, actor }: { readonly type?: string; readonly actor?: string },
): readonly TimelineEntry[] =>
  entries.filter(
    (entry) => (type === undefined || entry.type === type) && (actor === undefined || entry.actor?.id === actor),
  );

const entryOf = ({ shows, event }: Shown): TimelineEntry => {
  const { version, type, recordedAt, at, actor, commandId, cause, data } = event;
  const fields = new Map<string, unknown>(Object.entries(data));
  const [reason, pins] = [fields.get('reason'), pinsIn(fields)];
  return {
    no: version,
    type,
    shows,
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
