import { label } from './english-label.js';

/** Four classes, as collections of checked claims have them, and satire, which is in none of them. */
const CLASSES = [
  label(
    {
      key: 'refuted',
      text: 'Refuted',
      definition: 'The evidence speaks against the claim, wholly or in its main point.',
      findings: ['refuted', 'mostly_refuted'],
    },
    1,
  ),
  label(
    {
      key: 'supported',
      text: 'Supported',
      definition: 'The evidence bears the claim out, wholly or in its main point.',
      findings: ['supported', 'mostly_supported'],
    },
    5,
  ),
  label({
    key: 'conflicting',
    text: 'Conflicting evidence',
    definition: 'The evidence speaks for the claim and against it, or the claim leaves out what changes its sense.',
    findings: ['conflicting_evidence', 'mixed', 'misleading_context'],
  }),
  label({
    key: 'not-enough',
    text: 'Not enough evidence',
    definition: 'There is too little evidence for the time of which the claim speaks, or none that could decide it.',
    findings: ['insufficient_evidence', 'outdated', 'not_checkable'],
  }),
  label({
    key: 'satire',
    text: 'Satire',
    definition: 'The claim was made as satire and is not meant to be believed.',
    findings: ['satire'],
  }),
];

export const FOUR_CLASS = { id: 'four-class', name: 'Four classes', kind: 'ordinal', labels: CLASSES } as const;
