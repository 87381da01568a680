import type { Decider } from '#kernel';
import { FINDINGS } from './finding.js';
import type { ScaleCommand } from './scale.commands.js';
import type { ScaleEvent } from './scale.events.js';
import type { ScaleState } from './scale.state.js';
import type { Label, ScaleKind } from './scale.js';
import { findingUncovered, keysUnknown, valuesUnknown } from './standards.errors.js';
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
      decide: ({ data }) => [{ type: 'ScaleDefined', data }],
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

const areDistinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
