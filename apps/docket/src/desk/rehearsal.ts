import type { Instant } from '#kernel';
import { problemIn } from '#client';

/** Who drives a rehearsal desk: its clock goes where it is told, and nowhere by itself. */
export type Rehearsal = {
  /** Returns when the clock stands there, and all that follows from that is done and known to the read models. */
  moveTo(instant: Instant): Promise<void>;
};

type Place = { readonly baseUrl: string; readonly operatorToken: string };

/** Of the desk whose operator has this token. Throws a `DocketProblem` when the clock cannot be brought there. */
export const rehearsalAt = ({ baseUrl, operatorToken }: Place): Rehearsal => ({
  moveTo: async (instant) => {
    const answer = await fetch(`${baseUrl}/v1/rehearsal/advance-clock`, {
      method: 'POST',
      headers: { authorization: `Bearer ${operatorToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ to: instant }),
    });
    if (!answer.ok) throw await problemIn(answer);
  },
});
