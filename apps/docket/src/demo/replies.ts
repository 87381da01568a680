import { thursday } from './article/dates.js';
import type { DemoCase } from './demo-case.js';
import type { Player } from './player.js';

/** The publisher answers in time. The Security Council does not: its window closes, or it says that it will not. */
export const hearReplies = async (
  player: Player,
  { checkId, councilReplyId, publisherReplyId }: Pick<DemoCase, 'checkId' | 'councilReplyId' | 'publisherReplyId'>,
): Promise<void> => {
  const { ana, ben, teller, time } = player;
  teller.chapter('Those concerned have their say');
  await player.at(thursday('09:40'));
  await ben.does(
    'records the publisher’s reply',
    '/v1/checks/{checkId}/record-reply',
    { checkId },
    {
      replyId: publisherReplyId,
      receivedOn: time.day('2022-11-10'),
      text: 'We will say in the headline whose claim it is.',
      publishable: true,
    },
  );
  await refuseUndrafted(player, checkId);
  if (player.isRehearsal) {
    await player.at(thursday('10:00'));
    await player.jobDid('close-reply-window', 'closes the other window: no answer', checkId, 'ReplyWindowClosed');
  } else
    await ana.does(
      'notes that the Council declines to answer',
      '/v1/checks/{checkId}/close-reply-window',
      { checkId },
      { replyId: councilReplyId, outcome: 'declined' },
    );
};

/** Nobody signs what is not written yet. */
const refuseUndrafted = async (player: Player, checkId: string): Promise<void> => {
  const { eva } = player;
  const { version } = await eva.page(checkId);
  const approval = { versionNo: 1, draftNo: 1, contentHash: '0'.repeat(64), consideredReplyIds: [], waivers: [] };
  await player.refused(eva, 'approves before there is a draft', 'check/no-draft', () =>
    eva.client.send('/v1/checks/{checkId}/approve-verdict', { checkId }, approval, { version }),
  );
};
