import type { Label } from '../scale.js';
import { label } from './english-label.js';

/** Labels of every scale that has steps: they have no value, since they are no place on the way from false to true. */
export const COMMON: readonly Label[] = [
  label({
    key: 'missing-context',
    text: 'Missing context',
    definition: 'What the claim says gives a wrong impression, because something that belongs to it is left out.',
    findings: ['misleading_context'],
  }),
  label({
    key: 'outdated',
    text: 'Outdated',
    definition: 'The claim was correct once, but no longer at the time for which it is made.',
    findings: ['outdated'],
  }),
  label({
    key: 'unproven',
    text: 'Unproven',
    definition: 'There is little or no evidence either way.',
    findings: ['insufficient_evidence'],
  }),
  label({
    key: 'disputed',
    text: 'Disputed',
    definition: 'There is credible evidence both for and against the claim, or the reviewers came to no consensus.',
    findings: ['conflicting_evidence'],
  }),
  label({
    key: 'not-checkable',
    text: 'Not checkable',
    definition: 'The claim is not of a kind that evidence could show to be correct or not.',
    findings: ['not_checkable'],
  }),
  label({
    key: 'satire',
    text: 'Satire',
    definition: 'The claim was made as satire and is not meant to be believed.',
    findings: ['satire'],
  }),
];
