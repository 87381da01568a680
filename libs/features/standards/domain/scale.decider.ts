import type { Decider, Key } from '#kernel';
import { FINDINGS } from './finding.js';
import type { ScaleCommand } from './scale.commands.js';
import type { ScaleEvent } from './scale.events.js';
import { publishedScale } from './scale.state.js';
import type { ScaleState } from './scale.state.js';
import type { Label, PinnedScale, ScaleKind } from './scale.js';
import {
  findingUncovered,
  hostMismatch,
  hostTaken,
  keysUnknown,
  labelMappedTwice,
  labelUnknown,
  scaleUnknown,
  valuesUnknown,
  versionUnknown,
} from './standards.errors.js';
import { draftOf, isRepeated, keepFromDrafter, nextVersion, placeOf, withDraft, withInForce } from './versions.js';
import type { StandardPlace } from './versions.js';

export const scaleDecider: Decider<ScaleState, StandardPlace, ScaleCommand, ScaleEvent> = {
  category: 'scale',
  initialState: { versions: [] },
  placeOf: ({ kind, versions }) => (kind === undefined ? 'absent' : placeOf(versions)),

  rules: {
    DefineScale: {
      by: ['approver', 'service:installer'],
      from: ['absent'],
      decide: ({ data, facts: { isHostTaken } }) => {
        if ((data.kind === 'external') !== (data.publisherHost !== undefined)) throw hostMismatch();
        if (isHostTaken) throw hostTaken();
        return [{ type: 'ScaleDefined', data }];
      },
    },

    DraftScaleVersion: {
      by: ['approver', 'service:installer'],
      from: ['defined', 'in_force'],
      decide: ({ data, actor }, { kind, versions }) => {
        const version = nextVersion(versions, actor);
        keepPublishable(data.labels, kind);
        return [{ type: 'ScaleVersionDrafted', data: { version, ...data, draftedBy: actor.id } }];
      },
    },

    PublishScaleVersion: {
      by: ['approver', 'admin', 'service:installer'],
      from: ['defined', 'drafted', 'in_force'],
      unless: ({ data, actor }, { versions }) => isRepeated(versions, data.version, actor),
      decide: ({ data: { version }, actor }, { kind, versions }) => {
        const draft = draftOf(versions, version, actor);
        keepPublishable(draft.content, kind);
        keepFromDrafter(draft, actor);
        return [{ type: 'ScaleVersionPublished', data: { version } }];
      },
    },

    MapScale: {
      by: ['approver', 'service:installer'],
      from: ['defined', 'drafted', 'in_force'],
      decide: ({ id, data, facts: { target } }, state) => {
        const source = publishedScale(id, data.version, state);
        if (source === undefined) throw versionUnknown(data.version);
        if (target === undefined) throw scaleUnknown();
        keepToLabels(
          source,
          data.map.map(({ from }) => from),
        );
        keepToLabels(
          target,
          data.map.map(({ to }) => to),
        );
        keepToOne(data.map.map(({ from }) => from));
        return [{ type: 'ScaleMapped', data }];
      },
    },
  },

  evolve: {
    ScaleDefined: (state, { data: { kind } }) => ({ ...state, kind }),
    ScaleVersionDrafted: (state, { data: { labels, ...drafted } }) => ({
      ...state,
      versions: withDraft(state.versions, drafted, labels),
    }),
    ScaleVersionPublished: (state, { data: { version } }) => ({
      ...state,
      versions: withInForce(state.versions, version),
    }),
    ScaleMapped: (state) => state,
  },
};

/** Goes on only if these labels make a version. Asked of a draft too: it could neither be published nor taken back. */
export const keepPublishable = (labels: readonly Label[], kind: ScaleKind | undefined): void => {
  if (!areDistinct(labels.map(({ key }) => key))) throw keysUnknown();
  const uncovered = FINDINGS.find((finding) => !labels.some(({ findings }) => findings.includes(finding)));
  if (uncovered !== undefined && kind !== 'external') throw findingUncovered(uncovered);
  const values = labels.flatMap(({ value }) => value ?? []);
  if (!values.every((value) => Number.isSafeInteger(value) && value >= 1) || !areDistinct(values))
    throw valuesUnknown();
};

const keepToLabels = ({ labels }: PinnedScale, keys: readonly Key[]): void => {
  const unknown = keys.find((key) => !labels.some((label) => label.key === key));
  if (unknown !== undefined) throw labelUnknown(unknown);
};

const keepToOne = (keys: readonly Key[]): void => {
  const again = keys.find((key, place) => keys.indexOf(key) !== place);
  if (again !== undefined) throw labelMappedTwice(again);
};

const areDistinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
