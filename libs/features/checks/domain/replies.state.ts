import type { Instant, Party } from '#kernel';

export const REPLY_PURPOSES = ['claimant', 'subject', 'publisher', 'source'] as const;

/** As what a party is asked. */
export type ReplyPurpose = (typeof REPLY_PURPOSES)[number];

export const REPLY_CHANNELS = ['email', 'phone', 'letter', 'form', 'social', 'in_person'] as const;
export type ReplyChannel = (typeof REPLY_CHANNELS)[number];

/** Right of reply: whom we asked, until when, and what came of it. */
export type Reply = {
  readonly replyId: string;
  readonly party: Party;
  readonly purpose: ReplyPurpose;
  readonly cycle: number;
  readonly dueAt: Instant;
  readonly status: 'requested' | 'answered' | 'no_answer' | 'declined';
  /** A version was published since it was settled: it took the answer, or its absence, into account. */
  readonly considered: boolean;
};
