import type { CheckState, Reply } from './check.state.js';

export const isRequested = ({ status }: Reply): boolean => status === 'requested';

/** Whether somebody was asked and has neither answered nor let his window pass: no verdict is approved meanwhile. */
export const hasOpenReply = ({ replies }: Pick<CheckState, 'replies'>): boolean => replies.some(isRequested);

/** Those that have come, early or late. */
export const received = ({ replies }: CheckState): readonly string[] =>
  replies.filter(({ status }) => status === 'answered').map(({ replyId }) => replyId);

/** Received, and in no published version yet. */
export const unconsidered = ({ replies }: CheckState): readonly string[] =>
  replies.filter(({ status, considered }) => status === 'answered' && !considered).map(({ replyId }) => replyId);

/** A publication considers every answer, and every silence: what comes later belongs to a request of its own. */
export const allConsidered = (replies: readonly Reply[]): readonly Reply[] =>
  replies.map((reply) => (isRequested(reply) ? reply : { ...reply, considered: true }));
