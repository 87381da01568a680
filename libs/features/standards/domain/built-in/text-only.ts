import { COMMON } from './common-labels.js';
import { label } from './english-label.js';

const SENTENCES = [
  label({
    key: 'supported',
    text: 'This is correct',
    definition: 'The evidence shows that the claim is correct.',
    findings: ['supported'],
  }),
  label({
    key: 'mostly-supported',
    text: 'Broadly correct',
    definition: 'The main point is correct, though some part of the claim is not or needs explaining.',
    findings: ['mostly_supported'],
  }),
  label({
    key: 'mixed',
    text: 'Partly right',
    definition: 'Important parts of the claim are correct and other important parts are not.',
    findings: ['mixed'],
  }),
  label({
    key: 'mostly-refuted',
    text: 'Mostly wrong',
    definition: 'The main point is not correct, though some part of the claim is.',
    findings: ['mostly_refuted'],
  }),
  label({
    key: 'refuted',
    text: 'This is not correct',
    definition: 'The evidence shows that the claim is not correct.',
    findings: ['refuted'],
  }),
];

/** Words without numbers: a draft may give its own in their place. */
export const TEXT_ONLY = {
  id: 'text-only',
  name: 'Text only',
  kind: 'text',
  labels: [...SENTENCES, ...COMMON],
} as const;
