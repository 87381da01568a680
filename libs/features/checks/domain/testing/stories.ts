import type { ClaimFacts } from '#features/claims';
import type { PinnedPolicy } from '#features/standards';
import type { CheckEvent } from '../check.events.js';
import { accepted, approved, checkOpened, drafted, linked, published, stage, submitted } from './past.js';
import {
  deadlock,
  decided,
  disagreed,
  mostlyTrue,
  reconciliationEnded,
  revealed,
  roundOpened,
  ruled,
  unproven,
} from './rulings.js';

type Past = readonly CheckEvent[];
type Changes = { readonly claim?: Partial<ClaimFacts>; readonly policy?: PinnedPolicy };

// How the check of the acceptance scenario came to each stage: Ben researches, Cleo and Dan review.

export const open = (changes: Changes = {}): Past => [checkOpened(changes), stage('open')];

export const researching = (changes: Changes = {}): Past => [
  ...open(changes),
  ...accepted('ben', 'researcher'),
  stage('researching', 2),
];

export const researched = (changes: Changes = {}): Past => [
  ...researching(changes),
  linked('l1', 1, 'dprk-government', { stance: 'refutes', nature: 'assertion', weight: 'low' }),
  linked('l2', 2, 'us-government', { nature: 'assertion' }),
];

export const readyForReview = (changes: Changes = {}): Past => [
  ...researched(changes),
  ...accepted('cleo', 'reviewer'),
  ...accepted('dan', 'reviewer'),
  submitted,
  stage('ready_for_review', 3),
];

export const inReview = (changes: Changes = {}, round: CheckEvent = roundOpened(['cleo', 'dan'])): Past => [
  ...readyForReview(changes),
  round,
  stage('in_review', 4),
];

export const reconciling = (changes: Changes = {}): Past => [
  ...inReview(changes),
  ruled('cleo', unproven),
  ruled('dan', mostlyTrue),
  revealed('cleo', 'dan'),
  disagreed,
  stage('reconciling', 5),
];

/** Fay has agreed to break the tie. */
export const inTieBreak = (changes: Changes = {}): Past => [
  ...reconciling(changes),
  reconciliationEnded,
  stage('tie_break', 6),
  ...accepted('fay', 'tie_breaker'),
];

export const deadlocked = (changes: Changes = {}): Past => [
  ...inTieBreak(changes),
  deadlock('unanswered'),
  stage('deadlocked', 7),
];

/** Both found the same: `rating`. */
export const agreed = (changes: Changes = {}, rating = unproven): Past => [
  ...inReview(changes),
  ruled('cleo', rating),
  ruled('dan', rating),
  revealed('cleo', 'dan'),
  decided(rating),
  stage('decided', 5),
];

export const withDraft = (changes: Changes = {}, draft: CheckEvent = drafted()): Past => [...agreed(changes), draft];

export const withApproval = (changes: Changes = {}, approval: CheckEvent = approved('eva')): Past => [
  ...withDraft(changes),
  approval,
  stage('approved', 6),
];

export const withVersion = (changes: Changes = {}): Past => [
  ...withApproval(changes),
  published,
  stage('published', 7),
];
