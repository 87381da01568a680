import type { Actor, Capacity, Instant } from '#kernel';
import { SEVERITIES, dayAfter, wallTimeAfter } from '#features/standards';
import type { CheckCommand } from '../check.commands.js';
import { checkDecider } from '../check.decider.js';
import type { CheckState } from '../check.state.js';
import {
  accept,
  amend,
  approve,
  closeRound,
  decline,
  draft,
  endReconciliation,
  expire,
  link,
  offer,
  openCheck,
  openRound,
  publish,
  recordTieBreak,
  recuse,
  release,
  reveal,
  rule,
  submitForReview,
  transfer,
  withdrawRuling,
} from './commands.js';
import { CONCERN_KINDS, NATURES, NOTE_AUDIENCES, REPLY_PURPOSES, STANCES, isActive } from '../check.state.js';
import { isRequested } from '../replies.js';
import {
  addNote,
  dismissConcern,
  extendStage,
  markDeadline,
  raiseConcern,
  returnToResearch,
  setDueDate,
  setSeverity,
} from './case.js';
import { pick } from './choice.js';
import type { Move, World } from './choice.js';
import {
  cancelSchedule,
  hold,
  markExpired,
  refuse,
  resume,
  schedule,
  shelve,
  withdrawApproval,
  withdrawCheck,
} from './publication.js';
import { closeReplyWindow, recordReply, requestReply } from './replies.js';
import { answer, ask, reassess, unlink, withdrawQuestion } from './research.js';
import { isFalse, mostlyTrue, unproven } from './rulings.js';
import { factsOf } from './people.js';
import { fiveStep } from './world.js';

type Chosen = { readonly world: World; readonly state: CheckState; readonly move: Move; readonly actor: Actor };

type Make = (chosen: Chosen) => CheckCommand;

