import type { Key } from '#kernel';
import type { Label, PinnedScale, ScaleKind } from './scale.js';
import type { Versions } from './versions.js';

export type ScaleState = {
  /** From the definition on. */
  readonly kind?: ScaleKind;
  readonly versions: Versions<readonly Label[]>;
};

/** This version of a scale, if there is one and it is published. */
export const publishedScale = (
  scaleId: Key,
  version: number,
  state: ScaleState | undefined,
): PinnedScale | undefined => {
  const found = state?.versions.find((one) => one.version === version && one.status === 'in_force');
  return found === undefined ? undefined : { scaleId, version, labels: found.content };
};
