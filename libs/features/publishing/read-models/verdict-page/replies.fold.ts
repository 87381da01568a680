import type { z } from 'zod';
import type { publicClosing, publicReply, publicRequest } from './public-parts.js';
import type { VerdictPage } from './verdict-page.answer.js';

type Told = {
  readonly asked: readonly z.infer<typeof publicRequest>[];
  readonly answered: readonly z.infer<typeof publicReply>[];
  readonly closed: readonly z.infer<typeof publicClosing>[];
};

/** What each party that was asked has said. A statement made for readers stands in the place of the answer itself. */
export const repliesIn = ({ asked, answered, closed }: Told): VerdictPage['replies'] =>
  asked.map(({ replyId, party, purpose }) => {
    const reply = answered.find((one) => one.replyId === replyId);
    if (reply !== undefined) return { party, purpose, state: 'answered', text: reply.statement ?? reply.text };
    const outcome = closed.find((one) => one.replyId === replyId)?.outcome ?? 'no_answer';
    return { party, purpose, state: outcome };
  });
