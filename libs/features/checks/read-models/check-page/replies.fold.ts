import type { Recorded } from '#kernel';
import type { CheckEvent, ReplyRequested } from '../../domain/check.events.js';
import type { CheckState } from '../../domain/check.state.js';
import { ofType } from '../of-type.js';
import type { CheckReply } from './replies.answer.js';

type Events = readonly Recorded<CheckEvent>[];

/** As the rules count them, with what was asked, closed and answered. */
export const repliesIn = (events: Events, { replies }: CheckState): CheckReply[] =>
  ofType(events, 'ReplyRequested').flatMap((requested) =>
    replies
      .filter(({ replyId }) => replyId === requested.data.replyId)
      .map(({ status, considered }) => ({ ...askedIn(requested), status, ...cameOf(requested, events), considered })),
  );

const askedIn = ({ data, actor, recordedAt }: Recorded<ReplyRequested>) => ({
  ...data,
  requestedBy: actor.id,
  requestedAt: recordedAt,
});

const cameOf = ({ data }: Recorded<ReplyRequested>, events: Events): Pick<CheckReply, 'closed' | 'received'> => {
  const isOfIt = (event: { readonly data: { readonly replyId: string } }) => event.data.replyId === data.replyId;
  const closed = ofType(events, 'ReplyWindowClosed').find(isOfIt);
  const received = ofType(events, 'ReplyReceived').find(isOfIt);
  return {
    ...(closed && { closed: { outcome: closed.data.outcome, by: closed.actor.id, at: closed.recordedAt } }),
    ...(received && { received: receivedIn(received.data, received.recordedAt) }),
  };
};

const receivedIn = (
  { receivedOn, text, publishable, statement, late, by }: Recorded<CheckEvent & { type: 'ReplyReceived' }>['data'],
  recordedAt: string,
): CheckReply['received'] => ({ receivedOn, text, publishable, statement, late, recordedBy: by, recordedAt });
