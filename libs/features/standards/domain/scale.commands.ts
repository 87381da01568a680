import type { DomainCommand, Key } from '#kernel';
import type { Label, PinnedScale, ScaleKind } from './scale.js';

export type DefineScale = DomainCommand<
  'DefineScale',
  {
    readonly name: string;
    readonly kind: ScaleKind;
    /** Of an external scale: whose ratings it reads. */
    readonly publisherHost?: string;
  },
  { readonly isHostTaken: boolean }
>;
export type DraftScaleVersion = DomainCommand<
  'DraftScaleVersion',
  { readonly labels: readonly Label[]; readonly note?: string }
>;
export type PublishScaleVersion = DomainCommand<'PublishScaleVersion', { readonly version: number }>;

/** For statistics and search: which label of another version stands nearest. No version changes by it. */
export type MapScale = DomainCommand<
  'MapScale',
  {
    readonly version: number;
    readonly toScaleId: Key;
    readonly toVersion: number;
    readonly map: readonly { readonly from: Key; readonly to: Key }[];
  },
  /** Absent where there is no such version, or it is not published. */
  { readonly target: PinnedScale | undefined }
>;

export type ScaleCommand = DefineScale | DraftScaleVersion | PublishScaleVersion | MapScale;
