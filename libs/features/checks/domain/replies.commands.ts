import type { Day, DomainCommand, Instant, Party } from '#kernel';
import type { ReplyChannel, ReplyPurpose } from './check.state.js';

export type RequestReply = DomainCommand<
  'RequestReply',
  {
    readonly replyId: string;
    readonly party: Party;
    readonly purpose: ReplyPurpose;
    readonly channel: ReplyChannel;
    readonly question: string;
    readonly dueAt: Instant;
  }
>;
export type RecordReply = DomainCommand<
  'RecordReply',
  {
    readonly replyId: string;
    readonly receivedOn: Day;
    readonly text: string;
    /** Whether readers may see it. Otherwise they hear that the party has answered. */
    readonly publishable: boolean;
    /** What readers see of it in its place. */
    readonly statement?: string;
  }
>;
export type CloseReplyWindow = DomainCommand<
  'CloseReplyWindow',
  { readonly replyId: string; readonly outcome: 'no_answer' | 'declined' }
>;
export type ReplyCommand = RequestReply | RecordReply | CloseReplyWindow;
