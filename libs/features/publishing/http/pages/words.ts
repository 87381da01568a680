import type { Nature, Stance, Strength } from '#features/checks';
import type { Finding } from '#features/standards';
import type { VerdictPage } from '../../read-models/verdict-page/verdict-page.answer.js';

// How pages say in words what answers say in keys.

type Words<Key extends string> = { readonly [One in Key]: string };

export const FINDING: Words<Finding> = {
  supported: 'the evidence supports the claim',
  mostly_supported: 'the evidence mostly supports the claim',
  mixed: 'important parts hold and others do not',
  mostly_refuted: 'the evidence mostly refutes the claim',
  refuted: 'the evidence refutes the claim',
  insufficient_evidence: 'there is not enough evidence either way',
  conflicting_evidence: 'credible evidence points both ways',
  misleading_context: 'the claim misleads by its context',
  outdated: 'the claim is out of date',
  satire: 'the claim is satire',
  not_checkable: 'the claim cannot be checked',
};

export const STRENGTH: Words<Strength> = {
  low: 'The evidence is weak',
  medium: 'The evidence is of medium strength',
  high: 'The evidence is strong',
};

export const STANCE: Words<Stance> = {
  supports: 'Speaks for the claim',
  refutes: 'Speaks against the claim',
  context: 'Gives context',
};

export const NATURE: Words<Nature> = {
  record: 'a record',
  data: 'data',
  analysis: 'an analysis',
  witness: 'a witness',
  assertion: 'an assertion, which proves nothing by itself',
};

export const BASIS: Words<NonNullable<VerdictPage['basis']>> = {
  unanimous: 'The reviewers agreed on this rating.',
  majority: 'Most of the reviewers came to this rating; not all of them did.',
  tie_break: 'The reviewers disagreed. Somebody who had not ruled before answered their reasons and decided.',
  no_consensus: 'The reviewers came to no agreement.',
};

export const WAIVED: Words<VerdictPage['waivers'][number]['rule']> = {
  reply: 'Published without asking everybody concerned',
  sources: 'Published with fewer independent sources than usual',
  archive: 'Published without a kept copy of each source',
};

type Reply = VerdictPage['replies'][number];

export const ASKED_AS: Words<Reply['purpose']> = {
  claimant: 'who made the claim',
  subject: 'whom it is about',
  publisher: 'who published it',
  source: 'a source',
};

export const REPLIED: Words<Reply['state']> = {
  answered: 'answered',
  no_answer: 'did not answer',
  declined: 'declined to answer',
};
