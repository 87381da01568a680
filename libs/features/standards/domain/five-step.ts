import type { Finding } from './finding.js';
import type { Label } from './scale.js';

type English = { readonly key: string; readonly text: string; readonly definition: string; readonly finding: Finding };

const label = ({ key, text, definition, finding }: English, value?: number): Label => ({
  key,
  text: { en: text },
  definition: { en: definition },
  findings: [finding],
  ...(value === undefined ? {} : { value }),
});

const STEPS: readonly English[] = [
  {
    key: 'false',
    text: 'False',
    definition: 'The evidence shows that the claim is not correct.',
    finding: 'refuted',
  },
  {
    key: 'mostly-false',
    text: 'Mostly false',
    definition: 'The main point is not correct, though some part of the claim is.',
    finding: 'mostly_refuted',
  },
  {
    key: 'mixture',
    text: 'Mixture',
    definition: 'Important parts of the claim are correct and other important parts are not.',
    finding: 'mixed',
  },
  {
    key: 'mostly-true',
    text: 'Mostly true',
    definition: 'The main point is correct, though some part of the claim is not or needs explaining.',
    finding: 'mostly_supported',
  },
  {
    key: 'true',
    text: 'True',
    definition: 'The evidence shows that the claim is correct.',
    finding: 'supported',
  },
];

/** Labels beside the steps: they have no value, since they are no place on the way from false to true. */
const COMMON: readonly English[] = [
  {
    key: 'missing-context',
    text: 'Missing context',
    definition: 'What the claim says gives a wrong impression, because something that belongs to it is left out.',
    finding: 'misleading_context',
  },
  {
    key: 'outdated',
    text: 'Outdated',
    definition: 'The claim was correct once, but no longer at the time for which it is made.',
    finding: 'outdated',
  },
  {
    key: 'unproven',
    text: 'Unproven',
    definition: 'There is little or no evidence either way.',
    finding: 'insufficient_evidence',
  },
  {
    key: 'disputed',
    text: 'Disputed',
    definition: 'There is credible evidence both for and against the claim, or the reviewers came to no consensus.',
    finding: 'conflicting_evidence',
  },
  {
    key: 'not-checkable',
    text: 'Not checkable',
    definition: 'The claim is not of a kind that evidence could show to be correct or not.',
    finding: 'not_checkable',
  },
  {
    key: 'satire',
    text: 'Satire',
    definition: 'The claim was made as satire and is not meant to be believed.',
    finding: 'satire',
  },
];

/** The scale of a desk that brings none of its own. */
export const FIVE_STEP = {
  id: 'five-step',
  name: 'Five steps',
  kind: 'ordinal',
  labels: [...STEPS.map((step, place) => label(step, place + 1)), ...COMMON.map((one) => label(one))],
} as const;
