import type { Finding } from '../finding.js';
import type { Label } from '../scale.js';

type English = {
  readonly key: string;
  readonly text: string;
  readonly definition: string;
  /** The first is the default. */
  readonly findings: readonly Finding[];
};

/** A label of a scale that is built in: they are in English, and a desk that needs more languages drafts a version. */
export const label = ({ key, text, definition, findings }: English, value?: number): Label => ({
  key,
  text: { en: text },
  definition: { en: definition },
  findings,
  ...(value === undefined ? {} : { value }),
});

/** Labels whose values count from 1, the worst first. */
export const steps = (labels: readonly English[]): readonly Label[] =>
  labels.map((one, place) => label(one, place + 1));
