import type { PinnedPolicy, PinnedScale } from '#features/standards';
import type { StoredFile } from '#platform/file-store';
import type { People } from './people.js';
import type { Statements } from './texts.js';

/** What all tales of a desk have in common. */
export type Surroundings = {
  readonly policy: PinnedPolicy;
  readonly scale: PinnedScale;
  readonly people: People;
  readonly statements: Statements;
  /** The one file that all its evidence has. */
  readonly file: StoredFile;
  /** How much each member has to do, by his id. */
  readonly loads: Map<string, number>;
};
