import type { Actor, Capacity, Instant, Role } from '#kernel';
import type { ClaimFacts } from '#features/claims';
import type { EvidenceFacts } from '#features/evidence';
import { wallTimeAfter } from '#features/standards';
import type { PinnedPolicy } from '#features/standards';
import type { CheckCommand } from '../check.commands.js';
import { checkDecider } from '../check.decider.js';
import type { CheckState } from '../check.state.js';
import {
  accept,
  amend,
  approve,
  decline,
  draft,
  expire,
  link,
  offer,
  openCheck,
  openRound,
  publish,
  reveal,
  rule,
  submitForReview,
} from './commands.js';
import { isFalse, mostlyTrue, unproven } from './past.js';
import { factsOf, job } from './people.js';
import { fiveStep } from './world.js';

/** What surrounds a check while somebody works on it. */
export type World = {
  readonly now: Instant;
  readonly people: readonly Actor[];
  /** Who has declared an interest in the claimant. */
  readonly interested: readonly string[];
  readonly claim: ClaimFacts;
  readonly evidence: readonly EvidenceFacts[];
  readonly policy: PinnedPolicy;
};

/** Numbers that choose: what is done, by whom, to which of several things, and how. */
export type Move = {
  readonly what: number;
  readonly who: number;
  readonly which: number;
  readonly how: number;
  readonly minutes: number;
  /** Whether it is the next thing that a newsroom would do, or just anything. */
  readonly isSensible: boolean;
};

type Kind = CheckCommand['type'] | 'DeclareInterest' | 'NormaliseClaim' | 'BreakEvidence' | 'MergeClaim';

const KINDS: readonly Kind[] = [
  'OpenCheck',
  'OfferAssignment',
  'AcceptAssignment',
  'DeclineAssignment',
  'ExpireOffer',
  'LinkEvidence',
  'SubmitForReview',
  'OpenRound',
  'SubmitRuling',
  'AmendRuling',
  'RevealRulings',
  'DraftVerdict',
  'ApproveVerdict',
  'PublishVerdict',
  'DeclareInterest',
  'NormaliseClaim',
  'BreakEvidence',
];

const NEXT: Readonly<Record<string, readonly Kind[] | undefined>> = {
  absent: ['OpenCheck'],
  open: ['OfferAssignment', 'AcceptAssignment', 'AcceptAssignment'],
  researching: [
    'LinkEvidence',
    'OfferAssignment',
    'AcceptAssignment',
    'OfferAssignment',
    'AcceptAssignment',
    'SubmitForReview',
  ],
  ready_for_review: ['OpenRound', 'OfferAssignment', 'AcceptAssignment', 'OfferAssignment'],
  in_review: ['SubmitRuling', 'SubmitRuling', 'RevealRulings', 'SubmitRuling', 'RevealRulings', 'AmendRuling'],
  reconciling: ['AmendRuling'],
  tie_break: ['OfferAssignment', 'AcceptAssignment'],
  decided: ['DraftVerdict', 'ApproveVerdict'],
  approved: ['PublishVerdict', 'ApproveVerdict'],
  published: ['PublishVerdict', 'DraftVerdict'],
};

const OFFERED: Readonly<Record<string, readonly Capacity[] | undefined>> = {
  open: ['researcher'],
  researching: ['reviewer'],
  ready_for_review: ['reviewer'],
  tie_break: ['tie_breaker'],
};
const CAPACITIES: readonly Capacity[] = ['researcher', 'reviewer', 'reviewer', 'tie_breaker', 'approver'];
const RATINGS = [unproven, unproven, unproven, mostlyTrue, isFalse] as const;

/** How the world goes on: time passes, and perhaps something happens outside the check. */
export const after = (world: World, state: CheckState, move: Move): World => {
  const now = wallTimeAfter(world.now, `PT${move.minutes}M`);
  const { claim, evidence, interested } = world;
  switch (kindOf(state, move)) {
    case 'DeclareInterest':
      return { ...world, now, interested: [...interested, pick(world.people, move.who).id] };
    case 'NormaliseClaim':
      return { ...world, now, claim: { ...claim, revision: claim.revision + 1 } };
    case 'MergeClaim':
      return { ...world, now, claim: { ...claim, status: 'merged' } };
    case 'BreakEvidence':
      return {
        ...world,
        now,
        evidence: evidence.map((one, place) => (place === move.which % 7 ? { ...one, status: 'broken' } : one)),
      };
    default:
      return { ...world, now };
  }
};

