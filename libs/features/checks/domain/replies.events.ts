// Stored for ever. A new optional field is free; any other change needs an upcaster and a sample in test/contracts.
import type { Day, DomainEvent, Instant, Party } from '#kernel';
import type { ReplyChannel, ReplyPurpose } from './check.state.js';

export type ReplyRequested = DomainEvent<
  'ReplyRequested',
  {
    readonly replyId: string;
    readonly party: Party;
    readonly purpose: ReplyPurpose;
    readonly channel: ReplyChannel;
    readonly question: string;
    readonly dueAt: Instant;
    readonly cycle: number;
  }
>;
export type ReplyReceived = DomainEvent<
  'ReplyReceived',
  {
    readonly replyId: string;
    readonly receivedOn: Day;
    readonly text: string;
    readonly publishable: boolean;
    readonly statement?: string;
    /** After the window, or after it was closed. */
    readonly late: boolean;
    readonly by: string;
  }
>;
export type ReplyWindowClosed = DomainEvent<
  'ReplyWindowClosed',
  { readonly replyId: string; readonly outcome: 'no_answer' | 'declined' }
>;
export type ReplyEvent = ReplyRequested | ReplyReceived | ReplyWindowClosed;
