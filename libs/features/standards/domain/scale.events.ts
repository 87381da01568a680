// Stored for ever. A new optional field is free; any other change needs an upcaster and a sample in test/contracts.
import type { DomainEvent, Key } from '#kernel';
import type { Label, ScaleKind } from './scale.js';

export type ScaleDefined = DomainEvent<
  'ScaleDefined',
  { readonly name: string; readonly kind: ScaleKind; readonly publisherHost?: string }
>;
export type ScaleVersionDrafted = DomainEvent<
  'ScaleVersionDrafted',
  {
    readonly version: number;
    readonly labels: readonly Label[];
    readonly note?: string;
    readonly draftedBy: string;
  }
>;
export type ScaleVersionPublished = DomainEvent<'ScaleVersionPublished', { readonly version: number }>;

export type ScaleMapped = DomainEvent<
  'ScaleMapped',
  {
    readonly version: number;
    readonly toScaleId: Key;
    readonly toVersion: number;
    readonly map: readonly { readonly from: Key; readonly to: Key }[];
  }
>;

export type ScaleEvent = ScaleDefined | ScaleVersionDrafted | ScaleVersionPublished | ScaleMapped;
