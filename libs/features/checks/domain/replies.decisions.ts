import { demand } from '#kernel';
import { dayAt, wallTimeAfter } from '#features/standards';
import type { ReplyCommand } from './check.commands.js';
import { idTaken } from './check.errors.js';
import type { ReplyEvent, StagePaused, StageResumed } from './check.events.js';
import type { CheckPhase } from './check.phase.js';
import { STAGES, rulesOf } from './check.state.js';
import type { CheckState, Reply } from './check.state.js';
import { worked } from './people.js';
import { isRequested } from './replies.js';
import { receivedOnFuture, replyClosed, replyUnknown, replyWindowOpen, replyWindowTooShort } from './replies.errors.js';
import { PRE, pausing, resuming, standsIn } from './stage.js';

export const replies: CheckPhase<ReplyCommand, ReplyEvent> = {
  rules: {
    RequestReply: {
      by: ['editor', 'as researcher'],
      from: PRE.filter((stage) => stage !== 'approved'),
      decide: ({ data, at }, state) => {
        const { minWindow } = rulesOf(state).reply;
        if (data.dueAt <= at || data.dueAt < wallTimeAfter(at, minWindow))
          throw replyWindowTooShort(data.dueAt, minWindow);
        if (find(state, data.replyId) !== undefined) throw idTaken(data.replyId);

        const paused: readonly StagePaused[] = standsIn(state, ['decided']) ? pausing(state, 'reply', at) : [];
        return [{ type: 'ReplyRequested', data: { ...data, cycle: state.cycle } }, ...paused];
      },
    },

    RecordReply: {
      by: ['editor', 'as researcher'],
      from: PRE,
      decide: ({ data, actor, at }, state) => {
        const reply = replyOf(state, data.replyId);
        if (reply.status === 'answered' || reply.considered) throw replyClosed(reply.status);
        const today = dayAt(at, rulesOf(state).calendar.timeZone);
        if (data.receivedOn > today) throw receivedOnFuture(data.receivedOn, today);

        const late = !isRequested(reply) || at > reply.dueAt;
        return [{ type: 'ReplyReceived', data: { ...data, late, by: actor.id } }, ...settling(reply, state, at)];
      },
    },

    CloseReplyWindow: {
      by: ['editor', 'approver', 'service'],
      from: STAGES,
      decide: ({ data, actor, at }, state) => {
        const { replyId, outcome } = data;
        const isService = actor.kind === 'service';
        const reply = replyOf(state, replyId);
        if (isService && outcome === 'declined') demand({ allowed: false, code: 'desk/service-forbidden' });
        const isTooSoon = outcome === 'no_answer' && at < reply.dueAt;
        if (isService && (!isRequested(reply) || isTooSoon)) return [];
        if (!isRequested(reply)) throw replyClosed(reply.status);
        if (isTooSoon) throw replyWindowOpen([replyId], reply.dueAt);

        return [{ type: 'ReplyWindowClosed', data: { replyId, outcome } }, ...settling(reply, state, at)];
      },
    },
  },

  evolve: {
    ReplyRequested: (state, { data: { replyId, party, purpose, cycle, dueAt } }) => ({
      ...state,
      replies: [...state.replies, { replyId, party, purpose, cycle, dueAt, status: 'requested', considered: false }],
    }),
    ReplyReceived: (state, { data: { replyId, by } }) => ({
      ...settled(state, replyId, 'answered'),
      people: worked(state.people, by),
    }),
    ReplyWindowClosed: (state, { data: { replyId, outcome } }) => settled(state, replyId, outcome),
  },
};

const find = (state: CheckState, replyId: string): Reply | undefined =>
  state.replies.find((one) => one.replyId === replyId);

const replyOf = (state: CheckState, replyId: string): Reply => {
  const reply = find(state, replyId);
  if (reply === undefined) throw replyUnknown(replyId);
  return reply;
};

/** With the last open window the approval no longer waits. */
const settling = (reply: Reply, state: CheckState, at: string): readonly StageResumed[] => {
  const isLast = isRequested(reply) && state.replies.filter(isRequested).length === 1;
  return isLast ? resuming(state, at) : [];
};

const settled = (state: CheckState, replyId: string, status: Reply['status']): CheckState => ({
  ...state,
  replies: state.replies.map((one) => (one.replyId === replyId ? { ...one, status } : one)),
});
