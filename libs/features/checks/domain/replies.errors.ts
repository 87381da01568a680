import type { Day, Duration, Instant } from '#kernel';
import type { Finding } from '#features/standards';
import { refusal } from './check.errors.js';

export const replyWindowTooShort = (dueAt: Instant, minWindow: Duration) =>
  refusal('invalid', 'reply-window-too-short', 'The party must have more time to answer: the policy says how much.', {
    dueAt,
    minWindow,
  });

export const replyUnknown = (replyId: string) =>
  refusal('invalid', 'reply-unknown', 'Nobody was asked for this reply in this check.', { replyId });

export const replyClosed = (status: string) =>
  refusal('rule', 'reply-closed', 'Nothing more is taken down here: this reply is settled.', { status });

export const receivedOnFuture = (receivedOn: Day, today: Day) =>
  refusal('invalid', 'received-on-future', `A reply cannot have come on ${receivedOn}: today is ${today}.`, {
    receivedOn,
    today,
  });

export const replyWindowOpen = (replyIds: readonly string[], dueAt: Instant) =>
  refusal('rule', 'reply-window-open', `Somebody who was asked may still answer, until ${dueAt}.`, { replyIds, dueAt });

export const replyMissing = (finding: Finding) =>
  refusal('rule', 'reply-missing', 'With this finding the claimant must have been asked, or a waiver say why not.', {
    finding,
  });

export const replyNotConsidered = (replyIds: readonly string[]) =>
  refusal('rule', 'reply-not-considered', 'A reply has come in that the approval does not name as considered.', {
    replyIds,
  });

export const replyNotReceived = (replyIds: readonly string[]) =>
  refusal('invalid', 'reply-unknown', 'An approval names only replies that this check has received.', { replyIds });
