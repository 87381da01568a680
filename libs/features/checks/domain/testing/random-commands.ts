import type { Actor, Capacity } from '#kernel';
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
import { pick } from './choice.js';
import type { Move, World } from './choice.js';
import { isFalse, mostlyTrue, unproven } from './rulings.js';
import { factsOf } from './people.js';
import { fiveStep } from './world.js';

type Chosen = { readonly world: World; readonly state: CheckState; readonly move: Move; readonly actor: Actor };

type Make = (chosen: Chosen) => CheckCommand;

/** How each command is made out of numbers. */
export const COMMANDS: Readonly<Record<string, Make | undefined>> = {
  OpenCheck: ({ world: { claim, policy, now: at }, actor }) => openCheck(actor, { facts: { claim, policy }, at }),

  OfferAssignment: ({ world, state, move, actor }) => {
    const asked = factsIn(world, pick(world.people, move.how));
    const sensible = move.isSensible ? OFFERED[checkDecider.placeOf(state)] : undefined;
    const capacity = sensible ?? pick(CAPACITIES, move.which);
    const facts = { member: { ...asked, openLoad: move.which % 10 } };
    return offer(actor, asked, capacity, { data: { assignmentId: `a${move.which % 50}` }, facts, at: world.now });
  },
  AcceptAssignment: (chosen) => {
    const { world, actor } = chosen;
    const facts = { member: factsIn(world, actor) };
    return accept(actor, 'reviewer', { data: { assignmentId: offerIn(chosen) }, facts, at: world.now });
  },
  DeclineAssignment: (chosen) =>
    decline(chosen.actor, 'reviewer', { data: { assignmentId: offerIn(chosen) }, at: chosen.world.now }),
  ExpireOffer: (chosen) => expire(offerIn(chosen), chosen.world.now, chosen.actor),

  LinkEvidence: ({ world: { evidence, now: at }, move: { how, which, who }, actor }) => {
    const nature = who % 2 === 0 ? 'assertion' : 'record';
    const data = { linkId: `l${which % 4}`, evidenceId: `e${how % 4}`, nature } as const;
    return link(actor, { data, facts: { evidence: evidence[how % 4] }, at });
  },
  SubmitForReview: ({ world: { claim, evidence, now: at }, actor }) =>
    submitForReview(actor, { facts: { claim, evidence }, at }),

  OpenRound: ({ world, state, move, actor }) => {
    const agreed = state.assignments.filter(({ capacity, status }) => capacity === 'reviewer' && status === 'accepted');
    const reviewers = agreed.map(({ memberId }) => memberId).slice(0, 1 + (move.how % 4));
    const members = world.people.filter(({ id }) => reviewers.includes(id)).map((one) => factsIn(world, one));
    return openRound(actor, reviewers, { facts: { claim: world.claim, members, scale: fiveStep }, at: world.now });
  },
  SubmitRuling: (chosen) => {
    const { world, move, actor } = chosen;
    const data = { rulingId: `r${move.which}`, round: move.how % 9 === 8 ? 2 : 1, ...ratingIn(chosen) };
    return rule(actor, { data, facts: { member: factsIn(world, actor) }, at: world.now });
  },
  AmendRuling: (chosen) => {
    const { world, state, move, actor } = chosen;
    const own = state.round?.rulings.find(({ reviewerId }) => reviewerId === actor.id);
    const data = { rulingId: own?.rulingId ?? `r${move.which}`, ...ratingIn(chosen) };
    return amend(actor, { data, facts: { member: factsIn(world, actor) }, at: world.now });
  },
  RevealRulings: ({ world: { now }, actor }) => reveal(now, actor),

  DraftVerdict: ({ world: { claim, now: at }, state: { links }, move: { how }, actor }) => {
    const note = how % 3 === 0 ? {} : { disagreementNote: 'They disagreed at first.' };
    const data = { asOf: at.slice(0, 10), citedLinkIds: links.map(({ linkId }) => linkId), ...note };
    return draft(actor, { data, facts: { claim }, at });
  },
  ApproveVerdict: ({ world, state, move: { how }, actor }) => {
    const { versionNo = 1, draftNo = 1, contentHash = 'none' } = state.draft ?? {};
    const data = { versionNo, draftNo, contentHash, waivers: how % 4 === 0 ? [] : WAIVERS };
    return approve(actor, { data, facts: gateIn(world, actor), at: world.now });
  },
  PublishVerdict: ({ world, state: { draft: drafted }, actor }) =>
    publish(actor, {
      data: { versionNo: drafted?.versionNo ?? 1 },
      facts: gateIn(world, actor),
      at: world.now,
    }),
};

const OFFERED: Readonly<Record<string, Capacity | undefined>> = {
  open: 'researcher',
  researching: 'reviewer',
  ready_for_review: 'reviewer',
  tie_break: 'tie_breaker',
};

const CAPACITIES: readonly Capacity[] = ['researcher', 'reviewer', 'tie_breaker', 'approver'];

/** Mostly the same, so that reviewers agree now and then. */
const RATINGS = [unproven, unproven, unproven, mostlyTrue, isFalse] as const;

const WAIVERS = [
  { rule: 'reply', code: 'unsafe', note: 'Because.' },
  { rule: 'sources', code: 'sole_access', note: 'Because.' },
] as const;

const factsIn = ({ interested }: World, actor: Actor) =>
  factsOf(actor, { interests: interested.includes(actor.id) ? ['person:john-kirby'] : [] });

const gateIn = (world: World, actor: Actor) => ({
  claim: world.claim,
  evidence: world.evidence,
  member: factsIn(world, actor),
});

/** One's own open offer, if it is to be sensible and there is one. */
const offerIn = ({ state: { assignments }, move: { isSensible, which }, actor }: Chosen): string => {
  const own = assignments.find(({ memberId, status }) => memberId === actor.id && status === 'offered');
  const any = assignments[which % (assignments.length + 1)];
  return (isSensible ? own : any)?.assignmentId ?? `a${which}`;
};

const ratingIn = ({ state: { links }, move: { isSensible, how } }: Chosen) => ({
  ...pick(RATINGS, how),
  linkIds: [(isSensible ? links[0]?.linkId : undefined) ?? `l${how % 3}`],
});
