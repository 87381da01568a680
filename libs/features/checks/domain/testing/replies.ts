import type { Actor, DataOf, Instant } from '#kernel';
import type { CloseReplyWindow, RecordReply, RequestReply } from '../check.commands.js';
import type { CheckEvent, ReplyReceived, ReplyRequested, ReplyWindowClosed } from '../check.events.js';
import { from } from './changes.js';
import type { Changes } from './changes.js';
import { TODAY } from './world.js';

// Right of reply: what is asked for, and what has happened.

/** Six hours after `NOW`. */
export const REPLY_DUE: Instant = '2026-11-23T16:00:00.000Z';

const council = { key: 'org:us-nsc', name: 'US National Security Council', kind: 'organisation' } as const;

const request: DataOf<RequestReply> = {
  replyId: 'rp1',
  party: council,
  purpose: 'claimant',
  channel: 'email',
  question: 'On which material does the statement rest?',
  dueAt: REPLY_DUE,
};

const reply: DataOf<RecordReply> = {
  replyId: 'rp1',
  receivedOn: TODAY,
  text: 'We do not comment on intelligence.',
  publishable: true,
};

export const requestReply = (actor: Actor, { data, at }: Changes<RequestReply> = {}): RequestReply => ({
  type: 'RequestReply',
  data: { ...request, ...data },
  ...from(actor, at),
});

export const recordReply = (actor: Actor, { data, at }: Changes<RecordReply> = {}): RecordReply => ({
  type: 'RecordReply',
  data: { ...reply, ...data },
  ...from(actor, at),
});

export const closeReplyWindow = (
  actor: Actor,
  outcome: DataOf<CloseReplyWindow>['outcome'],
  { data, at }: Changes<CloseReplyWindow> = {},
): CloseReplyWindow => ({ type: 'CloseReplyWindow', data: { replyId: 'rp1', outcome, ...data }, ...from(actor, at) });

export const replyRequested = (replyId = 'rp1', changes: Partial<DataOf<ReplyRequested>> = {}): CheckEvent => ({
  type: 'ReplyRequested',
  data: { ...request, replyId, cycle: 1, ...changes },
});

export const replyReceived = (replyId = 'rp1', changes: Partial<DataOf<ReplyReceived>> = {}): CheckEvent => ({
  type: 'ReplyReceived',
  data: { ...reply, replyId, late: false, by: 'ben', ...changes },
});

export const replyWindowClosed = (
  replyId = 'rp1',
  outcome: DataOf<ReplyWindowClosed>['outcome'] = 'no_answer',
): CheckEvent => ({ type: 'ReplyWindowClosed', data: { replyId, outcome } });
