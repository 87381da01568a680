import { COMMON } from './common-labels.js';
import { steps } from './english-label.js';

const STEPS = steps([
  {
    key: 'false',
    text: 'False',
    definition: 'The evidence shows that the claim is not correct.',
    findings: ['refuted'],
  },
  {
    key: 'mostly-false',
    text: 'Mostly false',
    definition: 'The main point is not correct, though some part of the claim is.',
    findings: ['mostly_refuted'],
  },
  {
    key: 'mixture',
    text: 'Mixture',
    definition: 'Important parts of the claim are correct and other important parts are not.',
    findings: ['mixed'],
  },
  {
    key: 'mostly-true',
    text: 'Mostly true',
    definition: 'The main point is correct, though some part of the claim is not or needs explaining.',
    findings: ['mostly_supported'],
  },
  {
    key: 'true',
    text: 'True',
    definition: 'The evidence shows that the claim is correct.',
    findings: ['supported'],
  },
]);

/** The scale of a desk that brings none of its own. */
export const FIVE_STEP = {
  id: 'five-step',
  name: 'Five steps',
  kind: 'ordinal',
  labels: [...STEPS, ...COMMON],
} as const;
