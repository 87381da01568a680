import type { Actor, Capacity, Role } from '#kernel';
import { wallTimeAfter } from '#features/standards';
import type { CheckCommand } from '../check.commands.js';
import { checkDecider } from '../check.decider.js';
import { isActive } from '../check.state.js';
import type { CheckState } from '../check.state.js';
import { pick } from './choice.js';
import type { Move, World } from './choice.js';
import { job } from './people.js';
import { COMMANDS } from './random-commands.js';

/** How the world goes on: time passes, and perhaps something happens outside the check. */
export const after = (world: World, state: CheckState, move: Move): World => ({
  ...world,
  now: wallTimeAfter(world.now, `PT${move.minutes}M`),
  ...HAPPENINGS[kindOf(state, move)]?.(world, move),
});

/** The command that a move asks for, with the facts of the world. */
export const commandFor = (world: World, state: CheckState, move: Move): CheckCommand | undefined => {
  const kind = kindOf(state, move);
  return COMMANDS[kind]?.({ world, state, move, actor: actorFor(world, state, kind, move) });
};

const HAPPENINGS: Readonly<Record<string, ((world: World, move: Move) => Partial<World>) | undefined>> = {
  DeclareInterest: ({ people, interested }, { who }) => ({ interested: [...interested, pick(people, who).id] }),
  PassADay: ({ now }) => ({ now: wallTimeAfter(now, 'P1D') }),
  NormaliseClaim: ({ claim }) => ({ claim: { ...claim, revision: claim.revision + 1 } }),
  AssessOrigin: ({ evidence }, { which, how }) => ({
    evidence: evidence.map((one, place) =>
      place === which % 3 ? { ...one, originGroup: how % 2 === 0 ? 'agency' : 'ministry' } : one,
    ),
  }),
  BreakEvidence: ({ evidence }, { which }) => ({
    evidence: evidence.map((one, place) => (place === which % 7 ? { ...one, status: 'broken' } : one)),
  }),
};

const KINDS = [...Object.keys(checkDecider.rules), ...Object.keys(HAPPENINGS)];

const NEXT: Readonly<Record<string, readonly (CheckCommand['type'] | 'PassADay')[] | undefined>> = {
  absent: ['OpenCheck'],
  open: ['OfferAssignment', 'AcceptAssignment', 'AcceptAssignment'],
  researching: [
    'LinkEvidence',
    'OfferAssignment',
    'AcceptAssignment',
    'ReassessEvidence',
    'OfferAssignment',
    'SubmitForReview',
    'AskQuestion',
    'AnswerQuestion',
    'WithdrawQuestion',
    'RequestReply',
    'AcceptAssignment',
    'UnlinkEvidence',
    'LinkEvidence',
    'SubmitForReview',
  ],
  ready_for_review: ['OpenRound', 'OfferAssignment', 'AcceptAssignment', 'OfferAssignment'],
  in_review: [
    'SubmitRuling',
    'RevealRulings',
    'SubmitRuling',
    'RevealRulings',
    'AmendRuling',
    'SubmitRuling',
    'RevealRulings',
    'WithdrawRuling',
    'SubmitRuling',
  ],
  reconciling: ['AmendRuling', 'MarkDeadline', 'EndReconciliation'],
  tie_break: ['OfferAssignment', 'AcceptAssignment', 'RecordTieBreak', 'MarkDeadline', 'RecordTieBreak'],
  deadlocked: ['CloseRound', 'MarkDeadline', 'CloseRound', 'AddNote'],
  decided: [
    'DraftVerdict',
    'ApproveVerdict',
    'CloseReplyWindow',
    'ApproveVerdict',
    'RecordReply',
    'MarkDeadline',
    'RefuseApproval',
  ],
  approved: [
    'PublishVerdict',
    'ScheduleVerdict',
    'PublishVerdict',
    'CancelSchedule',
    'HoldPublication',
    'WithdrawApproval',
  ],
  shelved: ['ResumeCheck'],
  withdrawn: ['ResumeCheck'],
  published: ['PublishVerdict', 'DraftVerdict', 'RaiseConcern', 'DismissConcern', 'MarkVerdictExpired', 'PassADay'],
};

/** Now and then somebody goes, or comes, or all begins again. */
const COMINGS_AND_GOINGS: readonly CheckCommand['type'][] = [
  'TransferAssignment',
  'OfferAssignment',
  'ReleaseAssignment',
  'AcceptAssignment',
  'Recuse',
  'ReturnToResearch',
  'ShelveCheck',
  'WithdrawCheck',
];

const kindOf = (state: CheckState, { what, how, isSensible }: Move): string => {
  if (isSensible && how % 12 === 0 && state.stage !== undefined) return pick(COMINGS_AND_GOINGS, what);
  return pick((isSensible ? NEXT[checkDecider.placeOf(state)] : undefined) ?? KINDS, what);
};

/** For a sensible move somebody who may make it, if there is anybody. */
const actorFor = ({ people }: World, state: CheckState, kind: string, { who, isSensible }: Move): Actor => {
  const isTimer = TIMERS.includes(kind) || (who % 2 === 0 && isTimersToo(kind, state));
  if (isTimer && (isSensible || who % 3 > 0)) return job('timer');
  const fitting = people.filter((one) => isSensible && (FITS[kind] ?? has('editor', 'approver'))(one, state));
  return pick(fitting.length > 0 ? fitting : [...people, job('bot')], who);
};

const TIMERS: readonly string[] = [
  'RevealRulings',
  'ExpireOffer',
  'MarkDeadline',
  'HoldPublication',
  'MarkVerdictExpired',
];

const isTimersToo = (kind: string, { schedule }: CheckState): boolean =>
  kind === 'ReleaseAssignment' || (kind === 'PublishVerdict' && schedule?.stands === true);

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
  Recuse: ({ id }, { assignments }) => assignments.some((one) => one.memberId === id && isActive(one)),
  LinkEvidence: holds('researcher'),
  ReassessEvidence: holds('researcher'),
  UnlinkEvidence: holds('researcher'),
  AskQuestion: holds('researcher'),
  AnswerQuestion: holds('researcher'),
  RequestReply: holds('researcher'),
  RecordReply: holds('researcher'),
  SubmitForReview: holds('researcher'),
  DraftVerdict: holds('researcher'),
  SubmitRuling: (actor, state) => holds('reviewer')(actor, state) && !hasRuled(actor, state),
  AmendRuling: hasRuled,
  WithdrawRuling: hasRuled,
  RecordTieBreak: holds('tie_breaker'),
  CloseRound: has('approver'),
  ApproveVerdict: has('approver'),
  RefuseApproval: has('approver'),
  WithdrawApproval: has('approver'),
  ScheduleVerdict: has('approver'),
  CancelSchedule: has('approver'),
  PublishVerdict: has('approver'),
};
