import type { Key } from '#kernel';
import type { Label, ScaleKind } from '../scale.js';
import { FIVE_STEP } from './five-step.js';
import { FOUR_CLASS } from './four-class.js';
import { SIX_STEP } from './six-step.js';
import { TEXT_ONLY } from './text-only.js';

/** A scale that ships with the product, as its version 1 is. */
export type BuiltInScale = {
  readonly id: Key;
  readonly name: string;
  readonly kind: ScaleKind;
  readonly labels: readonly Label[];
};

/** Every desk is made with them. */
export const BUILT_IN_SCALES: readonly BuiltInScale[] = [SIX_STEP, FIVE_STEP, FOUR_CLASS, TEXT_ONLY];
