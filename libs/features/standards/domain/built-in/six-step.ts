import { COMMON } from './common-labels.js';
import { steps } from './english-label.js';

const STEPS = steps([
  {
    key: 'absurd',
    text: 'Absurd',
    definition: 'The evidence shows that the claim is not correct, and anybody could have known it.',
    findings: ['refuted'],
  },
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
    key: 'half-true',
    text: 'Half true',
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

/** Tells what is absurd from what is false. */
export const SIX_STEP = { id: 'six-step', name: 'Six steps', kind: 'ordinal', labels: [...STEPS, ...COMMON] } as const;
