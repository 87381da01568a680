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
    return this.store(ISSUE, [deskId, memberId], days);
  }

  /** A new token of the operator of this desk: for the routes that are open to operators, and for no command. */
  issueForOperator(deskId: number): Promise<string> {
    return this.store(ISSUE_FOR_SERVICE, [deskId, OPERATOR], LONGEST_DAYS);
  }

  private async store(statement: string, owner: readonly [number, string], days: number): Promise<string> {
    const { token, id, hash } = issueToken();
    await this.database.query(statement, [id, ...owner, hash, days]);
    return token;
  }
}

const OPERATOR = 'service:operator';
const ISSUE = 'SELECT operational.issue_token($1, $2, $3, $4, now() + make_interval(days => $5))';
const ISSUE_FOR_SERVICE = 'SELECT operational.issue_service_token($1, $2, $3, $4, now() + make_interval(days => $5))';