/** How each command is made out of numbers. */
export const COMMANDS: Readonly<Record<string, Make | undefined>> = {
  OpenCheck: ({ world: { claim, policy, now: at }, actor }) => openCheck(actor, { facts: { claim, policy }, at }),

  SetCheckSeverity: ({ world: { now: at }, move: { how }, actor }) =>
    setSeverity(actor, { data: { severity: pick(SEVERITIES, how) }, at }),
  SetDueDate: ({ world: { now }, move, actor }) =>
    setDueDate(actor, soon(now, move), move.how % 2 === 0 ? undefined : 'The paper goes to press.', now),
  ExtendStage: ({ world: { now }, move, actor }) => extendStage(actor, soon(now, move), now),
  ReturnToResearch: ({ world: { now }, actor }) => returnToResearch(actor, now),
  ShelveCheck: ({ world: { now: at }, actor }) => shelve(actor, { at }),
  WithdrawCheck: ({ world: { now: at }, actor }) => withdrawCheck(actor, { at }),
  ResumeCheck: ({ world: { claim, now: at }, actor }) => resume(actor, { facts: { claim }, at }),
  AddNote: ({ world: { now: at }, state: { linkIds }, move: { how, which }, actor }) => {
    const about = which % 3 === 0 ? { about: { kind: 'link', id: linkIds[0] ?? 'l1' } as const } : {};
    return addNote(actor, pick(NOTE_AUDIENCES, how), { data: { noteId: `n${which}`, ...about }, at });
  },
  RaiseConcern: ({ world: { now: at }, move: { how, which }, actor }) =>
    raiseConcern(actor, { data: { concernId: `co${which % 3}`, kind: pick(CONCERN_KINDS, how) }, at }),
  DismissConcern: ({ world: { now }, move: { which }, actor }) => dismissConcern(actor, `co${which % 3}`, now),

  OfferAssignment: ({ world, state, move, actor }) => {
    const sensible = move.isSensible ? OFFERED[checkDecider.placeOf(state)] : undefined;
    const capacity = sensible ?? pick(CAPACITIES, move.which);
    const fitting = sensible === 'tie_breaker' ? world.people.filter((one) => couldBreakTie(one, state)) : [];
    const asked = factsIn(world, pick(fitting.length > 0 ? fitting : world.people, move.how));
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
  TransferAssignment: (chosen) => {
    const { world, move, actor } = chosen;
    const asked = factsIn(world, pick(world.people, move.how));
    const facts = { member: { ...asked, openLoad: move.who % 10 } };
    return transfer(actor, heldIn(chosen), asked, {
      data: { newAssignmentId: `a${move.which % 50}` },
      facts,
      at: world.now,
    });
  },
  ReleaseAssignment: (chosen) => release(chosen.actor, heldIn(chosen), { at: chosen.world.now }),
  Recuse: ({ world: { now: at }, actor }) => recuse(actor, { at }),

  LinkEvidence: ({ world: { evidence, now: at }, move: { how, which, who }, actor }) => {
    const nature = who % 2 === 0 ? 'assertion' : 'record';
    const data = { linkId: `l${which % 12}`, evidenceId: `e${how % 4}`, nature } as const;
    return link(actor, { data, facts: { evidence: evidence[how % 4] }, at });
  },
  ReassessEvidence: ({ world: { evidence, now: at }, state: { links }, move: { how, which, who }, actor }) => {
    const linkId = `l${which % 12}`;
    const known = links.find((one) => one.linkId === linkId) ?? links[which % (links.length + 1)];
    const data = { linkId: known?.linkId ?? linkId, stance: pick(STANCES, how), nature: pick(NATURES, who) };
    return reassess(actor, {
      data,
      facts: { evidence: evidence.find(({ evidenceId }) => evidenceId === known?.evidenceId) },
      at,
    });
  },
  UnlinkEvidence: ({ world: { now: at }, state: { links }, move: { which }, actor }) =>
    unlink(actor, { data: { linkId: links[which % (links.length + 1)]?.linkId ?? `l${which % 12}` }, at }),
  AskQuestion: ({ world: { now: at }, move: { which }, actor }) =>
    ask(actor, { data: { questionId: `q${which % 6}` }, at }),
  AnswerQuestion: ({ world: { now: at }, state: { links }, move: { which, how }, actor }) => {
    const linkIds = how % 3 === 0 ? [`l${how % 12}`] : links.map(({ linkId }) => linkId);
    return answer(actor, { data: { questionId: `q${which % 6}`, linkIds }, at });
  },
  WithdrawQuestion: ({ world: { now: at }, move: { which }, actor }) =>
    withdrawQuestion(actor, { data: { questionId: `q${which % 6}` }, at }),
  SubmitForReview: ({ world: { claim, evidence, now: at }, actor }) =>
    submitForReview(actor, { facts: { claim, evidence }, at }),

  OpenRound: ({ world, state, move, actor }) => {
    const agreed = state.assignments.filter(({ capacity, status }) => capacity === 'reviewer' && status === 'accepted');
    const reviewers = agreed.map(({ memberId }) => memberId).slice(0, 1 + (move.how % 4));
    const members = world.people.filter(({ id }) => reviewers.includes(id)).map((one) => factsIn(world, one));
    return openRound(actor, reviewers, { facts: { claim: world.claim, members, scale: fiveStep }, at: world.now });
  },
  SubmitRuling: (chosen) => {
    const { world, state, move, actor } = chosen;
    const data = {
      rulingId: `r${move.which}`,
      round: (state.round?.round ?? 1) + (move.how % 9 === 8 ? 1 : 0),
      ...ratingIn(chosen),
    };
    return rule(actor, { data, facts: { member: factsIn(world, actor) }, at: world.now });
  },
  AmendRuling: (chosen) => {
    const { world, state, move, actor } = chosen;
    const own = state.round?.rulings.find(({ reviewerId }) => reviewerId === actor.id);
    const data = { rulingId: own?.rulingId ?? `r${move.which}`, ...ratingIn(chosen) };
    return amend(actor, { data, facts: { member: factsIn(world, actor) }, at: world.now });
  },
  WithdrawRuling: ({ world: { now: at }, state: { round }, move: { which, how }, actor }) => {
    const own = round?.rulings.find(({ reviewerId }) => reviewerId === actor.id);
    const former = round?.former.find(({ reviewerId }) => reviewerId === actor.id);
    const named = how % 7 === 0 ? (former ?? own) : (own ?? former);
    return withdrawRuling(actor, { data: { rulingId: named?.rulingId ?? `r${which}` }, at });
  },
  RevealRulings: ({ world: { now }, actor }) => reveal(now, actor),
  EndReconciliation: ({ world: { now }, actor }) => endReconciliation(actor, now),
  RecordTieBreak: (chosen) => {
    const { world, state, move, actor } = chosen;
    const rulings = state.round?.rulings ?? [];
    const answered = move.how % 5 === 0 ? rulings.slice(1) : rulings;
    const answers = answered.map(({ rulingId }) => ({ rulingId, text: 'I have weighed it.' }));
    const picked = move.isSensible ? rulings[move.which % (rulings.length + 1)] : undefined;
    const { label, finding } = picked ?? ratingIn(chosen);
    const opinion = { ...ratingIn(chosen), label, finding, rationale: 'I have read both.' };
    const none = { noConsensus: true, rationale: 'Neither convinces me.' } as const;
    const data = {
      rulingId: `t${move.which % 50}`,
      round: (state.round?.round ?? 1) + (move.how % 9 === 8 ? 1 : 0),
      answers,
      choice: move.how % 3 === 0 ? none : opinion,
    };
    return recordTieBreak(actor, { data, facts: { member: factsIn(world, actor) }, at: world.now });
  },
  CloseRound: ({ world: { now }, state, move: { how }, actor }) =>
    closeRound(actor, (state.round?.round ?? 1) + (how % 9 === 8 ? 1 : 0), now),

  RequestReply: ({ world: { now: at, policy }, move: { which, how, minutes }, actor }) => {
    const dueAt = wallTimeAfter(wallTimeAfter(at, policy.rules.reply.minWindow), `PT${minutes % 30}M`);
    const data = { replyId: `rp${which % 6}`, purpose: pick(REPLY_PURPOSES, how), dueAt };
    return requestReply(actor, { data, at });
  },
  RecordReply: ({ world: { now: at }, state, move, actor }) =>
    recordReply(actor, { data: { replyId: replyIn(state, move), receivedOn: at.slice(0, 10) }, at }),
  CloseReplyWindow: ({ world: { now: at }, state, move, actor }) =>
    closeReplyWindow(actor, move.how % 3 === 0 ? 'declined' : 'no_answer', {
      data: { replyId: replyIn(state, move) },
      at,
    }),

  DraftVerdict: ({ world: { claim, now: at }, state: { links }, move: { how }, actor }) => {
    const note = how % 3 === 0 ? {} : { disagreementNote: 'They disagreed at first.' };
    const asOf = at.slice(0, 10);
    const soonAgain = how % 2 === 0 ? {} : { reviewBy: dayAfter(asOf, 'P1D') };
    const data = { asOf, citedLinkIds: links.map(({ linkId }) => linkId), ...note, ...soonAgain };
    return draft(actor, { data, facts: { claim }, at });
  },
  ApproveVerdict: ({ world, state, move: { how }, actor }) => {
    const { versionNo = 1, draftNo = 1, contentHash = 'none' } = state.draft ?? {};
    const received = state.replies.filter(({ status }) => status === 'answered').map(({ replyId }) => replyId);
    const consideredReplyIds = how % 7 === 0 ? [] : received;
    const data = { versionNo, draftNo, contentHash, consideredReplyIds, waivers: how % 4 === 0 ? [] : WAIVERS };
    return approve(actor, { data, facts: gateIn(world, actor), at: world.now });
  },
  RefuseApproval: ({ world, state: { draft: drafted }, actor }) => {
    const { versionNo = 1, draftNo = 1 } = drafted ?? {};
    return refuse(actor, { data: { versionNo, draftNo }, facts: gateIn(world, actor), at: world.now });
  },
  WithdrawApproval: ({ world: { now: at }, state, actor }) =>
    withdrawApproval(actor, { data: { versionNo: versionIn(state) }, at }),
  ScheduleVerdict: ({ world, state, move, actor }) => {
    const data = { versionNo: versionIn(state), publishAt: soon(world.now, { ...move, which: move.which % 60 }) };
    return schedule(actor, { data, facts: gateIn(world, actor), at: world.now });
  },
  CancelSchedule: ({ world: { now: at }, state, actor }) =>
    cancelSchedule(actor, { data: { versionNo: versionIn(state) }, at }),
  PublishVerdict: ({ world, state, move, actor }) =>
    publish(actor, {
      data: { versionNo: versionIn(state), ...(actor.kind === 'service' && { scheduleNo: scheduleIn(state, move) }) },
      facts: gateIn(world, actor),
      at: world.now,
    }),
  HoldPublication: ({ world: { now: at }, state, move, actor }) =>
    hold({ data: { versionNo: versionIn(state), scheduleNo: scheduleIn(state, move) }, at }, actor),
  MarkVerdictExpired: ({ world: { now }, state: { versions }, move: { how }, actor }) => {
    const { versionNo = 1, reviewBy = '2026-11-24' } = versions.at(-1) ?? {};
    return markExpired(now, { versionNo, reviewBy: how % 5 === 0 ? '2026-11-23' : reviewBy }, actor);
  },

  MarkDeadline: ({ world: { now }, state, move: { isSensible, which, how }, actor }) => {
    const { stage, caseClock, cycle } = state;
    const clock = pick(['stage', 'stage', 'case'] as const, which);
    const { run = 1, marks = [] } = (clock === 'stage' ? stage : caseClock) ?? {};
    const no = clock === 'stage' ? (stage?.no ?? 1) : cycle;
    const due = marks.find(({ at }) => at <= now)?.mark;
    const mark = (isSensible ? due : undefined) ?? pick(['before-2h', 'due', 'after-4h'], how);
    const stale = isSensible || how % 3 > 0 ? 0 : 1;
    return markDeadline({ clock, no: no - stale, run: run - (how % 2) * stale, mark }, now, actor);
  },
};

const OFFERED: Readonly<Record<string, Capacity | undefined>> = {
  open: 'researcher',
  researching: 'reviewer',
  ready_for_review: 'reviewer',
  tie_break: 'tie_breaker',
};

const couldBreakTie = ({ id, roles }: Actor, { people }: CheckState): boolean =>
  roles.includes('approver') && ![...people.everRuled, ...people.workedOn, ...people.handledClaim].includes(id);

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

const versionIn = ({ draft: drafted }: CheckState): number => drafted?.versionNo ?? 1;

/** Mostly the latest. */
const scheduleIn = ({ schedule: latest }: CheckState, { how }: Move): number =>
  how % 9 === 8 ? how : (latest?.scheduleNo ?? 1);

/** Mostly later than now. */
const soon = (now: Instant, { which, how }: Move): Instant =>
  wallTimeAfter(now, `${how % 5 === 0 ? '-' : ''}PT${which}M`);

/** One that is open, if it is to be sensible and there is one. */
const replyIn = ({ replies }: CheckState, { isSensible, which }: Move): string =>
  (isSensible ? replies.find(isRequested) : undefined)?.replyId ?? `rp${which % 6}`;

/** One that has not ended, if it is to be sensible and there is one. */
const heldIn = ({ state: { assignments }, move: { isSensible, which, what } }: Chosen): string => {
  const held = isSensible ? assignments.filter(isActive) : assignments;
  return held[what % (held.length + 1)]?.assignmentId ?? `a${which % 50}`;
};

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
