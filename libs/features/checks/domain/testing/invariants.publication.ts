import type { CheckEvent } from '../check.events.js';
import { AT_REST } from '../check.state.js';
import { of } from './history.js';
import type { Invariant, Past } from './history.js';

/** Of what stands between a draft and its readers. */
export const PUBLICATION_INVARIANTS: Readonly<Record<string, Invariant>> = {
  'only an open draft is approved or refused, and only an approval in force is taken back, scheduled or published': (
    { event },
    past,
  ) => {
    if (event.type === 'VerdictApproved' || event.type === 'VerdictApprovalRefused')
      return standingIn(past) === 'drafted' && event.data.draftNo === of(past, 'VerdictDrafted').at(-1)?.data.draftNo;
    const needsApproval = ['VerdictApprovalWithdrawn', 'VerdictScheduled', 'VerdictPublished'].includes(event.type);
    return !needsApproval || standingIn(past) === 'approved';
  },

  'a service publishes by a schedule whose time has come, and a member while none stands': (
    { event, command: { actor, at } },
    past,
  ) => {
    if (event.type !== 'VerdictPublished') return true;
    const schedule = scheduleIn(past);
    return actor.kind === 'service' ? schedule !== undefined && schedule.publishAt <= at : schedule === undefined;
  },

  'a schedule is set for later, one at a time, each with its own number': ({ event, command: { at } }, past) => {
    if (event.type !== 'VerdictScheduled') return true;
    const { versionNo, scheduleNo, publishAt } = event.data;
    const former = of(past, 'VerdictScheduled').filter(({ data }) => data.versionNo === versionNo).length;
    return publishAt > at && scheduleIn(past) === undefined && scheduleNo === former + 1;
  },

  'only a schedule that stands is ended, and held not before its time': ({ event, command: { at } }, past) => {
    if (event.type !== 'VerdictScheduleCancelled' && event.type !== 'PublicationHeld') return true;
    const schedule = scheduleIn(past);
    const isIts = schedule?.scheduleNo === event.data.scheduleNo;
    return isIts && (event.type === 'VerdictScheduleCancelled' || schedule.publishAt <= at);
  },

  'a publication that is held leaves the check approved': ({ event, command }) =>
    command.type !== 'HoldPublication' || event.type === 'PublicationHeld' || event.type === 'StageResumed',

  'an approval is not taken back while a schedule stands': ({ event }, past) =>
    event.type !== 'VerdictApprovalWithdrawn' || scheduleIn(past) === undefined,

  'a version expires once, on its day, while it is live': ({ event, command: { at } }, past) => {
    if (event.type !== 'VerdictExpired') return true;
    const live = of(past, 'VerdictPublished').at(-1)?.data;
    const isNew = !of(past, 'VerdictExpired').some(({ data }) => data.versionNo === event.data.versionNo);
    return isNew && live?.versionNo === event.data.versionNo && live.expiresAt <= at;
  },

  'what readers see is not left alone, nor what is approved': ({ event }, past) => {
    if (event.type !== 'CheckShelved' && event.type !== 'CheckWithdrawn') return true;
    const stage = stageIn(past);
    const isOpen = stage !== undefined && !AT_REST.includes(stage) && stage !== 'approved';
    return isOpen && event.data.from === stage && of(past, 'VerdictPublished').length === 0;
  },

  'research is taken up by whoever holds it': ({ event, command }, past) => {
    if (command.type !== 'ResumeCheck' || event.type !== 'StageEntered') return true;
    return event.data.stage === (researchersIn(past).length > 0 ? 'researching' : 'open');
  },
};

/** How the latest draft stands. */
const standingIn = (past: Past): string | undefined =>
  past.reduce<string | undefined>((before, { type }) => {
    if (type === 'VerdictDrafted') return 'drafted';
    const becomes = BECOMES[type];
    const isOpen = before === 'drafted' || before === 'approved';
    return isOpen && becomes !== undefined ? becomes : before;
  }, undefined);

const BECOMES: { readonly [Type in CheckEvent['type']]?: string } = {
  VerdictApproved: 'approved',
  VerdictApprovalRefused: 'closed',
  VerdictApprovalWithdrawn: 'drafted',
  VerdictPublished: 'published',
  RoundSetAside: 'closed',
  CheckReturnedToResearch: 'closed',
  CheckShelved: 'closed',
  CheckWithdrawn: 'closed',
};

/** The schedule that stands: nothing has ended it, and the draft is approved all the while. */
const scheduleIn = (past: Past) => {
  const set = past.findLastIndex(({ type }) => type === 'VerdictScheduled');
  const ended = past.slice(set + 1).some(({ type }) => ENDS.includes(type));
  return set < 0 || ended ? undefined : of(past, 'VerdictScheduled').at(-1)?.data;
};

const ENDS: readonly CheckEvent['type'][] = [
  'VerdictScheduleCancelled',
  'PublicationHeld',
  'VerdictPublished',
  'RoundSetAside',
];

const stageIn = (past: Past) => of(past, 'StageEntered').at(-1)?.data.stage;

/** Who has accepted research, and has neither left it nor completed it. */
const researchersIn = (past: Past): readonly string[] =>
  past.reduce<readonly string[]>((held, event) => {
    if (event.type === 'AssignmentAccepted' && event.data.capacity === 'researcher')
      return [...held, event.data.assignmentId];
    if (event.type === 'AssignmentReleased' || event.type === 'AssignmentTransferred')
      return held.filter((id) => id !== event.data.assignmentId);
    if (event.type === 'MemberRecused') return held.filter((id) => !event.data.assignmentIds.includes(id));
    return event.type === 'VerdictPublished' ? [] : held;
  }, []);
