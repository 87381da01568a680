import type { Pool } from 'pg';
import { issueToken } from './tokens.js';

const LONGEST_DAYS = 365;

/** Makes tokens. For operators, who connect as the owner: no other login may. */
export class TokenStore {
  constructor(private readonly database: Pick<Pool, 'query'>) {}

  /** A new token of this member. It is told this once: only its hash is stored. At most a year by the database's clock. */
  async issue(deskId: number, memberId: string, days = LONGEST_DAYS): Promise<string> {
    if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS)
      throw new RangeError(`A token lives from 1 to ${LONGEST_DAYS} days, and not ${days}.`);
    const { token, id, hash } = issueToken();
    await this.database.query(ISSUE, [id, deskId, memberId, hash, days]);
    return token;
  }
}

const ISSUE = 'SELECT operational.issue_token($1, $2, $3, $4, now() + make_interval(days => $5))';
