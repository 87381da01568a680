import { setTimer } from '#kernel';
import type { Reaction } from '#kernel';
import type { CheckEvent } from '../domain/check.events.js';
import { closeReplyWindow } from '../jobs/timers.js';

export const closeReplyWindowWhenDue: Reaction<CheckEvent> = {
  name: 'close-reply-window-when-due',
  on: {
    ReplyRequested: ({ id, data: { replyId, dueAt } }) => [
      setTimer(closeReplyWindow, { key: [id, replyId], at: dueAt, id, data: { replyId, outcome: 'no_answer' } }),
    ],
  },
};
