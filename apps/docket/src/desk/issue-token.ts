import { memberStream } from '#features/members';
import { StartRefused } from '#platform/config';
import { deskIdOf } from './desk-rows.js';
import type { Operator } from './operator.js';

type TokenWish = { readonly desk: string; readonly member: string; readonly days?: number };

/** A token of this member of this desk. Refuses whom the desk does not have. */
export const issueToken = async (
  { owner, tokens }: Pick<Operator, 'owner' | 'tokens'>,
  { desk, member, days }: TokenWish,
): Promise<string> => {
  const deskId = await deskIdOf(owner, desk);
  const { rowCount } = await owner.query(
    'SELECT FROM event_store.event WHERE desk_id = $1 AND stream_id = $2 LIMIT 1',
    [deskId, `${memberStream.decider.category}-${member}`],
  );
  if (rowCount === 0) throw new StartRefused(`The desk ${desk} has no member ${member}.`);
  return tokens.issue(deskId, member, days);
};
