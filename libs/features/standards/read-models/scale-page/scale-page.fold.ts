import type { OfType, Recorded } from '#kernel';
import type { ScaleEvent, ScaleMapped, ScaleVersionDrafted } from '../../domain/scale.events.js';
import type { Label } from '../../domain/scale.js';
import { checksOf } from '../../domain/checks-pinned.js';
import type { PinnedVersion } from '../../domain/checks-pinned.js';
import { differencesBetween } from '../differences.js';
import { actOf } from '../version-history.js';
import type { ScalePage } from './scale-page.answer.js';

type Drafted = Recorded<ScaleVersionDrafted>;
type Mapped = Recorded<ScaleMapped>;

/** The page of what has happened to it; `undefined`: there is no such scale. */
export const scalePageOf = (
  scaleId: string,
  events: readonly Recorded<ScaleEvent>[],
  pinned: readonly PinnedVersion[] = [],
): ScalePage | undefined => {
  const defined = events.find(isOf('ScaleDefined'));
  if (defined === undefined) return undefined;
  const drafts = events.filter(isOf('ScaleVersionDrafted'));
  return {
    scaleId,
    version: events.length,
    ...defined.data,
    versions: drafts.map((draft, place) => ({
      ...versionOf(draft, drafts[place - 1], events),
      checksPinned: checksOf(pinned, scaleId, draft.data.version),
    })),
    mappings: latest(events.filter(isOf('ScaleMapped'))).map(({ data, recordedAt }) => ({
      ...data,
      map: [...data.map],
      mappedAt: recordedAt,
    })),
  };
};

const isOf =
  <Type extends ScaleEvent['type']>(type: Type) =>
  (event: Recorded<ScaleEvent>): event is Recorded<OfType<ScaleEvent, Type>> =>
    event.type === type;

const versionOf = (
  draft: Drafted,
  before: Drafted | undefined,
  events: readonly Recorded<ScaleEvent>[],
): Omit<ScalePage['versions'][number], 'checksPinned'> => {
  const { version, note, labels } = draft.data;
  const published = events.filter(isOf('ScaleVersionPublished')).find(({ data }) => data.version === version);
  return {
    version,
    ...(note !== undefined && { note }),
    drafted: actOf(draft),
    ...(published !== undefined && { inForce: actOf(published) }),
    differences: before === undefined ? [] : [...differencesBetween(byKey(before.data.labels), byKey(labels))],
    labels: labels.map((label) => ({ ...label, findings: [...label.findings] })),
  };
};

const byKey = (labels: readonly Label[]) => ({
  labels: Object.fromEntries(labels.map(({ key, ...label }) => [key, label])),
});

/** Who maps the same two versions again replaces what was said. */
const latest = (mapped: readonly Mapped[]): readonly Mapped[] =>
  mapped.filter((one, place) => !mapped.slice(place + 1).some((later) => isSame(one, later)));

const isSame = ({ data: one }: Mapped, { data: other }: Mapped): boolean =>
  one.version === other.version && one.toScaleId === other.toScaleId && one.toVersion === other.toVersion;
