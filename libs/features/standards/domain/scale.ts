import type { Key, Language } from '#kernel';
import type { Finding } from './finding.js';

/** Ordinal and text scales are the desk's own; an external one reads the ratings of one other publisher. */
export type ScaleKind = 'ordinal' | 'text' | 'external';

/** One rating of a scale version. */
export type Label = {
  readonly key: Key;
  /** By language; `en` is always there. */
  readonly text: Readonly<Record<Language, string>>;
  readonly definition: Readonly<Record<Language, string>>;
  /** What the label may stand for; the first is its default. */
  readonly findings: readonly Finding[];
  /** For ClaimReview's ratingValue: an integer from 1, or none. */
  readonly value?: number;
};

/** How a label reads in this language: in its main language if it has no text in the variant, else in English. */
export const labelTextIn = ({ key, text }: Pick<Label, 'key' | 'text'>, language: Language): string => {
  const [main = language] = language.toLowerCase().split('-');
  const known = [language, main, 'en'].find((one) => Object.hasOwn(text, one));
  return known === undefined ? key : (text[known] ?? key);
};

/** A published version of a scale, in full: it travels in the events of whoever is pinned to it. */
export type PinnedScale = { readonly scaleId: Key; readonly version: number; readonly labels: readonly Label[] };

/** The name of a pinned scale or policy version. */
export type Pin = { readonly id: Key; readonly version: number };
