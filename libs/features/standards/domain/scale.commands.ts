import type { DomainCommand } from '#kernel';
import type { Label, ScaleKind } from './scale.js';

export type DefineScale = DomainCommand<
  'DefineScale',
  {
    readonly name: string;
    readonly kind: ScaleKind;
    /** Of an external scale: whose ratings it reads. */
    readonly publisherHost?: string;
  }
>;
export type DraftScaleVersion = DomainCommand<
  'DraftScaleVersion',
  { readonly labels: readonly Label[]; readonly note?: string }
>;
export type PublishScaleVersion = DomainCommand<'PublishScaleVersion', { readonly version: number }>;

export type ScaleCommand = DefineScale | DraftScaleVersion | PublishScaleVersion;
