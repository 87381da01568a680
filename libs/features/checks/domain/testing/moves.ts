import type { Actor, Capacity, Role } from '#kernel';
import { wallTimeAfter } from '#features/standards';
import type { CheckCommand } from '../check.commands.js';
import { checkDecider } from '../check.decider.js';
import type { CheckState } from '../check.state.js';
import { pick } from './choice.js';
import type { Move, World } from './choice.js';
import { job } from './people.js';
import { COMMANDS } from './random-commands.js';

/** How the world goes on: time passes, and perhaps something happens outside the check. */
export const after = (world: World, state: CheckState, move: Move): World => ({
  ...world,
  ...HAPPENINGS[kindOf(state, move)]?.(world, move),
  now: wallTimeAfter(world.now, `PT${move.minutes}M`),
});

/** The command that a move asks for, with the facts of the world. */
export const commandFor = (world: World, state: CheckState, move: Move): CheckCommand | undefined => {
  const kind = kindOf(state, move);
  return COMMANDS[kind]?.({ world, state, move, actor: actorFor(world, state, kind, move) });
};

const HAPPENINGS: Readonly<Record<string, ((world: World, move: Move) => Partial<World>) | undefined>> = {
  DeclareInterest: ({ people, interested }, { who }) => ({ interested: [...interested, pick(people, who).id] }),
  NormaliseClaim: ({ claim }) => ({ claim: { ...claim, revision: claim.revision + 1 } }),
  BreakEvidence: ({ evidence }, { which }) => ({
    evidence: evidence.map((one, place) => (place === which % 7 ? { ...one, status: 'broken' } : one)),
  }),
};

const KINDS = [...Object.keys(checkDecider.rules), ...Object.keys(HAPPENINGS)];

const NEXT: Readonly<Record<string, readonly CheckCommand['type'][] | undefined>> = {
  absent: ['OpenCheck'],
  open: ['OfferAssignment', 'AcceptAssignment', 'AcceptAssignment'],
  researching: ['LinkEvidence', 'OfferAssignment', 'AcceptAssignment', 'OfferAssignment', 'SubmitForReview'],
  ready_for_review: ['OpenRound', 'OfferAssignment', 'AcceptAssignment', 'OfferAssignment'],
  in_review: ['SubmitRuling', 'RevealRulings', 'SubmitRuling', 'RevealRulings', 'AmendRuling'],
  reconciling: ['AmendRuling'],
  tie_break: ['OfferAssignment', 'AcceptAssignment'],
  decided: ['DraftVerdict', 'ApproveVerdict'],
  approved: ['PublishVerdict', 'ApproveVerdict'],
  published: ['PublishVerdict', 'DraftVerdict'],
};

const kindOf = (state: CheckState, { what, isSensible }: Move): string =>
  pick((isSensible ? NEXT[checkDecider.placeOf(state)] : undefined) ?? KINDS, what);

/** For a sensible move somebody who may make it, if there is anybody. */
const actorFor = ({ people }: World, state: CheckState, kind: string, { who, isSensible }: Move): Actor => {
  const isTimer = kind === 'RevealRulings' || kind === 'ExpireOffer';
  if (isTimer && (isSensible || who % 3 > 0)) return job('timer');
  const fitting = people.filter((one) => isSensible && (FITS[kind] ?? has('editor', 'approver'))(one, state));
  return pick(fitting.length > 0 ? fitting : [...people, job('bot')], who);
};

type Fits = (actor: Actor, state: CheckState) => boolean;

const has =
  (...some: readonly Role[]): Fits =>
  ({ roles }) =>
    some.some((role) => roles.includes(role));

const holds =
  (capacity: Capacity): Fits =>
  ({ id }, { assignments }) =>
    assignments.some((one) => one.memberId === id && one.capacity === capacity && one.status === 'accepted');

const hasRuled: Fits = ({ id }, { round }) => round?.rulings.some(({ reviewerId }) => reviewerId === id) ?? false;

const FITS: Readonly<Record<string, Fits | undefined>> = {
  AcceptAssignment: ({ id }, { assignments }) =>
    assignments.some(({ memberId, status }) => memberId === id && status === 'offered'),
  LinkEvidence: holds('researcher'),
  SubmitForReview: holds('researcher'),
  DraftVerdict: holds('researcher'),
  SubmitRuling: (actor, state) => holds('reviewer')(actor, state) && !hasRuled(actor, state),
  AmendRuling: hasRuled,
  ApproveVerdict: has('approver'),
  PublishVerdict: has('approver'),
};