/** The command that a move asks for, with the facts of the world. */
export const commandFor = (world: World, state: CheckState, move: Move): CheckCommand | undefined => {
  const kind = kindOf(state, move);
  const { now: at, claim, evidence, policy } = world;
  const actor = actorFor(world, state, kind, move);
  const mine = state.assignments.find(({ memberId, status }) => memberId === actor.id && status === 'offered');
  const assignmentId = move.isSensible && mine ? mine.assignmentId : `a${move.which % 9}`;
  const member = factsIn(world, actor);
  const { round, draft: drafted } = state;
  const rating = pick(RATINGS, move.how);
  const own = round?.rulings.find(({ reviewerId }) => reviewerId === actor.id)?.rulingId;
  const cited = (move.isSensible ? state.links[0]?.linkId : undefined) ?? `l${move.how % 3}`;
  const ruling = { ...rating, linkIds: [cited] };

  switch (kind) {
    case 'OpenCheck':
      return openCheck(actor, { facts: { claim, policy }, at });
    case 'OfferAssignment': {
      const asked = factsIn(world, pick(world.people, move.how));
      const capacity = pick((move.isSensible ? OFFERED[checkDecider.placeOf(state)] : undefined) ?? CAPACITIES, move.which);
      const facts = { member: { ...asked, openLoad: move.which % 10 } };
      return offer(actor, asked, capacity, { data: { assignmentId: `a${move.which % 50}` }, facts, at });
    }
    case 'AcceptAssignment':
      return accept(actor, 'reviewer', { data: { assignmentId }, facts: { member }, at });
    case 'DeclineAssignment':
      return decline(actor, 'reviewer', { data: { assignmentId }, at });
    case 'ExpireOffer':
      return expire(assignmentId, at, actor);
    case 'LinkEvidence': {
      const found = evidence[move.how % 4];
      const data = { linkId: `l${move.which % 4}`, evidenceId: `e${move.how % 4}` };
      return link(actor, {
        data: { ...data, nature: move.who % 2 ? 'record' : 'assertion' },
        facts: { evidence: found },
        at,
      });
    }
    case 'SubmitForReview':
      return submitForReview(actor, { facts: { claim, evidence }, at });
    case 'OpenRound': {
      const held = state.assignments.filter(({ capacity, status }) => capacity === 'reviewer' && status === 'accepted');
      const reviewers = held.map(({ memberId }) => memberId).slice(0, 1 + (move.how % 4));
      const members = world.people.filter(({ id }) => reviewers.includes(id)).map((one) => factsIn(world, one));
      return openRound(actor, reviewers, { facts: { claim, members, scale: fiveStep }, at });
    }
    case 'SubmitRuling':
      return rule(actor, {
        data: { rulingId: `r${move.which}`, round: 1 + (move.how % 9 === 8 ? 1 : 0), ...ruling },
        facts: { member },
        at,
      });
    case 'AmendRuling':
      return amend(actor, { data: { rulingId: own ?? `r${move.which}`, ...ruling }, facts: { member }, at });
    case 'RevealRulings':
      return reveal(at, actor);
    case 'DraftVerdict': {
      const data = { asOf: at.slice(0, 10), citedLinkIds: state.links.map(({ linkId }) => linkId) };
      const note = move.how % 3 === 0 ? {} : { disagreementNote: 'They disagreed at first.' };
      return draft(actor, { data: { ...data, ...note }, facts: { claim }, at });
    }
    case 'ApproveVerdict': {
      const { versionNo = 1, draftNo = 1, contentHash = 'none' } = drafted ?? {};
      const waivers = move.how % 4 === 0 ? [] : WAIVERS;
      const data = { versionNo, draftNo, contentHash, waivers };
      return approve(actor, { data, facts: { claim, evidence, member }, at });
    }
    case 'PublishVerdict':
      return publish(actor, { data: { versionNo: drafted?.versionNo ?? 1 }, facts: { claim, evidence, member }, at });
    default:
      return undefined;
  }
};

const WAIVERS = [
  { rule: 'reply', code: 'unsafe', note: 'Because.' },
  { rule: 'sources', code: 'sole_access', note: 'Because.' },
] as const;

const pick = <Item>(items: readonly Item[], number: number): Item => {
  const item = items[number % items.length];
  if (item === undefined) throw new Error('Nothing to choose from.');
  return item;
};

const kindOf = (state: CheckState, { what, isSensible }: Move): Kind =>
  pick((isSensible ? NEXT[checkDecider.placeOf(state)] : undefined) ?? KINDS, what);

const factsIn = ({ interested }: World, actor: Actor) =>
  factsOf(actor, { interests: interested.includes(actor.id) ? ['person:john-kirby'] : [] });

/** For a sensible move somebody who may do it, if there is anybody. */
const actorFor = ({ people }: World, state: CheckState, kind: Kind, { who, isSensible }: Move): Actor => {
  const isTimer = kind === 'RevealRulings' || kind === 'ExpireOffer';
  if (isTimer && (isSensible || who % 3 > 0)) return job('timer');
  const fitting = people.filter(({ id, roles }) => isSensible && fits(id, roles, state, kind));
  return pick(fitting.length > 0 ? fitting : [...people, job('bot')], who);
};

const fits = (id: string, roles: readonly string[], state: CheckState, kind: Kind): boolean => {
  const holds = (capacity: Capacity) =>
    state.assignments.some((one) => one.memberId === id && one.capacity === capacity && one.status === 'accepted');
  const has = (...some: readonly Role[]) => some.some((role) => roles.includes(role));
  switch (kind) {
    case 'AcceptAssignment':
      return state.assignments.some(({ memberId, status }) => memberId === id && status === 'offered');
    case 'LinkEvidence':
    case 'SubmitForReview':
    case 'DraftVerdict':
      return holds('researcher');
    case 'SubmitRuling':
      return !state.round?.rulings.some(({ reviewerId }) => reviewerId === id) && holds('reviewer');
    case 'AmendRuling':
      return holds('reviewer');
    case 'ApproveVerdict':
    case 'PublishVerdict':
      return has('approver');
    default:
      return has('editor', 'approver');
  }
};
